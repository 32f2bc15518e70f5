import { keyOf } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { samplePaths, writeArticle } from '../support/app/texts';

const kinds = ['enterprise', 'claim', 'date'] as const;
const words = { enterprise: 'Mokdan Steel Complex', claim: 'A second report is due', date: 'July' };

test('words are tagged by a click in the palette', async ({ window }) => {
  await window.openFiles([samplePaths.steelworks]);
  for (const kind of kinds) {
    await window.selectWords(words[kind]);
    await window.palette.getByRole('button', { name: kind }).click();
    await window.shows(kind, words[kind]);
    await expect(window.palette).toBeHidden();
    await expect(window.row(kind, words[kind])).toHaveAttribute('aria-selected', 'true');
  }
  await expect(window.status.getByText('1 enterprise', { exact: true })).toBeVisible();
  await expect(window.status.getByText('1 claim', { exact: true })).toBeVisible();
  await expect(window.status.getByText('1 date', { exact: true })).toBeVisible();
});

test('words are tagged by the keys 1, 2 and 3', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  for (const kind of kinds) {
    await window.selectWords(words[kind]);
    await app.page.keyboard.press(keyOf[kind]);
    await window.shows(kind, words[kind]);
  }
});

test('without words selected the keys tag nothing', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  for (const key of Object.values(keyOf)) await app.page.keyboard.press(key);
  await expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();
});

test('overlapping and nested words, of other kinds and of the same, are annotations of their own', async ({
  window,
}) => {
  await window.openFiles([samplePaths.steelworks]);
  const tags = [
    { quote: 'The Ryonghyon complex and the Mokdan complex have agreed', kind: 'claim' },
    { quote: 'Ryonghyon complex', kind: 'enterprise' },
    { quote: 'complex and the Mokdan complex', kind: 'enterprise' },
    { quote: 'the Mokdan complex have agreed to share a laboratory', kind: 'claim' },
    { quote: 'Mokdan complex', kind: 'enterprise' },
    { quote: 'Mokdan', kind: 'enterprise', occurrence: 2 },
  ] as const;
  for (const tag of tags) await window.tag(tag);
  await expect(window.annotations.getByRole('option')).toHaveCount(tags.length);
});

test('a click goes through nested annotations from the innermost outwards', async ({ window }) => {
  await window.openFiles([samplePaths.steelworks]);
  const nested = [
    'The Ryonghyon complex and the Mokdan complex have agreed',
    'the Mokdan complex have agreed',
    'Mokdan complex',
  ];
  for (const quote of nested) await window.tag({ quote, kind: 'claim' });
  await window.page.keyboard.press('Escape');
  for (const quote of [...nested.toReversed(), 'Mokdan complex']) {
    await window.clickWords('Mokdan complex');
    await window.shows('claim', quote);
  }
});

test('the same words tagged twice are one annotation', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.tag({ quote: 'Unhyang Mining Complex', kind: 'enterprise' });
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await expect(window.annotations.getByRole('option')).toHaveCount(2);
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.annotations.getByRole('option')).toHaveCount(1);
  await expect(window.row('enterprise', 'Mokdan Steel Complex')).toBeVisible();
});

const selections: readonly [string, string, string][] = [
  ['spaces at both ends', ' \u00a0iron works ', 'iron works'],
  ['a paragraph break at the end', 'the end of it.\n', 'the end of it.'],
  ['half of an emoji', '\ude80 rose', '🚀 rose'],
  ['part of a family of joined emoji', '\u200d👩\u200d👧 at', '👨‍👩‍👧 at'],
  ['a letter without its combining mark', 'caf\u0065', 'cafe\u0301'],
  ['a syllable without its final consonant', '\u1100\u1161', '\u1100\u1161\u11a8'],
];

test('a selection is trimmed and keeps what is seen as one character whole', async ({
  app,
  window,
  desk,
}) => {
  const text = writeArticle(
    'Odd Characters',
    'From  \u00a0iron works  here: 🚀 rose, 👨‍👩‍👧 at home, cafe\u0301 noir and \u1100\u1161\u11a8 too.',
    'And this is the end of it.',
    'One more.',
  );
  await window.openFiles([await desk.write('odd.txt', text)]);
  for (const [name, selected, tagged] of selections) {
    await test.step(name, async () => {
      await window.selectWithoutMouse(selected);
      await app.page.keyboard.press('2');
      await window.shows('claim', tagged);
    });
  }
});

test('blanks alone cannot be tagged', async ({ app, window, desk }) => {
  const text = writeArticle('Blanks', 'Here   are three.');
  await window.openFiles([await desk.write('blanks.txt', text)]);
  await window.selectWithoutMouse('   ');
  await app.page.keyboard.press('1');
  await expect(window.palette).toBeHidden();
  await expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();
});

test('keys that come faster than the browser tells of a selection tag just the words selected', async ({
  app,
  window,
  desk,
}) => {
  const numbered = Array.from({ length: 20 }, (_, index) => `Works ${index + 10} met its plan.`);
  await window.openFiles([await desk.write('fast.txt', writeArticle('Fast work', ...numbered))]);
  await expect(window.article).toBeVisible();
  await app.page.evaluate(() => {
    const article = document.querySelector('article');
    for (const { firstChild } of document.querySelectorAll('[data-article-text] p')) {
      if (!firstChild?.nodeValue?.startsWith('Works')) continue;
      document.getSelection()?.setBaseAndExtent(firstChild, 0, firstChild, 8);
      article?.dispatchEvent(new KeyboardEvent('keydown', { key: '1', bubbles: true }));
    }
  });
  await expect(window.status.getByText('20 enterprises', { exact: true })).toBeVisible();
  for (const number of [27, 28, 29])
    await expect(window.row('enterprise', `Works ${number}`)).toHaveCount(1);
});
