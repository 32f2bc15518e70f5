import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { chunkBytes, type SaveDigest } from '../../src/preload/contract';
import { errorOf, type TestDesktop, testDesktop, valueOf } from './support/desktop';
import { temporaryFolder } from './support/temporary-folder';

function digestOf(bytes: Uint8Array): SaveDigest {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { byteLength: bytes.byteLength, sha256 };
}

/** Begins a save and writes `bytes` in chunks. */
async function write({ desktop }: TestDesktop, bytes: Uint8Array): Promise<string> {
  const { saveId } = valueOf(await desktop.beginSave({ suggestedName: 'export.json' }));
  for (let at = 0; at < bytes.length; at += chunkBytes)
    valueOf(await desktop.writeChunk(saveId, bytes.subarray(at, at + chunkBytes)));
  return saveId;
}

describe('saving a file', () => {
  const sizes = [
    { name: 'an empty file', byteLength: 0 },
    { name: 'a few bytes', byteLength: 5 },
    { name: '3 MB', byteLength: 3_000_000 },
  ];
  it.each(sizes)(
    'leaves $name whole under the final name, and nothing else',
    async ({ byteLength }) => {
      const test = await testDesktop();
      const bytes = Buffer.alloc(byteLength, '{"kind":"enterprise"}');
      const saveId = await write(test, bytes);
      const saved = valueOf(await test.desktop.commitSave(saveId, digestOf(bytes)));
      expect(saved).toEqual({ destination: join(test.folder, 'export.json'), ...digestOf(bytes) });
      expect((await readFile(saved.destination)).equals(bytes)).toBe(true);
      expect(await readdir(test.folder)).toEqual(['export.json']);
    },
  );

  it('tells the person where the file will be before it is there', async () => {
    const test = await testDesktop();
    const begun = valueOf(await test.desktop.beginSave({ suggestedName: 'export.json' }));
    expect(begun.destination).toBe(join(test.folder, 'export.json'));
    expect(await readdir(test.folder)).not.toContain('export.json');
  });

  it('keeps the file that was there until the new one is whole, then replaces it', async () => {
    const test = await testDesktop();
    const path = join(test.folder, 'export.json');
    await writeFile(path, 'old');
    const bytes = Buffer.from('new');
    const saveId = await write(test, bytes);
    expect(await readFile(path, 'utf8')).toBe('old');
    valueOf(await test.desktop.commitSave(saveId, digestOf(bytes)));
    expect(await readFile(path, 'utf8')).toBe('new');
  });
});

describe('a save that does not come to its end', () => {
  const bytes = Buffer.from('what was written');
  const wrong = [
    { name: 'another digest', digest: { ...digestOf(bytes), sha256: '0'.repeat(64) } },
    { name: 'another length', digest: { ...digestOf(bytes), byteLength: 3 } },
  ];
  it.each(wrong)('leaves nothing behind with $name', async ({ digest }) => {
    const test = await testDesktop();
    const saveId = await write(test, bytes);
    expect(errorOf(await test.desktop.commitSave(saveId, digest))).toEqual({
      code: 'not-verified',
      fileName: 'export.json',
    });
    expect(await readdir(test.folder)).toEqual([]);
    expect(errorOf(await test.desktop.commitSave(saveId, digestOf(bytes))).code).toBe('stale');
  });

  it('is found out when the bytes on the disk are not those written', async () => {
    const test = await testDesktop();
    const saveId = await write(test, bytes);
    const [temporary = ''] = await readdir(test.folder);
    await writeFile(join(test.folder, temporary), 'what was damaged');
    const error = errorOf(await test.desktop.commitSave(saveId, digestOf(bytes)));
    expect(error.code).toBe('not-verified');
    expect(await readdir(test.folder)).toEqual([]);
  });

  const endings = [
    { name: 'an abort', end: ({ desktop }: TestDesktop, id: string) => desktop.abortSave(id) },
    { name: 'the page leaving', end: (test: TestDesktop) => test.pageLeft() },
    { name: 'the shell closing', end: (test: TestDesktop) => test.dispose() },
  ];
  it.each(endings)('leaves nothing but the old file after $name', async ({ end }) => {
    const test = await testDesktop();
    const path = join(test.folder, 'export.json');
    await writeFile(path, 'old');
    const saveId = await write(test, bytes);
    await end(test, saveId);
    expect(await readdir(test.folder)).toEqual(['export.json']);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(errorOf(await test.desktop.writeChunk(saveId, bytes)).code).toBe('stale');
  });

  it('is removed by an abort that does not wait for the chunk under way', async () => {
    const test = await testDesktop();
    const { saveId } = valueOf(await test.desktop.beginSave({ suggestedName: 'export.json' }));
    const writing = test.desktop.writeChunk(saveId, new Uint8Array(chunkBytes));
    valueOf(await test.desktop.abortSave(saveId));
    valueOf(await writing);
    expect(await readdir(test.folder)).toEqual([]);
  });

  it('keeps a file that came under the name in the meantime', async () => {
    const test = await testDesktop();
    const saveId = await write(test, bytes);
    await writeFile(join(test.folder, 'export.json'), 'somebody else’s');
    const error = errorOf(await test.desktop.commitSave(saveId, digestOf(bytes)));
    expect(error).toEqual({ code: 'system', fileName: 'export.json', detail: 'EEXIST' });
    expect(await readdir(test.folder)).toEqual(['export.json']);
    expect(await readFile(join(test.folder, 'export.json'), 'utf8')).toBe('somebody else’s');
  });
});

