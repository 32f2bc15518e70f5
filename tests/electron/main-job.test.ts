import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtShell } from '../support/electron/built-shell';
import { launch, type ShellDouble } from '../support/electron/launch';
import { readLabel } from '../support/electron/menu';

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'resources/samples/first-quarter-at-the-steelworks.txt');
const words = 'Mokdan Steel Complex';

let folder: string;
let shell: ShellDouble;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-electron-'));
  shell = launch({
    main: builtShell().main,
    appFolder: root,
    userDataFolder: join(folder, 'data'),
    args: [sample],
  });
  page = await shell.windows.page();
});

afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Selects the first place of `words` as a double click or a drag would leave it. */
async function selectWords(): Promise<void> {
  await page.evaluate((wanted) => {
    const text = document.querySelector('[data-article-text]');
    if (!text) throw new Error('no article is shown');
    const nodes = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const at = node.nodeValue?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      return;
    }
    throw new Error('the words are not in the article');
  }, words);
}

describe('the whole program on the double of Electron', () => {
  it('opens a file of the command line, tags it, and exports it by the save dialog', async () => {
    await page.getByRole('article').waitFor();
    await selectWords();
    await page.getByRole('toolbar', { name: 'Tag the selected words' }).waitFor();
    await page.keyboard.press('1');
    await page.getByRole('option', { name: `Enterprise: ${words}` }).waitFor();

    const destination = join(folder, 'export.json');
    shell.dialog.script.save(destination);
    await page.keyboard.press('ControlOrMeta+e');
    const dialog = page.getByRole('dialog', { name: 'Export' });
    await dialog.getByRole('button', { name: 'Export', exact: true }).click();
    await dialog.getByText('1 annotation exported and verified').waitFor();

    const exported = JSON.parse(readFileSync(destination, 'utf8')) as {
      articles: { text: string; annotations: { spans: { start: number; end: number }[] }[] }[];
    };
    const [article] = exported.articles;
    const span = article?.annotations[0]?.spans[0];
    expect(article?.text.slice(span?.start, span?.end)).toBe(words);
    expect(article?.text).toBe(readFileSync(sample, 'utf8'));
  });

  it('puts the commands of the page into the native menu, where they work', async () => {
    const undo = page.getByRole('option', { name: `Enterprise: ${words}` });
    await page.keyboard.press('Escape');
    shell.menu.choose(['Edit', 'Undo']);
    await undo.waitFor({ state: 'detached' });
    const edit = shell.menu.current?.find((item) => readLabel(item) === 'Edit')?.submenu;
    const roles = Array.isArray(edit) ? edit.flatMap(({ role }) => role ?? []) : [];
    expect(roles).toEqual(['copy', 'cut', 'paste', 'selectAll']);
    expect(await page.getByRole('menubar').count()).toBe(0);
  });
});
