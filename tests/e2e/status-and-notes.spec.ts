import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles } from '../support/app/texts';

test.beforeEach(async ({ window }) => {
  await window.openFiles(Object.values(samplePaths));
  await window.entry(sampleTitles.steelworks).click();
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
});

test('D marks an article as done and J goes to the next that is not, until all are', async ({
  app,
  window,
}) => {
  const { library } = window;
  const done = new Set<string>();
  for (let count = 1; count <= 3; count += 1) {
    done.add(await app.page.title());
    await app.page.keyboard.press('d');
    await expect(library.getByRole('radio', { name: `Done ${count}` })).toBeVisible();
    const before = await app.page.title();
    await app.page.keyboard.press('j');
    if (count < 3) await expect(app.page).not.toHaveTitle(before);
  }
  expect(done.size).toBe(3);
  await expect(window.notices).toContainText('Every other article is done.');
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(library.getByRole('radio', { name: 'Done 2' })).toBeVisible();
});

test('the library marks how far each article is, and shows those of one status', async ({
  app,
  window,
}) => {
  const { library } = window;
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await expect(window.entry(sampleTitles.steelworks)).toHaveAccessibleName(/In work/);
  await window.entry(sampleTitles.page).click();
  await expect(window.title(sampleTitles.page)).toBeVisible();
  await app.page.keyboard.press('d');
  await expect(window.entry(sampleTitles.page)).toHaveAccessibleName(/Done/);
  await expect(window.entry(sampleTitles.korean)).toHaveAccessibleName(/New/);
  for (const [status, title] of [
    ['New 1', sampleTitles.korean],
    ['In work 1', sampleTitles.steelworks],
    ['Done 1', sampleTitles.page],
  ] as const) {
    await library.getByRole('radio', { name: status }).click();
    await expect(library.getByRole('treeitem', { level: 2 })).toHaveCount(1);
    await expect(window.entry(title)).toBeVisible();
  }
  await library.getByRole('radio', { name: 'All 3' }).click();
  await expect(library.getByRole('treeitem', { level: 2 })).toHaveCount(3);
});

test('status and note of an article are kept after a reload and stand in the export', async ({
  app,
  window,
}) => {
  await window.field('Note on the article').fill('Ask for the second report.');
  await window.article.focus();
  await expect(window.entry(sampleTitles.steelworks)).toHaveAccessibleName(/Has a note/);
  await app.page.keyboard.press('d');
  await expect(window.library.getByRole('radio', { name: 'Done 1' })).toBeVisible();
  await window.saved();
  await app.page.reload();
  await expect(window.field('Note on the article')).toHaveValue('Ask for the second report.');
  await expect(window.inspector.getByRole('radio', { name: 'Done' })).toBeChecked();

  const path = await window.export('This article');
  const { articles } = JSON.parse(await readFile(path, 'utf8')) as { articles: unknown[] };
  expect(articles).toMatchObject([{ status: 'done', note: 'Ask for the second report.' }]);
});