describe('a destination that cannot be', () => {
  const cases = [
    { name: 'a folder that is gone', path: 'gone/export.json', code: 'missing' },
    { name: 'a folder of that name', path: 'taken', code: 'is-folder' },
    { name: 'a file for a folder', path: 'file/export.json', code: 'missing' },
  ];
  it.each(cases)('is told before anything is written: $name', async ({ path, code }) => {
    const test = await testDesktop();
    await mkdir(join(test.folder, 'taken'));
    await writeFile(join(test.folder, 'file'), '');
    test.chosenDestination = join(test.folder, path);
    const begun = await test.desktop.beginSave({ suggestedName: 'export.json' });
    expect(errorOf(begun).code).toBe(code);
  });

  it('is cancelled when the person closes the dialog', async () => {
    const test = await testDesktop();
    test.chosenDestination = null;
    const begun = await test.desktop.beginSave({ suggestedName: 'export.json' });
    expect(errorOf(begun).code).toBe('cancelled');
  });
});

describe('a process that is killed while it saves', () => {
  const noteIn = ({ dataFolder }: TestDesktop) => join(dataFolder, 'unfinished-saves.json');
  const temporaries = async ({ folder }: TestDesktop) =>
    (await readdir(folder)).filter((name) => name.endsWith('.tmp'));

  /** The note as it stands while an export is written, and the folder that the export goes to. */
  async function killed(): Promise<{ readonly test: TestDesktop; readonly note: string }> {
    const test = await testDesktop();
    await write(test, Buffer.from('half of it'));
    return { test, note: await readFile(noteIn(test), 'utf8') };
  }

  /** Another start with the note that a killed one left. */
  async function nextStart(note: string): Promise<TestDesktop> {
    const dataFolder = await temporaryFolder();
    await writeFile(join(dataFolder, 'unfinished-saves.json'), note);
    const next = await testDesktop(dataFolder);
    await next.dispose();
    return next;
  }

  it('leaves no half export behind after the next start', async () => {
    const { test, note } = await killed();
    await writeFile(join(test.folder, 'export.json'), 'of before');
    const next = await nextStart(note);
    expect(await readdir(test.folder)).toEqual(['export.json']);
    expect(JSON.parse(await readFile(noteIn(next), 'utf8'))).toEqual({ version: 1, paths: [] });
  });

  it('has nothing noted that was saved, given up or never begun', async () => {
    const test = await testDesktop();
    const bytes = Buffer.from('whole');
    valueOf(await test.desktop.commitSave(await write(test, bytes), digestOf(bytes)));
    valueOf(await test.desktop.abortSave(await write(test, bytes)));
    test.chosenDestination = join(test.folder, 'gone', 'export.json');
    expect((await test.desktop.beginSave({ suggestedName: 'export.json' })).ok).toBe(false);
    expect(JSON.parse(await readFile(noteIn(test), 'utf8'))).toEqual({ version: 1, paths: [] });
  });

  const foreign = [
    { name: 'a file that is not ours', path: 'export.json' },
    { name: 'a name that is nearly ours', path: '.dateline-short.tmp' },
  ];
  it.each(foreign)('does not lead the next start to remove $name', async ({ path }) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, path), 'theirs');
    await nextStart(JSON.stringify({ version: 1, paths: [join(folder, path)] }));
    expect(await readdir(folder)).toEqual([path]);
  });

  const damaged = [
    { name: 'no JSON', note: '{"version":1,"pa' },
    { name: 'something else', note: '[1]' },
    { name: 'relative paths', note: `{"version":1,"paths":[".dateline-${'a'.repeat(32)}.tmp"]}` },
  ];
  it.each(damaged)('does not stop the next start by a note that is $name', async ({ note }) => {
    const next = await nextStart(note);
    expect(await readdir(next.folder)).toEqual([]);
  });

  it('whose note could not be made has saved all the same, and says so', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => logged.mockRestore());
    const test = await testDesktop();
    await mkdir(noteIn(test));
    const bytes = Buffer.from('whole');
    valueOf(await test.desktop.commitSave(await write(test, bytes), digestOf(bytes)));
    expect(await readFile(join(test.folder, 'export.json'), 'utf8')).toBe('whole');
    expect(await temporaries(test)).toEqual([]);
    expect(logged).toHaveBeenCalled();
  });
});
