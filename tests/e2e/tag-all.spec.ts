import type { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { writeArticle } from '../support/app/texts';

const first = writeArticle(
  'Taeryu Reports',
  'The Taeryu works is running. In May the Taeryu works rested; now the Taeryu works pours again.',
  'Nobody spoke of the Great Taeryu works of old, nor of the TAERYU-WORKS on the gate.',
);
const second = writeArticle(
  'Visitors',
  'A train to the Taeryu works leaves at six.',
  'The taeryu works’ band plays. Two Taeryu workshops are shut.',
);

const counted = (window: DatelinePage, words: string) =>
  expect(window.status.getByText(words, { exact: true })).toBeVisible();

test.describe('two articles', () => {
  test.beforeEach(async ({ window, desk }) => {
    await window.openFiles([
      await desk.write('first.txt', first),
      await desk.write('second.txt', second),
    ]);
    await window.entry('Taeryu Reports').click();
    await window.tag({ quote: 'Great Taeryu works', kind: 'enterprise' });
    await window.tag({ quote: 'Taeryu works', kind: 'enterprise' });
    await window.field('Name to go by').fill('Taeryu Metal Works');
    await window.page.keyboard.press('Enter');
    await window.article.focus();
    await window.saved();
  });

  test('every place in the article is counted, shown, and tagged but for one left out', async ({
    app,
    window,
  }) => {
    await app.page.keyboard.press('t');
    const { identical } = window;
    await expect(identical).toHaveAccessibleName('Tag every ‘Taeryu works’ as enterprise');
    await expect(identical.getByRole('status')).toHaveText(
      '2 places in 1 article; 1 already tagged is skipped; 1 inside longer tagged words is skipped',
    );
    const places = identical.getByRole('listbox', { name: 'Places to tag' });
    await expect(places.getByRole('option')).toHaveText([/In May the.*rested/, /now the.*pours/]);
    await places.getByRole('option').first().click();
    await expect(identical.getByText('1 of 2 chosen')).toBeVisible();
    await app.page.keyboard.press('Enter');
    await expect(identical).toBeHidden();
    await counted(window, '3 enterprises');
    await app.page.keyboard.press('ControlOrMeta+z');
    await counted(window, '2 enterprises');
    await app.page.keyboard.press('ControlOrMeta+Shift+z');
    await counted(window, '3 enterprises');
    await app.page.keyboard.press('Alt+1');
    await app.page.keyboard.press('p');
    await window.clickWords('Taeryu works', 3);
    await window.shows('enterprise', 'Taeryu works');
    await expect(window.field('Name to go by')).toHaveValue('Taeryu Metal Works');
  });

  test('all articles are tagged with case, spaces and hyphens ignored; one undo takes all back, and all are deleted likewise', async ({
    app,
    window,
  }) => {
    const { identical } = window;
    await app.page.keyboard.press('t');
    await identical.getByRole('radio', { name: 'All articles' }).check();
    await expect(identical.getByRole('status')).toContainText('3 places in 2 articles');
    await identical.getByRole('radio', { name: 'Ignore case' }).check();
    await expect(identical.getByRole('status')).toContainText('5 places in 2 articles');
    await identical.getByRole('checkbox', { name: 'Whole words only' }).uncheck();
    await expect(identical.getByRole('status')).toContainText('6 places in 2 articles');
    await identical.getByRole('checkbox', { name: 'Whole words only' }).check();
    await identical.getByRole('button', { name: 'Tag 5 places' }).click();
    await expect(identical).toBeHidden();
    await counted(window, '5 enterprises');
    await window.entry('Visitors').click();
    await counted(window, '2 enterprises');
    await app.page.keyboard.press('ControlOrMeta+z');
    await expect(window.entry('Visitors')).not.toHaveAccessibleName(/enterprise/);
    await expect(window.entry('Taeryu Reports')).toHaveAccessibleName(/2 enterprises/);
    await app.page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(window.entry('Visitors')).toHaveAccessibleName(/2 enterprises/);
    await expect(window.entry('Taeryu Reports')).toHaveAccessibleName(/5 enterprises/);
    await window.entry('Taeryu Reports').click();
    await counted(window, '5 enterprises');

    await window.row('enterprise', 'Taeryu works').first().click();
    await app.page.keyboard.press('Shift+Delete');
    await expect(identical).toHaveAccessibleName('Delete every enterprise ‘Taeryu works’');
    await expect(identical.getByRole('status')).toContainText('3 annotations in 1 article');
    await identical.getByRole('radio', { name: 'All articles' }).check();
    await identical.getByRole('radio', { name: 'Ignore case' }).check();
    await identical.getByRole('button', { name: 'Delete 6 annotations' }).click();
    await expect(identical).toBeHidden();
    await counted(window, '1 enterprise');
    await app.page.keyboard.press('ControlOrMeta+z');
    await counted(window, '5 enterprises');
  });

  test('selected words are tagged everywhere as the kind chosen', async ({ app, window }) => {
    await window.selectWords('Taeryu works rested');
    await app.page.keyboard.press('t');
    await window.identical.getByRole('radio', { name: 'Claim' }).check();
    await expect(window.identical).toHaveAccessibleName('Tag every ‘Taeryu works rested’ as claim');
    await window.identical.getByRole('button', { name: 'Tag 1 place' }).click();
    await counted(window, '1 claim');
    await expect(window.row('claim', 'Taeryu works rested')).toBeVisible();
  });
});

test('in Korean a place with a particle behind it is one, and a longer name is none', async ({
  app,
  window,
  desk,
}) => {
  const text = writeArticle(
    '소식',
    '대륙제강소에서는 쇠물을 뽑았다. 대륙제강소가 앞섰고 대륙제강소의 로동자들이 웃었다.',
    '대륙제강소장동무도 왔다.',
  );
  await window.openFiles([await desk.write('news.txt', text)]);
  await window.tag({ quote: '대륙제강소', kind: 'enterprise' });
  await app.page.keyboard.press('t');
  await expect(window.identical.getByRole('status')).toContainText('2 places in 1 article');
  await app.page.keyboard.press('Enter');
  await counted(window, '3 enterprises');
  await expect(window.row('enterprise', '대륙제강소')).toHaveCount(3);
});
