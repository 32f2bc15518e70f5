import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { disagreements, readExport } from '../support/app/exported-file';
import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles, writeArticle } from '../support/app/texts';

const root = resolve(import.meta.dirname, '../..');

/** What the program's own checker says; rejects when it finds a fault. */
async function validate(path: string): Promise<string> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['out/main/cli.cjs', 'validate', path],
    { cwd: root },
  );
  return stdout;
}

test('one article is exported, and all of them; both validate', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks, samplePaths.korean, samplePaths.page]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.field('Name to go by').fill('Mokdan Works');
  await window.tag({ quote: 'March 3, 2025', kind: 'date' });
  await app.page.keyboard.press('Enter');
  await window.tag({ quote: 'The hall above it is nearing completion', kind: 'claim' });
  await window.choose('In progress');
  await window.field('Note').fill('One word of the manager.');
  await window.saved();

  const one = await window.export('This article');
  await validate(one);
  const [article, ...others] = await readExport(one);
  expect(others).toEqual([]);
  expect(article).toMatchObject({
    title: sampleTitles.steelworks,
    published: { date: '2025-03-31', basis: 'header' },
    source: { fileName: 'first-quarter-at-the-steelworks.txt', encoding: 'utf-8' },
    text: await readFile(samplePaths.steelworks, 'utf8'),
    annotations: [
      { kind: 'enterprise', quote: { exact: 'Mokdan Steel Complex' }, name: 'Mokdan Works' },
      {
        kind: 'claim',
        quote: { exact: 'The hall above it is nearing completion' },
        status: 'in-progress',
        note: 'One word of the manager.',
      },
      { kind: 'date', quote: { exact: 'March 3, 2025' }, edtf: '2025-03-03' },
    ],
  });
  await app.page.getByRole('button', { name: 'Close' }).last().click();

  const all = await window.export('All articles');
  await validate(all);
  const articles = await readExport(all);
  expect(articles.map(({ title }) => title).toSorted()).toEqual(
    Object.values(sampleTitles).toSorted(),
  );
  expect(articles.flatMap(disagreements)).toEqual([]);
  expect((await readdir(app.folders.exports)).length).toBe(2);
});

/** Texts in which careless programs lose count. */
const texts: readonly { name: string; text: string; words: readonly string[] }[] = [
  {
    name: 'astral characters before and inside the words',
    text: writeArticle(
      '🏭🏭 Furnaces',
      'The 🚀 rose over 𝔐𝔬𝔨𝔡𝔞𝔫 works 👨‍👩‍👧 on time.',
      '𠮷野 mine.',
    ),
    words: ['🚀 rose', '𝔐𝔬𝔨𝔡𝔞𝔫 works', '👨‍👩‍👧 on', '𠮷野'],
  },
  {
    name: 'CRLF line ends, kept as they are',
    text: 'A Title of CRLF\r\n\r\nFirst line of the works.\r\nSecond line of 🏭 it.\r\n\r\nLast words.\r\n',
    words: ['works', '🏭 it', 'works.\nSecond line', 'Last words'],
  },
  {
    name: 'decomposed hangul',
    text: writeArticle(
      '백련의 용광로'.normalize('NFD'),
      '백련제철련합기업소는 크다.'.normalize('NFD'),
    ),
    words: ['백련제철련합기업소'.normalize('NFD'), '크다'.normalize('NFD')],
  },
  {
    name: 'both ends of the text',
    text: 'Begin here and read until the very End',
    words: ['Begin', 'End'],
  },
];

for (const { name, text, words } of texts) {
  test(`offsets are exact in both units: ${name}`, async ({ app, window, desk }) => {
    await window.openFiles([await desk.write('text.txt', text)]);
    await expect(window.article).toBeVisible();
    for (const quote of words) {
      await window.selectWords(quote);
      await app.page.keyboard.press('2');
      const exact = text.includes('\r\n') ? quote.replaceAll('\n', '\r\n') : quote;
      await window.shows('claim', exact);
    }
    await window.saved();
    const path = await window.export();
    await validate(path);
    const [article] = await readExport(path);
    expect(article?.text).toBe(text);
    expect(article && disagreements(article)).toEqual([]);
    expect(article?.annotations.map(({ quote }) => quote.exact).toSorted()).toEqual(
      words
        .map((quote) => (text.includes('\r\n') ? quote.replaceAll('\n', '\r\n') : quote))
        .toSorted(),
    );
  });
}

