import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { DatelinePage } from '../support/app/dateline-page';
import { disagreements, readExport } from '../support/app/exported-file';
import { expect, test } from '../support/app/fixtures';
import { writeArticle } from '../support/app/texts';

const root = resolve(import.meta.dirname, '../..');
const text = writeArticle(
  'Two Works',
  'The Songrim 🏭 and the Kangso works pour steel, and both roll it.',
  'Each has a school.',
);

/** Where words stand for the first time. */
function spanOf(words: string): { start: number; end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

test.beforeEach(async ({ window, desk }) => {
  await window.openFiles([await desk.write('two.txt', text)]);
  await window.tag({ quote: 'Songrim 🏭', kind: 'enterprise' });
});

const parts = (window: DatelinePage) => window.inspector.getByRole('list', { name: 'fragments' });

test('F adds the selected words; the export has several spans and validates', async ({
  app,
  window,
}) => {
  await window.selectWords('works');
  await app.page.keyboard.press('f');
  await window.shows('enterprise', 'Songrim 🏭 … works');
  await window.selectWords('school');
  await app.page.keyboard.press('f');
  await window.shows('enterprise', 'Songrim 🏭 … works … school');
  await expect(parts(window).getByRole('listitem')).toHaveText([/Songrim 🏭/, /works/, /school/]);
  await expect(window.annotations.getByRole('option')).toHaveCount(1);
  await window.saved();

  const path = await window.export();
  await promisify(execFile)(process.execPath, ['scripts/cli.mjs', 'validate', path], { cwd: root });
  const [article] = await readExport(path);
  expect(article && disagreements(article)).toEqual([]);
  expect(article?.annotations).toMatchObject([
    {
      kind: 'enterprise',
      quote: { exact: 'Songrim 🏭 … works … school' },
      spans: ['Songrim 🏭', 'works', 'school'].map(spanOf),
    },
  ]);
});

test('words selected with Ctrl held are added, and the annotation stays selected', async ({
  app,
  window,
}) => {
  for (const words of ['works', 'school']) {
    await app.page.keyboard.down('Control');
    await window.selectWords(words);
    await app.page.keyboard.up('Control');
    await expect(window.annotations.getByRole('option')).toContainText(`… ${words}`);
  }
  await window.shows('enterprise', 'Songrim 🏭 … works … school');
});

test('Shift+F takes the words at the caret away, as does the inspector; each is undone', async ({
  app,
  window,
}) => {
  for (const words of ['works', 'school']) {
    await window.selectWords(words);
    await app.page.keyboard.press('f');
    await expect(window.quote).toContainText(`… ${words}`);
  }
  await window.clickWords('works');
  await app.page.keyboard.press('ArrowRight');
  await app.page.keyboard.press('Shift+F');
  await window.shows('enterprise', 'Songrim 🏭 … school');
  await parts(window).getByRole('button', { name: 'Remove fragment 1' }).click();
  await window.shows('enterprise', 'school');
  await expect(parts(window)).toBeHidden();
  for (const quote of [
    'Songrim 🏭 … school',
    'Songrim 🏭 … works … school',
    'Songrim 🏭 … works',
    'Songrim 🏭',
  ]) {
    await app.page.keyboard.press('ControlOrMeta+z');
    await window.shows('enterprise', quote);
  }
});

test('words that touch a fragment join it, and one part can be shown', async ({ app, window }) => {
  await window.selectWords('school');
  await app.page.keyboard.press('f');
  await window.shows('enterprise', 'Songrim 🏭 … school');
  await window.selectWords('🏭 and the Kangso works');
  await app.page.keyboard.press('f');
  await window.shows('enterprise', 'Songrim 🏭 and the Kangso works … school');
  await expect(parts(window).getByRole('listitem')).toHaveCount(2);
  await app.page.setViewportSize({ width: 1440, height: 420 });
  await parts(window).getByRole('button', { name: 'Show fragment 2' }).click();
  await expect(window.article.getByText('Each has a school.')).toBeInViewport();
});
