import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chmod, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunkBytes, type FileToken, maxFileBytes } from '../../src/preload/contract';
import { errorOf, openOne, readAll, testDesktop, valueOf } from './support/desktop';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

describe('reading a file that the person chose', () => {
  const sizes = [
    { name: 'an empty file', byteLength: 0, chunks: [] },
    { name: 'one byte', byteLength: 1, chunks: [1] },
    { name: 'exactly one chunk', byteLength: chunkBytes, chunks: [chunkBytes] },
    { name: 'one byte more', byteLength: chunkBytes + 1, chunks: [chunkBytes, 1] },
    { name: '3 MB', byteLength: 3_000_000, chunks: [chunkBytes, chunkBytes, 902_848] },
  ];
  it.each(sizes)('gives $name whole, in chunks', async ({ byteLength, chunks }) => {
    const desktop = await testDesktop();
    const path = join(desktop.folder, 'article.txt');
    const bytes = Buffer.alloc(byteLength, 'The works of Sinbyol. ');
    await writeFile(path, bytes);
    const file = await openOne(desktop, path);
    expect(file.fileName).toBe('article.txt');
    const read = await readAll(desktop, file);
    expect(read.map((chunk) => chunk.length)).toEqual(chunks);
    expect(Buffer.concat(read).equals(bytes)).toBe(true);
  });

  it('says the size and the name before the first chunk', async () => {
    const desktop = await testDesktop();
    const path = join(desktop.folder, '기사.txt');
    await writeFile(path, '봄');
    const { token } = await openOne(desktop, path);
    const begun = valueOf(await desktop.desktop.beginRead(token));
    expect(begun).toMatchObject({ fileName: '기사.txt', byteLength: 3 });
  });

  it('reads two files at once, each in its own order', async () => {
    const test = await testDesktop();
    await writeFile(join(test.folder, 'a'), Buffer.alloc(2 * chunkBytes, 'a'));
    await writeFile(join(test.folder, 'b'), Buffer.alloc(2 * chunkBytes, 'b'));
    const a = await openOne(test, join(test.folder, 'a'));
    const b = await openOne(test, join(test.folder, 'b'));
    const read = await Promise.all([readAll(test, a), readAll(test, b)]);
    expect(read.map((chunks) => Buffer.concat(chunks).toString())).toEqual([
      'a'.repeat(2 * chunkBytes),
      'b'.repeat(2 * chunkBytes),
    ]);
  });

  it('answers calls that are made before the last one is answered, in their order', async () => {
    const test = await testDesktop();
    const path = join(test.folder, 'long');
    const bytes = Buffer.concat([Buffer.alloc(chunkBytes, 1), Buffer.alloc(chunkBytes, 2)]);
    await writeFile(path, bytes);
    const { token } = await openOne(test, path);
    const { readId } = valueOf(await test.desktop.beginRead(token));
    const calls = [1, 2, 3].map(() => test.desktop.readChunk(readId));
    const chunks = (await Promise.all(calls)).map(valueOf);
    expect(chunks.map((chunk) => chunk?.[0] ?? null)).toEqual([1, 2, null]);
  });
});

describe('a file that changes while it is read', () => {
  const changes = [
    { name: 'grows', change: (path: string) => appendFile(path, 'more') },
    { name: 'shrinks', change: (path: string) => truncate(path, chunkBytes + 1) },
    { name: 'is emptied', change: (path: string) => truncate(path, 0) },
  ];
  it.each(changes)('is refused when it $name, and its session is closed', async ({ change }) => {
    const test = await testDesktop();
    const { desktop } = test;
    const path = join(test.folder, 'live.txt');
    await writeFile(path, Buffer.alloc(2 * chunkBytes));
    const { token } = await openOne(test, path);
    const { readId } = valueOf(await desktop.beginRead(token));
    valueOf(await desktop.readChunk(readId));
    await change(path);
    const error = errorOf(await desktop.readChunk(readId));
    expect(error).toEqual({ code: 'changed-while-reading', fileName: 'live.txt' });
    expect(errorOf(await desktop.readChunk(readId)).code).toBe('stale');
  });

  it('is refused when it grows after its last byte was read', async () => {
    const test = await testDesktop();
    const { desktop } = test;
    const path = join(test.folder, 'live.txt');
    await writeFile(path, 'whole');
    const { token } = await openOne(test, path);
    const { readId } = valueOf(await desktop.beginRead(token));
    valueOf(await desktop.readChunk(readId));
    await appendFile(path, '!');
    expect(errorOf(await desktop.readChunk(readId)).code).toBe('changed-while-reading');
  });
});

/** A file whose size the system gives otherwise than it is, such as those of `/proc` and `/sys` on Linux. */
const oddFiles = [
  '/proc/cpuinfo',
  '/proc/self/status',
  '/proc/version',
  '/sys/kernel/mm/transparent_hugepage/enabled',
];