test('a file that is there is never overwritten', async ({ app, window }) => {
  await window.openFiles([samplePaths.page]);
  await expect(window.title(sampleTitles.page)).toBeVisible();
  const first = await window.export();
  await writeFile(first, 'mine now');
  await app.page.getByRole('button', { name: 'Close' }).last().click();
  const second = await window.export();
  expect(second).not.toBe(first);
  expect(await readFile(first, 'utf8')).toBe('mine now');
  await validate(second);
});

test('an export that cannot be written is told, leaves nothing, and can be tried again', async ({
  app,
  window,
}) => {
  await window.openFiles([samplePaths.page]);
  await expect(window.title(sampleTitles.page)).toBeVisible();
  await window.saved();
  const { exports } = app.folders;
  await rm(exports, { recursive: true });
  await app.page.keyboard.press('ControlOrMeta+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText('The export was not written');
  await expect(alert).toContainText('The folder of the export is no longer there.');
  await expect(alert).toContainText('Nothing was left half written');

  await writeFile(exports, 'a file where the folder was');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toContainText('The export was not written');
  expect(await readFile(exports, 'utf8')).toBe('a file where the folder was');

  await rm(exports);
  await mkdir(exports);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByText('exported and verified')).toBeVisible();
  expect(await readdir(exports)).toHaveLength(1);
  await validate(join(exports, (await readdir(exports))[0] ?? ''));
});

/** An export of it goes to main in several pieces. */
const bigArticle = `A Big One\n\n${'Words upon words. '.repeat(400_000)}`;

/** Keeps exports in their middle: what the page sends after the first piece waits until the value is called. */
async function holdExport(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const { send } = WebSocket.prototype;
    const held: (() => void)[] = [];
    let pieces = 0;
    WebSocket.prototype.send = function (data) {
      // Pieces are many times larger than any other call.
      if (ArrayBuffer.isView(data) && data.byteLength > 20_000) pieces += 1;
      if (pieces > 1) held.push(() => send.call(this, data));
      else send.call(this, data);
    };
    Object.assign(globalThis, {
      letExportGo: () => {
        WebSocket.prototype.send = send;
        for (const sendOne of held) sendOne();
      },
    });
  });
  return () => page.evaluate('letExportGo()');
}

test('a folder that goes away before the end leaves nothing half written', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('big.txt', bigArticle)]);
  await expect(window.title('A Big One')).toBeVisible();
  await window.saved();
  const { exports } = app.folders;
  const letGo = await holdExport(app.page);
  await app.page.keyboard.press('ControlOrMeta+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect.poll(async () => (await readdir(exports)).length).toBeGreaterThan(0);
  await rm(exports, { recursive: true });
  await letGo();
  await expect(dialog.getByRole('alert')).toContainText('The export was not written');
  await mkdir(exports);
  expect(await readdir(exports)).toEqual([]);
});

test('an export stopped by the person leaves nothing', async ({ app, window, desk }) => {
  await window.openFiles([await desk.write('big.txt', bigArticle)]);
  await expect(window.title('A Big One')).toBeVisible();
  await window.saved();
  const letGo = await holdExport(app.page);
  await app.page.keyboard.press('ControlOrMeta+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect.poll(async () => (await readdir(app.folders.exports)).length).toBeGreaterThan(0);
  await dialog.getByRole('button', { name: 'Cancel' }).last().click();
  await letGo();
  await expect(dialog.getByRole('radio', { name: 'This article' })).toBeVisible();
  expect(await readdir(app.folders.exports)).toEqual([]);
});
