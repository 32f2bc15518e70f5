import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import { findElectron } from '../../scripts/bootstrap/electron.mjs';
import { electronArguments } from '../../scripts/bootstrap/start-electron.mjs';
import { DatelinePage } from '../support/app/dateline-page';

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'resources/samples/first-quarter-at-the-steelworks.txt');
const runtime = findElectron({
  packageFolder: join(root, 'node_modules', 'electron'),
  env: process.env,
});

test('the main job works in Electron', async () => {
  test.skip(!runtime.ok, runtime.ok ? '' : `Electron is not on this machine: ${runtime.reason}`);
  if (!runtime.ok) return;
  const folder = await mkdtemp(join(tmpdir(), 'dateline-electron-'));
  const request = {
    shell: 'electron',
    data: join(folder, 'data'),
    exports: null,
    port: null,
    files: [sample],
  } as const;
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...electronArguments(root, request)],
    cwd: root,
  });
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
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
});
