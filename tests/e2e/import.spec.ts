import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { workLimitMs } from '../../scripts/testing/limits.mjs';
import { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { launchLoopbackApp } from '../support/app/loopback-app';
import { samplePaths, sampleTitles } from '../support/app/texts';
import { buildTaggedArticle, encodeToText, type Tag } from '../unit/codecs/export-builders';

const text = 'The Kangan Mine met its plan on 5 May 2024. 🏭 The Ryul Works did not.\n';
const tags: readonly Tag[] = [
  { words: ['Kangan Mine'], body: { kind: 'enterprise', name: 'KM' } },
  { words: ['met its plan'], body: { kind: 'claim', status: 'completed' } },
];

/** An export of one article with these tags. */
async function exportOf(made: readonly Tag[], unique = 'mine', content = text): Promise<string> {
  const title = `The Mine, ${unique}`;
  return (await encodeToText([buildTaggedArticle(unique, content, made, { title })])).text;
}

/** The counts of one kind of record: new, here already, different here. */
function counts(dialog: Locator, of: 'Articles' | 'Annotations'): Locator {
  const row = dialog.getByRole('row', { name: new RegExp(`^${of} \\d`) });
  return row.getByRole('cell');
}

async function withoutTime(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(/"exportedAt": "[^"]*"/, '');
}

test('an export comes back in an empty project as it was, to the byte', async ({
  window,
  browser,
}) => {
  await window.openFiles([samplePaths.steelworks, samplePaths.korean]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.field('Name to go by').fill('Mokdan Works');
  await window.tag({ quote: 'March 3, 2025', kind: 'date' });
  await window.tag({ quote: 'The hall above it is nearing completion', kind: 'claim' });
  await window.choose('In progress');
  await window.field('Note').fill('One word of the manager.');
  await window.saved();
  const exported = await window.export('All articles');

  const elsewhere = await launchLoopbackApp({ browser });
  try {
    const other = new DatelinePage(elsewhere.page);
    await expect(elsewhere.page.getByRole('contentinfo')).toBeVisible();
    await other.import(exported);
    await expect(
      other.importing.getByRole('button', { name: 'Import 3 annotations' }),
    ).toBeVisible();
    await expect(counts(other.importing, 'Articles')).toHaveText(['2', '0', '0']);
    await elsewhere.page.keyboard.press('Enter');
    await expect(other.importing.getByText('3 annotations and 2 articles imported')).toBeVisible();
    await elsewhere.page.keyboard.press('Enter');
    await expect(other.importing).toBeHidden();
    await expect(other.entry(sampleTitles.korean)).toBeVisible();
    const again = await other.export('All articles');
    expect(await withoutTime(again)).toBe(await withoutTime(exported));
    expect(elsewhere.complaints).toEqual([]);
  } finally {
    await elsewhere.close();
  }
});

test('an export that is dropped is imported, and one undo takes it back', async ({
  app,
  window,
  desk,
}) => {
  await window.drop([await desk.write('mine.json', await exportOf(tags))]);
  await window.importing.getByRole('button', { name: 'Import 2 annotations' }).click();
  await window.importing.getByRole('button', { name: 'Close' }).last().click();
  await expect(window.title('The Mine, mine')).toBeVisible();
  await expect(window.row('claim', 'met its plan')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.library.getByText('No articles yet.')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(window.entry('The Mine, mine')).toBeVisible();
});

test('what differs is shown before anything is changed, and decided one by one', async ({
  app,
  window,
  desk,
}) => {
  const path = await desk.write('mine.json', await exportOf(tags));
  await window.openFiles([path]);
  await window.importing.getByRole('button', { name: 'Import 2 annotations' }).click();
  await window.importing.getByRole('button', { name: 'Close' }).last().click();
  await window.row('enterprise', 'Kangan Mine').click();
  await window.field('Name to go by').fill('Another name');
  await window.row('claim', 'met its plan').click();
  await window.choose('Planned');
  await window.saved();

  await window.import(path);
  await expect(counts(window.importing, 'Annotations')).toHaveText(['0', '0', '2']);
  await expect(
    window.importing.getByRole('button', { name: 'Import', exact: true }),
  ).toBeDisabled();
  await window.importing.getByRole('radio', { name: 'Take theirs' }).first().check();
  await window.importing.getByRole('listbox', { name: 'What differs' }).press('ArrowDown');
  const one = window.importing.getByRole('region', { name: 'met its plan' });
  await one.getByRole('radio', { name: 'Keep mine' }).check();
  await window.importing.getByRole('button', { name: 'Import 1 annotation' }).click();
  await expect(window.importing.getByText('1 annotation and 0 articles imported')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(window.importing).toBeHidden();
  await window.row('enterprise', 'Kangan Mine').click();
  await expect(window.field('Name to go by')).toHaveValue('KM');
  await window.row('claim', 'met its plan').click();
  await expect(window.inspector.getByRole('radio', { name: 'Planned' })).toBeChecked();
});

/** The coder who is at work from now on. */
async function work(window: DatelinePage, as: string): Promise<void> {
  const known = window.status.getByRole('button', { name: 'Your name for the record' });
  if (await known.isVisible()) await known.click();
  const field = window.status.getByRole('textbox', { name: 'Your name for the record' });
  await field.fill(as);
  await field.press('Enter');
  await expect(window.status.getByRole('button', { name: as })).toBeVisible();
}

const [kangan] = tags as [Tag];

/** The export of a colleague with the same file, who says this of its first words. */
async function exportOfColleague(body: Tag['body'], coder: string, note?: string): Promise<string> {
  const provenance = { coder, origin: 'hand' } as const;
  const tag = { ...kangan, body, facts: { provenance, ...(note && { note }) } };
  const facts = { title: 'mine', language: 'en' };
  return (await encodeToText([buildTaggedArticle('theirs', text, [tag], facts)])).text;
}

test('a note of a colleague on words that both have tagged is decided, and undone', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('mine.txt', text)]);
  await work(window, 'Kim');
  await window.tag({ quote: 'Kangan Mine', kind: 'enterprise' });
  await window.saved();
  const path = await desk.write(
    'theirs.json',
    await exportOfColleague({ kind: 'enterprise' }, 'Kim', 'Seen from the air.'),
  );
  await window.import(path);
  const { importing } = window;
  await expect(counts(importing, 'Annotations')).toHaveText(['0', '0', '1']);
  await expect(
    importing.getByRole('row', { name: 'Note not set Seen from the air.' }),
  ).toBeVisible();
  await expect(importing.getByRole('radio', { name: 'Keep both' })).toHaveCount(0);
  await expect(importing.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await importing.getByRole('listbox', { name: 'What differs' }).press(' ');
  await importing.getByRole('button', { name: 'Import 1 annotation' }).click();
  await expect(importing.getByText('1 annotation and 0 articles imported')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(importing).toBeHidden();
  await window.row('enterprise', 'Kangan Mine').click();
  await expect(window.field('Note')).toHaveValue('Seen from the air.');
  await expect(window.status.getByText('1 enterprise', { exact: true })).toBeVisible();
  await window.saved();

  const exported = await window.export();
  await app.page.keyboard.press('Escape');
  for (const again of [path, exported]) {
    await window.import(again);
    await expect(importing.getByText('All of it is here already.')).toBeVisible();
    await app.page.keyboard.press('Escape');
    await expect(importing).toBeHidden();
  }
  await window.article.focus();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.field('Note')).toHaveValue('');
});

test('a value that a colleague without a name filled in is decided, and one record afterwards', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('mine.txt', text)]);
  await work(window, 'Lee');
  await window.tag({ quote: 'Kangan Mine', kind: 'enterprise' });
  await window.saved();
  const named = await exportOfColleague({ kind: 'enterprise', name: 'Kangan Coal Mine' }, '');
  await window.import(await desk.write('theirs.json', named));
  await expect(counts(window.importing, 'Annotations')).toHaveText(['0', '0', '1']);
  await expect(
    window.importing.getByRole('row', { name: 'Name to go by not set Kangan Coal Mine' }),
  ).toBeVisible();
  await expect(window.importing.getByRole('row', { name: 'Coder Lee not set' })).toBeVisible();
  await window.importing.getByRole('radio', { name: 'Take theirs' }).first().check();
  await window.importing.getByRole('button', { name: 'Import 1 annotation' }).click();
  await app.page.keyboard.press('Escape');
  await expect(window.importing).toBeHidden();
  await expect(window.row('enterprise', 'Kangan Mine')).toHaveCount(1);
  await window.row('enterprise', 'Kangan Mine').click();
  await expect(window.field('Name to go by')).toHaveValue('Kangan Coal Mine');
});