describe.skipIf(process.platform !== 'linux')('a file whose size is given wrong', () => {
  it.each(oddFiles)('is read to its end: %s', async (path) => {
    if (!existsSync(path)) return;
    const test = await testDesktop();
    const file = await openOne(test, path);
    const begun = valueOf(await test.desktop.beginRead(file.token));
    valueOf(await test.desktop.abortRead(begun.readId));
    expect(begun.byteLength).toBeGreaterThan(0);
    const text = Buffer.concat(await readAll(test, file)).toString();
    expect(text.length).toBeGreaterThan(0);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('gives what it promised, in chunks', async () => {
    const test = await testDesktop();
    const file = await openOne(test, '/proc/version');
    const { readId, byteLength } = valueOf(await test.desktop.beginRead(file.token));
    const chunk = valueOf(await test.desktop.readChunk(readId));
    expect(chunk?.length).toBe(byteLength);
    expect(valueOf(await test.desktop.readChunk(readId))).toBeNull();
    expect(errorOf(await test.desktop.readChunk(readId)).code).toBe('stale');
  });
});

describe('what cannot be opened', () => {
  it('is told file by file, while the others of the same choice are granted', async () => {
    const desktop = await testDesktop();
    const { folder } = desktop;
    await writeFile(join(folder, 'good.txt'), 'text');
    await mkdir(join(folder, 'folder.txt'));
    desktop.chosenFiles = [
      join(folder, 'gone.txt'),
      join(folder, 'good.txt'),
      join(folder, 'folder.txt'),
      join(folder, 'good.txt', 'below.txt'),
      join(folder, 'nul\0.txt'),
    ];
    const outcomes = valueOf(await desktop.desktop.openFiles());
    expect(
      outcomes.map((outcome) => (outcome.ok ? outcome.value.fileName : outcome.error)),
    ).toEqual([
      { code: 'missing', fileName: 'gone.txt', detail: 'ENOENT' },
      'good.txt',
      { code: 'is-folder', fileName: 'folder.txt' },
      { code: 'missing', fileName: 'below.txt', detail: isWindows ? 'ENOENT' : 'ENOTDIR' },
      { code: 'missing', fileName: 'nul\0.txt' },
    ]);
  });

  it.skipIf(isWindows)('is a link to nothing', async () => {
    const desktop = await testDesktop();
    const path = join(desktop.folder, 'link.txt');
    await symlink(join(desktop.folder, 'gone.txt'), path);
    desktop.chosenFiles = [path];
    const [outcome] = valueOf(await desktop.desktop.openFiles());
    expect(outcome).toMatchObject({ ok: false, error: { code: 'missing', fileName: 'link.txt' } });
  });

  it.skipIf(isWindows)(
    'is a pipe, and one put in the place of a file holds nothing up',
    async () => {
      const test = await testDesktop();
      const { desktop } = test;
      const path = join(test.folder, 'pipe');
      await writeFile(path, 'text');
      const { token } = await openOne(test, path);
      await rm(path);
      execFileSync('mkfifo', [path]);
      expect(errorOf(await desktop.beginRead(token))).toEqual({
        code: 'not-a-file',
        fileName: 'pipe',
      });
    },
  );

  it('is over 50 MB, and the size is told; 50 MB itself is not', async () => {
    const test = await testDesktop();
    const { desktop } = test;
    const path = join(test.folder, 'huge.txt');
    await writeFile(path, '');
    await truncate(path, maxFileBytes);
    const { token } = await openOne(test, path);
    const { readId } = valueOf(await desktop.beginRead(token));
    valueOf(await desktop.abortRead(readId));
    await truncate(path, maxFileBytes + 1);
    expect(errorOf(await desktop.beginRead(token))).toEqual({
      code: 'too-large',
      fileName: 'huge.txt',
      byteLength: maxFileBytes + 1,
    });
  });

  it('is a file this user may not read', async (context) => {
    if (isRoot || isWindows) context.skip('root, and Windows by mode, may read every file');
    const desktop = await testDesktop();
    const path = join(desktop.folder, 'secret.txt');
    await writeFile(path, 'text');
    await chmod(path, 0o000);
    desktop.chosenFiles = [path];
    const [outcome] = valueOf(await desktop.desktop.openFiles());
    expect(outcome).toMatchObject({ ok: false, error: { code: 'permission-denied' } });
  });

  it('is gone by the time it is read', async () => {
    const test = await testDesktop();
    const { desktop } = test;
    const path = join(test.folder, 'a.txt');
    await writeFile(path, 'text');
    const { token } = await openOne(test, path);
    await rm(path);
    expect(errorOf(await desktop.beginRead(token)).code).toBe('missing');
  });

  it('has a token that was never given out', async () => {
    const { desktop } = await testDesktop();
    const guessed = 'A'.repeat(32) as FileToken;
    expect(errorOf(await desktop.beginRead(guessed)).code).toBe('stale');
  });
});

describe('a read that is over', () => {
  it('is stale after its end, after an abort, and after the page left; the token stays good', async () => {
    const test = await testDesktop();
    const { desktop } = test;
    const path = join(test.folder, 'a.txt');
    await writeFile(path, 'text');
    const file = await openOne(test, path);
    const endings = [
      async (readId: string) => {
        valueOf(await desktop.readChunk(readId));
        valueOf(await desktop.readChunk(readId));
      },
      (readId: string) => desktop.abortRead(readId),
      () => test.pageLeft(),
    ];
    for (const end of endings) {
      const { readId } = valueOf(await desktop.beginRead(file.token));
      await end(readId);
      expect(errorOf(await desktop.readChunk(readId)).code).toBe('stale');
    }
    expect(Buffer.concat(await readAll(test, file)).toString()).toBe('text');
  });

  it('cannot begin once the shell is closing', async () => {
    const test = await testDesktop();
    const path = join(test.folder, 'a.txt');
    await writeFile(path, 'text');
    const { token } = await openOne(test, path);
    await test.dispose();
    expect(errorOf(await test.desktop.beginRead(token)).code).toBe('stale');
  });

  it('is cancelled when the person closes the dialog', async () => {
    const test = await testDesktop();
    expect(errorOf(await test.desktop.openFiles()).code).toBe('cancelled');
  });
});
