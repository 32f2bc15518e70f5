import { expect, test } from '../support/app/fixtures';
import { samplePaths } from '../support/app/texts';

test.beforeEach(async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await expect(window.article).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+f');
  await expect(window.finder.getByRole('textbox')).toBeFocused();
});

test('finds count, go forwards and back, and round the end', async ({ app, window }) => {
  const count = window.finder.getByRole('status');
  await app.page.keyboard.type('complex');
  await expect(count).toHaveText('1 of 5');
  await app.page.keyboard.press('Enter');
  await expect(count).toHaveText('2 of 5');
  await app.page.keyboard.press('F3');
  await expect(count).toHaveText('3 of 5');
  await app.page.keyboard.press('Shift+Enter');
  await app.page.keyboard.press('Shift+F3');
  await app.page.keyboard.press('ControlOrMeta+Shift+g');
  await expect(count).toHaveText('5 of 5');
  await window.finder.getByRole('button', { name: 'Next match' }).click();
  await expect(count).toHaveText('1 of 5');
  await window.finder.getByRole('button', { name: 'Previous match' }).click();
  await expect(count).toHaveText('5 of 5');
});

test('case is matched on demand', async ({ app, window }) => {
  const count = window.finder.getByRole('status');
  await app.page.keyboard.type('complex');
  await expect(count).toHaveText('1 of 5');
  await window.finder.getByRole('button', { name: 'Match case' }).click();
  await expect(count).toHaveText('1 of 2');
  await window.finder.getByRole('textbox').fill('COMPLEX');
  await expect(count).toHaveText('No match');
  await expect(window.finder.getByRole('button', { name: 'Next match' })).toBeDisabled();
});

test('the place found is brought into view', async ({ app, window }) => {
  await app.page.setViewportSize({ width: 1440, height: 400 });
  await app.page.keyboard.type('Sample article written');
  await expect(window.article.getByText('Sample article written')).toBeInViewport();
});

test('Escape closes the search and gives the focus back to the article', async ({
  app,
  window,
}) => {
  await app.page.keyboard.type('1');
  await app.page.keyboard.press('Escape');
  await expect(window.finder).toBeHidden();
  await expect(window.article).toBeFocused();
  await expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();
});

test('the selected words are searched for', async ({ app, window }) => {
  await app.page.keyboard.press('Escape');
  await window.selectWords('Mokdan');
  await app.page.keyboard.press('ControlOrMeta+f');
  await expect(window.finder.getByRole('textbox')).toHaveValue('Mokdan');
  await expect(window.finder.getByRole('status')).toHaveText('1 of 2');
});
