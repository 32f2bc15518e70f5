import { readFile } from 'node:fs/promises';
import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles, writeArticle } from '../support/app/texts';

test('several files chosen at once are all in the library, and the first is shown', async ({
  window,
}) => {
  await window.openFiles([samplePaths.steelworks, samplePaths.korean, samplePaths.page]);
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  for (const title of Object.values(sampleTitles)) await expect(window.entry(title)).toBeVisible();
  await expect(window.library.getByText('3 articles', { exact: true })).toBeVisible();
  await window.saved();
});

test('closing the dialog changes nothing', async ({ window }) => {
  await window.openFiles([]);
  await expect(window.page.getByRole('heading', { name: 'Dateline' })).toBeVisible();
  await expect(window.library.getByText('No articles yet.')).toBeVisible();
});

test('the same bytes again show the article that is there', async ({ window, desk }) => {
  await window.openFiles([samplePaths.steelworks, samplePaths.page]);
  await window.entry(sampleTitles.page).click();
  await expect(window.title(sampleTitles.page)).toBeVisible();
  const content = await readFile(samplePaths.steelworks);
  await window.openFiles([await desk.write('under another name.txt', content)]);
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await expect(
    window.notices.getByText(`‘${sampleTitles.steelworks}’ is already in the library.`),
  ).toBeVisible();
  await expect(window.library.getByText('2 articles', { exact: true })).toBeVisible();
});

test('one file twice in one choice is one article', async ({ window, desk }) => {
  const text = writeArticle('The Works at Dawn', 'The furnace was lit at five.');
  await window.openFiles([await desk.write('a.txt', text), await desk.write('b.txt', text)]);
  await expect(window.library.getByText('1 article', { exact: true })).toBeVisible();
});

test('the samples open from the welcome screen and from the library', async ({ window }) => {
  await window.page.getByRole('button', { name: sampleTitles.korean }).click();
  await expect(window.title(sampleTitles.korean)).toBeVisible();
  await window.command('Open the sample articles');
  await expect(window.library.getByText('3 articles', { exact: true })).toBeVisible();
});
