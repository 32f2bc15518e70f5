import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { samplePaths, sampleTitles, writeArticle } from '../support/app/texts';
import { expect, test } from './fixtures';

test('an article is opened by argument, tagged, exported, and there again after a restart', async ({
  desk,
}) => {
  const { app, window, ended } = await desk.start({ files: [samplePaths.steelworks] });
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.saved();
  const destination = join(desk.folder, 'export.json');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, destination);
  expect(await window.export()).toBe(destination);
  const exported = JSON.parse(await readFile(destination, 'utf8')) as {
    articles: { annotations: { quote: { exact: string } }[] }[];
  };
  expect(exported.articles[0]?.annotations[0]?.quote.exact).toBe('Mokdan Steel Complex');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await ended).toBe(0);

  const again = await desk.start();
  await expect(again.window.title(sampleTitles.steelworks)).toBeVisible();
  await again.window.row('enterprise', 'Mokdan Steel Complex').click();
  await again.window.shows('enterprise', 'Mokdan Steel Complex');
});

test('files are opened by the system’s dialog, which knows what can be opened', async ({
  desk,
}) => {
  const { app, window } = await desk.start();
  const path = await desk.write('로동신문 1월.txt', writeArticle('첫 기사', '강철이 나온다.'));
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = (...args: readonly unknown[]) => {
      Reflect.set(globalThis, 'asked', args.at(-1));
      return Promise.resolve({ canceled: false, filePaths: [filePath] });
    };
  }, path);
  await window.library.getByRole('button', { name: 'Open files…' }).click();
  await expect(window.title('첫 기사')).toBeVisible();
  expect(await app.evaluate(() => Reflect.get(globalThis, 'asked'))).toMatchObject({
    properties: ['openFile', 'multiSelections'],
  });
});

test('dropped files are opened, and do not take the window away', async ({ desk }) => {
  const { window, page } = await desk.start();
  const address = page.url();
  await window.drop([samplePaths.korean, samplePaths.page]);
  await expect(window.entry(sampleTitles.korean)).toBeVisible();
  await expect(window.entry(sampleTitles.page)).toBeVisible();
  expect(page.url()).toBe(address);
});
