import { workLimitMs } from '../../scripts/testing/limits.mjs';
import type { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { writeArticle } from '../support/app/texts';

const north = writeArticle(
  'North',
  'The Kilju mill, the Orang mine and the Hwadae pit met in May.',
);
const south = writeArticle('South', 'The Kaechon yard opened in June.');

/** The rows in sight, without the head. */
const rows = ({ table }: DatelinePage) => table.locator('[role=row]:has([role=gridcell])');

const showsRows = ({ table }: DatelinePage, words: readonly string[]) =>
  expect(table.getByRole('row').locator('[role=gridcell]:nth-child(2)')).toHaveText([...words]);

test.describe('of two articles', () => {
  test.beforeEach(async ({ window, desk }) => {
    await window.openFiles([
      await desk.write('south.txt', south),
      await desk.write('north.txt', north),
    ]);
    await window.entry('South').click();
    await window.tag({ quote: 'Kaechon yard', kind: 'enterprise' });
    await window.tag({ quote: 'June', kind: 'date' });
    await window.entry('North').click();
    for (const quote of ['Kilju mill', 'Orang mine', 'Hwadae pit'])
      await window.tag({ quote, kind: 'enterprise' });
    await window.tag({ quote: 'May', kind: 'date' });
    await window.saved();
    await window.page.keyboard.press('l');
    await expect(window.table).toBeVisible();
  });

  test('it shows the article or the project, filtered and in order, and Enter goes to the words', async ({
    app,
    window,
  }) => {
    await showsRows(window, ['Kilju mill', 'Orang mine', 'Hwadae pit', 'May']);
    await app.page.getByRole('radio', { name: 'Whole project' }).check();
    await expect(rows(window)).toHaveCount(6);
    await window.table.getByRole('button', { name: 'Words' }).click();
    await showsRows(window, [
      'Hwadae pit',
      'June',
      'Kaechon yard',
      'Kilju mill',
      'May',
      'Orang mine',
    ]);
    await window.table.getByRole('button', { name: 'Words' }).click();
    await showsRows(window, [
      'Orang mine',
      'May',
      'Kilju mill',
      'Kaechon yard',
      'June',
      'Hwadae pit',
    ]);
    const kinds = app.page.getByRole('main').getByRole('group', { name: 'Kinds shown' });
    await kinds.getByRole('button', { name: '2 dates' }).click();
    await showsRows(window, ['Orang mine', 'Kilju mill', 'Kaechon yard', 'Hwadae pit']);
    await app.page.getByLabel('Filter annotations').fill('south');
    await showsRows(window, ['Kaechon yard']);
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Enter');
    await expect(window.title('South')).toBeVisible();
    await window.shows('enterprise', 'Kaechon yard');
    await expect(window.article.getByText('Kaechon yard')).toBeInViewport();
  });

  test('many rows are chosen by keys, changed, named and deleted; each is one undo', async ({
    app,
    window,
  }) => {
    const { table, page } = window;
    await table.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(app.page.getByText('3 selected')).toBeVisible();
    await page.keyboard.press('r');
    await expect(page.getByLabel('Name of 3 enterprises')).toBeFocused();
    await page.keyboard.type('Northern Works');
    await page.keyboard.press('Enter');
    await expect(table.getByText('Northern Works')).toHaveCount(3);
    await expect(table).toBeFocused();

    await page.keyboard.press('2');
    await expect(table.getByRole('gridcell', { name: 'Claim' })).toHaveCount(3);
    await page.keyboard.press('Delete');
    await showsRows(window, ['May']);
    await window.saved();
    for (const state of ['3 claims', '3 enterprises']) {
      await page.keyboard.press('ControlOrMeta+z');
      await expect(window.status.getByText(state, { exact: true })).toBeVisible();
    }
    await page.keyboard.press('ControlOrMeta+z');
    await expect(window.notices).toContainText('Undone: Named 3 enterprises ‘Northern Works’');
    await expect(window.status.getByText('3 enterprises', { exact: true })).toBeVisible();
  });
});

test('five thousand annotations, made by tagging all, are chosen, named and deleted at once', async ({
  app,
  window,
  desk,
}) => {
  const line = Array.from({ length: 10 }, (_, index) => `pit ${index}`).join(' and ');
  const text = writeArticle('Pits', ...Array.from({ length: 500 }, () => `Here are ${line}.`));
  await window.openFiles([await desk.write('pits.txt', text)]);
  await window.tag({ quote: 'pit', kind: 'enterprise' });
  await app.page.keyboard.press('t');
  await window.identical.getByRole('button', { name: 'Tag 4,999 places' }).click();
  await expect(window.identical).toBeHidden({ timeout: workLimitMs });
  await expect(window.status.getByText('5,000 enterprises', { exact: true })).toBeVisible();

  await app.page.keyboard.press('l');
  await expect(app.page.getByText('5,000 of 5,000 shown')).toBeVisible();
  await window.table.focus();
  await app.page.keyboard.press('End');
  await expect(window.table.getByRole('row').last()).toContainText('¶ 501');
  await app.page.keyboard.press('ControlOrMeta+a');
  await expect(app.page.getByText('5,000 selected')).toBeVisible();
  await app.page.keyboard.press('r');
  await app.page.keyboard.type('The Pits');
  await app.page.keyboard.press('Enter');
  await expect(window.table.getByRole('gridcell', { name: 'The Pits' }).first()).toBeVisible();
  await app.page.keyboard.press('Delete');
  await expect(app.page.getByText('Nothing is tagged in this article yet.')).toBeVisible();
  await window.saved();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.status.getByText('5,000 enterprises', { exact: true })).toBeVisible();
  await window.saved();
});
