import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { DatelinePage } from '../support/app/dateline-page';
import { electronIsMissing, launchElectron } from '../support/app/electron-app';

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'resources/samples/first-quarter-at-the-steelworks.txt');

test('the main job works in Electron', async () => {
  test.skip(electronIsMissing !== null, electronIsMissing ?? '');
  const { app, folder, close } = await launchElectron([sample]);
  try {
    const window = new DatelinePage(await app.firstWindow());
    await expect(window.article).toBeVisible();
    await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
    await window.saved();
    const destination = join(folder, 'export.json');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
    }, destination);
    expect(await window.export()).toBe(destination);
    const exported = JSON.parse(await readFile(destination, 'utf8')) as {
      articles: { annotations: { quote: { exact: string } }[] }[];
    };
    expect(exported.articles[0]?.annotations[0]?.quote.exact).toBe('Mokdan Steel Complex');
  } finally {
    await close();
  }
});
