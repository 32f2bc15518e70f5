import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chunkBytes, type FileToken } from '../../src/preload/contract';
import type { ShellDouble } from '../support/electron/launch';
import { createSampleApp, type SampleApp } from '../support/electron/sample-app';
import { callInPage } from './page-desktop';

let sample: SampleApp;
let shell: ShellDouble;
let page: Page;

beforeAll(async () => {
  sample = createSampleApp();
  shell = sample.launch();
  page = await shell.windows.page();
});

afterAll(async () => {
  await shell.close();
  sample.remove();
});

/** Reads a file over the bridge, chunk by chunk; the sizes and the hash of all bytes as the page got them. */
async function readInPage(token: FileToken): Promise<{ sizes: number[]; sha256: string }> {
  return page.evaluate(async (granted) => {
    const desktop = window.dateline;
    if (desktop === undefined) throw new Error('no desktop');
    const begun = await desktop.beginRead(granted);
    if (!begun.ok) throw new Error(begun.error.code);
    const chunks: Uint8Array[] = [];
    for (;;) {
      const read = await desktop.readChunk(begun.value.readId);
      if (!read.ok) throw new Error(read.error.code);
      if (read.value === null) break;
      chunks.push(read.value);
    }
    const bytes = await new Blob(chunks.map((chunk) => chunk.slice())).arrayBuffer();
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    const sha256 = Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return { sizes: chunks.map((chunk) => chunk.length), sha256 };
  }, token);
}

describe('opening', () => {
  it('asks for several files by the system’s dialog, and grants what can be read', async () => {
    const bytes = Uint8Array.from({ length: chunkBytes + 5 }, (_, index) => (index * 7) % 251);
    const article = sample.write('articles/harvest.txt', bytes);
    const missing = join(sample.folder, 'articles/gone.txt');
    shell.dialog.script.open([article, missing]);

    const opened = await callInPage(page, 'openFiles');

    expect(opened).toMatchObject({
      ok: true,
      value: [
        { ok: true, value: { fileName: 'harvest.txt' } },
        { ok: false, error: { code: 'missing', fileName: 'gone.txt' } },
      ],
    });
    expect(JSON.stringify(opened)).not.toContain(sample.folder);
    expect(shell.dialog.shown.at(-1)).toMatchObject({
      kind: 'open',
      isModal: true,
      options: { properties: ['openFile', 'multiSelections'] },
    });
    const granted = opened.ok ? opened.value[0] : undefined;
    if (!granted?.ok) throw new Error('not granted');
    expect(await readInPage(granted.value.token)).toEqual({
      sizes: [chunkBytes, 5],
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(shell.app.recentDocuments).toEqual([article]);

    expect(await callInPage(page, 'forgetRecentFiles')).toEqual({ ok: true, value: null });
    expect(shell.app.recentDocuments).toEqual([]);
  });

  it('is cancelled when the person closes the dialog', async () => {
    shell.dialog.script.open('cancel');
    expect(await callInPage(page, 'openFiles')).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    });
  });
});

describe('saving', () => {
  const words = '{"format":"dateline"}';

  /** Saves `words` from the page under the name of the session that `beginSave` gave. */
  async function writeInPage(saveId: string): Promise<void> {
    const written = await page.evaluate(
      ([id, text]) => window.dateline?.writeChunk(id, new TextEncoder().encode(text)),
      [saveId, words] as const,
    );
    expect(written).toEqual({ ok: true, value: null });
  }

  it('asks where, writes beside it, and renames only the whole file', async () => {
    const folder = join(sample.folder, 'exports');
    const destination = sample.write('exports/old.json', 'the file that was there');
    shell.dialog.script.save(destination);
    const begun = await callInPage(page, 'beginSave', { suggestedName: 'news.json' });
    if (!begun.ok) throw new Error(begun.error.code);
    await writeInPage(begun.value.saveId);

    expect(readFileSync(destination, 'utf8')).toBe('the file that was there');
    expect(readdirSync(folder)).toHaveLength(2);
    const sha256 = createHash('sha256').update(words).digest('hex');
    const saved = await callInPage(page, 'commitSave', begun.value.saveId, {
      byteLength: words.length,
      sha256,
    });

    expect(saved).toMatchObject({ ok: true, value: { sha256, byteLength: words.length } });
    expect(readFileSync(destination, 'utf8')).toBe(words);
    expect(readdirSync(folder)).toEqual([basename(destination)]);
    expect(shell.dialog.shown.at(-1)).toEqual({
      kind: 'save',
      isModal: true,
      options: {
        defaultPath: 'news.json',
        filters: [
          { name: 'JSON', extensions: ['json'] },
          { name: 'All files', extensions: ['*'] },
        ],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      },
    });
  });

  it('is cancelled when the person closes the dialog', async () => {
    shell.dialog.script.save('cancel');
    expect(await callInPage(page, 'beginSave', { suggestedName: 'news.json' })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    });
  });

  it('leaves nothing when the page goes away in the middle', async () => {
    const destination = join(sample.folder, 'left/news.json');
    sample.write('left/other.txt', '');
    shell.dialog.script.save(destination);
    const begun = await callInPage(page, 'beginSave', { suggestedName: 'news.json' });
    if (!begun.ok) throw new Error(begun.error.code);
    await writeInPage(begun.value.saveId);
    await page.reload();
    await expect.poll(() => readdirSync(join(sample.folder, 'left'))).toEqual(['other.txt']);
    expect(existsSync(destination)).toBe(false);
  });
});