test('what two named coders say of the same words is kept, shown together and counted once', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('mine.txt', text)]);
  await work(window, 'Lee');
  await window.tag({ quote: 'Kangan Mine', kind: 'enterprise' });
  await window.saved();
  const path = await desk.write(
    'theirs.json',
    await exportOfColleague({ kind: 'enterprise', name: 'Kangan Coal Mine' }, 'Kim'),
  );
  await window.import(path);
  await expect(counts(window.importing, 'Annotations')).toHaveText(['1', '0', '0']);
  await window.importing.getByRole('button', { name: 'Import 1 annotation' }).click();
  await app.page.keyboard.press('Escape');
  await expect(window.importing).toBeHidden();
  await expect(window.row('enterprise', 'Kangan Mine')).toHaveCount(2);
  await expect(window.status.getByText('1 enterprise', { exact: true })).toBeVisible();
  await window.annotations.getByRole('option', { name: /Kangan Mine.*, Lee$/ }).click();
  await window.inspector.getByRole('button', { name: 'Kim Kangan Coal Mine' }).click();
  await expect(window.inspector.getByText('Made by Kim')).toBeVisible();

  // The same in the program itself: another coder's tag is a record of their own, once.
  await window.article.focus();
  await work(window, 'Park');
  for (let time = 0; time < 2; time += 1) {
    await window.selectWords('Kangan Mine');
    await app.page.keyboard.press('1');
    await expect(window.inspector.getByText('Made by Park')).toBeVisible();
  }
  await expect(window.row('enterprise', 'Kangan Mine')).toHaveCount(3);
  await expect(window.status.getByText('1 enterprise', { exact: true })).toBeVisible();
  await window.saved();
  await window.import(path);
  await expect(window.importing.getByText('All of it is here already.')).toBeVisible();
});

