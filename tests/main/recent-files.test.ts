import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openOne, readAll, type TestDesktop, testDesktop, valueOf } from './support/desktop';

async function readNew(test: TestDesktop, name: string): Promise<void> {
  const path = join(test.folder, name);
  await writeFile(path, name);
  await readAll(test, await openOne(test, path));
}

async function names(test: TestDesktop): Promise<string[]> {
  return valueOf(await test.desktop.listRecentFiles()).map((file) => file.fileName);
}

describe('the list of recent files', () => {
  it('is empty at first', async () => {
    expect(await names(await testDesktop())).toEqual([]);
  });

  it('holds what was read to its end, newest first, each file once', async () => {
    const test = await testDesktop();
    await readNew(test, 'a');
    await readNew(test, 'b');
    test.time = new Date('2025-01-16T08:30:00.000Z');
    await readNew(test, 'a');
    const list = valueOf(await test.desktop.listRecentFiles());
    expect(list.map(({ fileName, openedAt }) => [fileName, openedAt])).toEqual([
      ['a', '2025-01-16T08:30:00.000Z'],
      ['b', '2025-01-15T09:00:00.000Z'],
    ]);
    expect(test.folder.endsWith(list[0]?.folderName ?? '?')).toBe(true);
    expect(test.noted).toEqual(['a', 'b', 'a'].map((name) => join(test.folder, name)));
  });

  it('does not hold what was chosen but not read', async () => {
    const test = await testDesktop();
    await writeFile(join(test.folder, 'a'), '');
    const { token } = await openOne(test, join(test.folder, 'a'));
    const { readId } = valueOf(await test.desktop.beginRead(token));
    await test.desktop.abortRead(readId);
    expect(await names(test)).toEqual([]);
  });

  it('holds twelve at most', async () => {
    const test = await testDesktop();
    for (let count = 1; count <= 14; count += 1) await readNew(test, `${count}`);
    expect(await names(test)).toEqual(
      [14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((count) => `${count}`),
    );
  });

  it('leaves out a file that is away, and shows it again when it is back', async () => {
    const test = await testDesktop();
    await readNew(test, 'a');
    await readNew(test, 'b');
    await rename(join(test.folder, 'a'), join(test.folder, 'moved'));
    expect(await names(test)).toEqual(['b']);
    await rename(join(test.folder, 'moved'), join(test.folder, 'a'));
    expect(await names(test)).toEqual(['b', 'a']);
  });

  it('is there after a restart, and its tokens open the files', async () => {
    const first = await testDesktop();
    await readNew(first, 'a');
    await first.dispose();
    const second = await testDesktop(first.dataFolder);
    const [file] = valueOf(await second.desktop.listRecentFiles());
    if (file === undefined) throw new Error('nothing is listed');
    expect(Buffer.concat(await readAll(second, file)).toString()).toBe('a');
  });

  it('is empty once forgotten, and so is the system’s own', async () => {
    const test = await testDesktop();
    await readNew(test, 'a');
    expect(test.noted).toHaveLength(1);
    valueOf(await test.desktop.forgetRecentFiles());
    expect(await names(test)).toEqual([]);
    expect(test.noted).toEqual([]);
  });

  const damages = ['', '{', '[]', '{"version":2,"files":[]}', '{"version":1,"files":[{"path":7}]}'];
  it.each(damages)('sets a damaged file aside and starts empty: %j', async (text) => {
    const test = await testDesktop();
    await writeFile(join(test.dataFolder, 'recent-files.json'), text);
    expect(await names(test)).toEqual([]);
    expect(await readFile(join(test.dataFolder, 'recent-files.json.damaged'), 'utf8')).toBe(text);
    await readNew(test, 'a');
    expect(await names(test)).toEqual(['a']);
  });

  it('leaves no part-written file beside it', async () => {
    const test = await testDesktop();
    await Promise.all(['a', 'b', 'c'].map((name) => writeFile(join(test.folder, name), name)));
    for (const name of ['a', 'b', 'c']) await readNew(test, name);
    expect(await readdir(test.dataFolder)).toEqual(['recent-files.json']);
  });

  it('does not keep a file from being read when it cannot be written', async () => {
    const warned = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => warned.mockRestore());
    const test = await testDesktop();
    await rm(join(test.dataFolder, 'recent-files.json'), { force: true });
    await mkdir(join(test.dataFolder, 'recent-files.json'));
    await writeFile(join(test.folder, 'a'), 'text');
    const file = await openOne(test, join(test.folder, 'a'));
    expect(Buffer.concat(await readAll(test, file)).toString()).toBe('text');
    expect(warned).toHaveBeenCalledOnce();
    expect(await test.desktop.listRecentFiles()).toMatchObject({
      ok: false,
      error: { code: 'is-folder' },
    });
  });
});
