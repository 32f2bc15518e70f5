import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DatelinePage } from '../support/app/dateline-page';
import { expect, refuseComplaints, test } from '../support/app/fixtures';
import {
  type AppFolders,
  type LoopbackApp,
  launchLoopbackApp,
  makeFolders,
  removeFolders,
} from '../support/app/loopback-app';
import { readStoredState } from '../support/app/stored-state';
import { writeLongArticle } from '../support/app/texts';

let folders: AppFolders;
test.beforeEach(async () => {
  folders = await makeFolders();
});
test.afterEach(() => removeFolders(folders));

/** Where the browser keeps the store of this origin. */
const storeFolder = (): string => join(folders.profile, 'Default', 'IndexedDB');
const backupFolder = (): string => join(folders.data, 'backup');

/** Starts the program, does `work` in it, and ends it. */
async function session(work: (window: DatelinePage, app: LoopbackApp) => Promise<void>) {
  const app = await launchLoopbackApp({ folders });
  try {
    await work(new DatelinePage(app.page), app);
    refuseComplaints(app);
  } finally {
    await app.close();
  }
}

/** Opens an article and tags two claims in it. */
async function tagTwo(window: DatelinePage, path: string): Promise<void> {
  await window.saved();
  await window.openFiles([path]);
  await window.tag({ quote: 'furnace 2 has', kind: 'claim' });
  await window.tag({ quote: 'furnace 3 has', kind: 'claim' });
  await window.saved();
}

/** Tags two claims and then a third, and puts the store back to where there were two; `older` is room for a copy of it. */
async function tagAndPutBack(path: string, older: string): Promise<void> {
  await session((window) => tagTwo(window, path));
  await cp(storeFolder(), older, { recursive: true });
  await session(async (window) => {
    await window.tag({ quote: 'furnace 4 has', kind: 'claim' });
    await window.saved();
  });
  await rm(storeFolder(), { recursive: true });
  await cp(older, storeFolder(), { recursive: true });
}

const restorePage = (page: Page, title: string) => page.getByRole('heading', { name: title });
const held = (page: Page) => page.getByRole('region', { name: 'What it holds' });
const tags = (window: DatelinePage) => window.annotations.getByRole('option');

test('a store that is gone comes back on one key, with its history', async ({ desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 12));
  await session((window) => tagTwo(window, path));
  await rm(storeFolder(), { recursive: true });
  await session(async (window, { page }) => {
    await expect(restorePage(page, 'Your project is missing')).toBeVisible();
    await expect(held(page)).toContainText('1 article, 2 annotations');
    await page.keyboard.press('Enter');
    await expect(window.notices.getByText('Restored: 1 article, 2 annotations.')).toBeVisible();
    await window.entry('A Long Article').click();
    await expect(tags(window)).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(tags(window)).toHaveCount(1);
    await window.saved();
  });
  await session(async (window) => {
    await expect(tags(window)).toHaveCount(1);
  });
});

test('a store that was put back in time is seen, and brought up to date', async ({ desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 12));
  await tagAndPutBack(path, join(desk.folder, 'older'));
  await session(async (window, { page }) => {
    await expect(restorePage(page, 'The backup is ahead of your project')).toBeVisible();
    await expect(page.getByText('One change is in the backup alone.')).toBeVisible();
    await expect(held(page)).toContainText('1 article, 3 annotations');
    await page.keyboard.press('Enter');
    await window.entry('A Long Article').click();
    await expect(tags(window)).toHaveCount(3);
  });
});

test('one may go on with a store that is behind: the backup then follows it', async ({ desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 12));
  await tagAndPutBack(path, join(desk.folder, 'older'));
  await session(async (window, { page }) => {
    await page.getByRole('button', { name: 'Go on with the store as it is' }).click();
    await expect(tags(window)).toHaveCount(2);
    await window.tag({ quote: 'furnace 5 has', kind: 'claim' });
    await window.saved();
  });
  await rm(storeFolder(), { recursive: true });
  await session(async (window, { page }) => {
    await expect(held(page)).toContainText('1 article, 3 annotations');
    await page.keyboard.press('Enter');
    await window.entry('A Long Article').click();
    await expect(window.row('claim', 'furnace 5 has')).toBeVisible();
  });
});

test('one may begin anew, and restore later', async ({ desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 12));
  await session((window) => tagTwo(window, path));
  await rm(storeFolder(), { recursive: true });
  await session(async (window, { page }) => {
    await page.getByRole('button', { name: 'Start with an empty project' }).click();
    await window.saved();
    await expect(window.library.getByText('A Long Article')).toHaveCount(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Restore from the backup');
    await page.keyboard.press('Enter');
    await expect(restorePage(page, 'Restore from the backup')).toBeVisible();
    await expect(held(page)).toContainText('1 article, 2 annotations');
    await page.keyboard.press('Enter');
    await expect(window.entry('A Long Article')).toBeVisible();
  });
});

test('an earlier point is restored by choice, and what was there is kept aside', async ({
  desk,
}) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 12));
  await session(async (window, { page }) => {
    await tagTwo(window, path);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Back up now');
    await page.keyboard.press('Enter');
    await expect(window.notices.getByText('A snapshot of the project was written')).toBeVisible();
    await window.tag({ quote: 'furnace 4 has', kind: 'claim' });
    await window.saved();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Restore from the backup');
    await page.keyboard.press('Enter');
    await expect(held(page)).toContainText('1 article, 3 annotations');
    await page.getByRole('treeitem', { name: /Snapshot of/ }).click();
    await expect(held(page)).toContainText('1 article, 2 annotations');
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await expect(tags(window)).toHaveCount(2);
    await window.saved();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Restore from the backup');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Kept aside' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(tags(window)).toHaveCount(2);
  });
});

test('a backup that was removed is written anew, and said so', async ({ desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 12));
  await session(async (window, { page }) => {
    await page.clock.install();
    await page.reload();
    await tagTwo(window, path);
    // How far the journal has got is remembered when nothing has come for a while.
    await page.clock.fastForward('01:00');
    const remembered = async () =>
      (await readStoredState(page)).find(({ key }) => key === 'journal')?.value;
    await expect.poll(remembered).toEqual({ seq: 3 });
  });
  await rm(backupFolder(), { recursive: true });
  await session(async (window) => {
    await expect(window.notices.getByText('The backup was gone.')).toBeVisible();
    await window.saved();
  });
  await rm(storeFolder(), { recursive: true });
  await session(async (_window, { page }) => {
    await expect(held(page)).toContainText('1 article, 2 annotations');
  });
});

test('a backup that cannot be written is said at once, and written when it can be', async ({
  desk,
}) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 12));
  await session(async (window) => {
    await tagTwo(window, path);
    await rm(backupFolder(), { recursive: true });
    await writeFile(backupFolder(), 'in the way');
    await window.tag({ quote: 'furnace 4 has', kind: 'claim' });
    const note = window.status.getByRole('alert').filter({ hasText: 'not in the backup' });
    await expect(note).toBeVisible();
    await expect(tags(window)).toHaveCount(3);
    await window.tag({ quote: 'furnace 5 has', kind: 'claim' });
    await rm(backupFolder());
    await window.status.getByRole('button', { name: 'Retry the backup' }).click();
    await window.saved();
    await expect(note).toHaveCount(0);
  });
  await rm(storeFolder(), { recursive: true });
  await session(async (_window, { page }) => {
    await expect(held(page)).toContainText('1 article, 4 annotations');
  });
});