const refusals = [
  {
    name: 'changed after it was exported',
    change: (json: string) => json.replace('met its plan on', 'met his plan on'),
    says: ['/articles/0/textHash', 'The text is not the one that was exported.'],
  },
  {
    name: 'cut off',
    change: (json: string) => json.slice(0, -20),
    says: [/^line \d+, column \d+$/, 'This is not JSON.'],
  },
  {
    name: 'of a newer Dateline',
    change: (json: string) => json.replace('"version": 1,', '"version": 2,'),
    says: ['A newer Dateline wrote this file.', '/version'],
  },
  {
    name: 'of another program',
    change: () => '{"type": "FeatureCollection", "features": []}',
    says: ['The file is JSON, but no export of Dateline.'],
  },
] as const;
for (const { name, change, says } of refusals)
  test(`a file ${name} is refused with place and reason`, async ({ window, desk }) => {
    await window.import(await desk.write('bad.json', change(await exportOf(tags))));
    const dialog = window.importing;
    await expect(dialog.getByText('The file was not imported')).toBeVisible();
    for (const words of says) await expect(dialog.getByText(words, { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(window.library.getByText('No articles yet.')).toBeVisible();
  });

test.describe('a large import', () => {
  const many = 20_000;

  /** An export of `many` annotations of an article of its own. */
  function large(): Promise<string> {
    const made = Array.from({ length: many }, (_, index): Tag => {
      const body = { kind: 'enterprise', name: `Name ${index % 50}` } as const;
      return { words: ['Ryul Works'], body };
    });
    return exportOf(made, 'large', 'Only the Ryul Works.\n');
  }

  test('goes on while words are tagged, and is one step of undo', async ({ app, window, desk }) => {
    await window.openFiles([samplePaths.steelworks]);
    await expect(window.title(sampleTitles.steelworks)).toBeVisible();
    await window.import(await desk.write('large.json', await large()));
    await window.importing.getByRole('button', { name: 'Import 20,000 annotations' }).click();
    await window.importing.getByRole('button', { name: 'Go on tagging' }).click();
    await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
    await expect(window.entry('The Mine, large')).toBeHidden();
    await expect(window.entry('The Mine, large')).toBeVisible({ timeout: workLimitMs });
    await expect(window.notices.getByText('Imported 20,000 annotations')).toBeVisible();
    await app.page.keyboard.press('ControlOrMeta+z');
    await expect(window.entry('The Mine, large')).toBeHidden({ timeout: workLimitMs });
    await expect(window.row('enterprise', 'Mokdan Steel Complex')).toBeVisible();
  });

  test('can be cancelled without a trace', async ({ window, desk }) => {
    await window.openFiles([samplePaths.steelworks]);
    await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
    await window.saved();
    const before = await window.export('All articles');
    await window.page.getByRole('button', { name: 'Close' }).last().click();
    await window.import(await desk.write('large.json', await large()));
    await window.importing.getByRole('button', { name: 'Import 20,000 annotations' }).click();
    await expect(window.importing.getByText(/^[2-9],000 of 20,000/)).toBeVisible();
    await window.importing.getByRole('button', { name: 'Cancel' }).click();
    await expect(window.importing).toBeHidden({ timeout: workLimitMs });
    await window.saved();
    await expect(window.library.getByText('1 article', { exact: true })).toBeVisible();
    const after = await window.export('All articles');
    expect(await withoutTime(after)).toBe(await withoutTime(before));
  });
});
