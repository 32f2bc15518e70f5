import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles } from '../support/app/texts';

test.beforeEach(async ({ window }) => {
  await window.openFiles([samplePaths.steelworks, samplePaths.page]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
});

test('a removed article comes back, with its annotations, by the Undo of the notice', async ({
  app,
  window,
}) => {
  await window.entry(sampleTitles.steelworks).hover();
  await window.library
    .getByRole('button', { name: `Remove ‘${sampleTitles.steelworks}’ from the library` })
    .click();
  await expect(window.entry(sampleTitles.steelworks)).toBeHidden();
  await expect(app.page.getByRole('heading', { name: 'Dateline' })).toBeVisible();
  const notice = window.notices.getByText(`Removed ‘${sampleTitles.steelworks}’`);
  await expect(notice).toBeVisible();
  await window.notices.getByRole('button', { name: 'Undo' }).click();
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await expect(window.row('enterprise', 'Mokdan Steel Complex')).toBeVisible();
});

test('a removed article comes back by Ctrl+Z, also after a reload, and goes again by redo', async ({
  app,
  window,
}) => {
  await window.command('Remove this article');
  await expect(window.entry(sampleTitles.steelworks)).toBeHidden();
  await window.saved();
  await app.page.reload();
  await expect(window.entry(sampleTitles.page)).toBeVisible();
  await expect(window.entry(sampleTitles.steelworks)).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await expect(window.row('enterprise', 'Mokdan Steel Complex')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(window.entry(sampleTitles.steelworks)).toBeHidden();
});

test('the Delete key in the library removes the article under the cursor', async ({
  app,
  window,
}) => {
  await window.entry(sampleTitles.page).click();
  await window.library.getByRole('tree', { name: 'Library' }).focus();
  await app.page.keyboard.press('Delete');
  await expect(window.entry(sampleTitles.page)).toBeHidden();
  await expect(window.entry(sampleTitles.steelworks)).toBeVisible();
});
