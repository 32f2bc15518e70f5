import { join } from 'node:path';
import { DatelinePage } from '../support/app/dateline-page';
import { expect, refuseComplaints, test } from '../support/app/fixtures';
import {
  launchLoopbackApp,
  makeFolders,
  removeFolders,
  startAgain,
} from '../support/app/loopback-app';
import { samplePaths, sampleTitles } from '../support/app/texts';

test('files of the command line open, and are offered again as recent', async ({ desk }) => {
  const missing = join(desk.folder, 'not there.txt');
  const folders = await makeFolders();
  const app = await launchLoopbackApp({
    folders,
    files: [samplePaths.steelworks, missing, desk.folder, samplePaths.page],
  });
  try {
    const window = new DatelinePage(app.page);
    await test.step('those that can be opened are, the others are told', async () => {
      const problems = app.page.getByRole('dialog', { name: '2 files could not be opened' });
      await expect(problems.getByText('‘not there.txt’ is no longer there.')).toBeVisible();
      await expect(problems.getByText(/‘dateline-desk-.*’ is a folder\./)).toBeVisible();
      await expect(problems.getByText('2 other files opened.')).toBeVisible();
      await problems.getByRole('button', { name: 'Close' }).last().click();
      await expect(window.title(sampleTitles.steelworks)).toBeVisible();
      await expect(window.entry(sampleTitles.page)).toBeVisible();
    });
    await test.step('the welcome screen offers them again', async () => {
      await window.command('Remove this article');
      await window.entry(sampleTitles.page).click();
      await expect(window.title(sampleTitles.page)).toBeVisible();
      await window.command('Remove this article');
      await expect(app.page.getByRole('heading', { name: 'Recent files' })).toBeVisible();
      await app.page.getByRole('button', { name: 'rolling-mill-visit.html' }).click();
      await expect(window.title(sampleTitles.page)).toBeVisible();
    });
    await test.step('and forgets them when told to', async () => {
      await window.command('Remove this article');
      await app.page.getByRole('button', { name: 'Forget these' }).click();
      await expect(app.page.getByRole('heading', { name: 'Recent files' })).toBeHidden();
      await app.page.reload();
      await expect(app.page.getByRole('heading', { name: 'Sample articles' })).toBeVisible();
      await expect(app.page.getByRole('heading', { name: 'Recent files' })).toBeHidden();
    });
    refuseComplaints(app);
  } finally {
    await app.close();
    await removeFolders(folders);
  }
});

test('a second start hands its files to the window that is open', async ({ app, window, desk }) => {
  await window.openFiles([samplePaths.steelworks]);
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  const second = await startAgain(app.folders, [
    samplePaths.korean,
    join(desk.folder, 'nowhere.txt'),
  ]);
  expect(second.exitCode).toBe(0);
  expect(new URL(second.address).origin).toBe(new URL(app.address).origin);
  const problems = app.page.getByRole('dialog', { name: '1 file could not be opened' });
  await expect(problems.getByText('‘nowhere.txt’ is no longer there.')).toBeVisible();
  await expect(problems.getByText('1 other file opened.')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(window.title(sampleTitles.korean)).toBeVisible();
});
