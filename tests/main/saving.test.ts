import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunkBytes, type SaveDigest } from '../../src/preload/contract';
import { errorOf, type TestDesktop, testDesktop, valueOf } from './support/desktop';

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
