import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BackupFiles } from '../../src/main/desktop/backup/files';
import { createFaultyFiles, withoutFlush } from '../torture/faulty-files';
import type { Tear } from '../torture/unflushed-file';
import { temporaryFolder } from './stub-project';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (some: Uint8Array): string => new TextDecoder().decode(some);

/** Everything below a folder of the real disk: paths with what is in the files, folders with a slash. */
function onDisk(folder: string, prefix = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      Object.assign(
        found,
        { [`${prefix}${entry.name}/`]: '' },
        onDisk(path, `${prefix}${entry.name}/`),
      );
    else found[`${prefix}${entry.name}`] = readFileSync(path, 'utf8');
  }
  return found;
}

/** What is done with files, and what the disk has when the power fails right after it. */
const survivals: readonly {
  readonly name: string;
  readonly act: (files: BackupFiles, at: (name: string) => string) => Promise<void>;
  readonly left: Readonly<Record<string, string>>;
}[] = [
  {
    name: 'nothing of a file that was only written',
    act: async (files, at) => (await files.create(at('a'))).append(bytes('one')),
    left: { old: 'before' },
  },
  {
    name: 'nothing of a flushed file whose name was not flushed',
    act: async (files, at) => {
      const file = await files.create(at('a'));
      await file.append(bytes('one'));
      await file.sync();
    },
    left: { old: 'before' },
  },
  {
    name: 'an empty file of which only the name was flushed',
    act: async (files, at) => {
      await (await files.create(at('a'))).append(bytes('one'));
      await files.syncFolder(at('.'));
    },
    left: { old: 'before', a: '' },
  },
  {
    name: 'what was flushed before and after its name, and nothing behind it',
    act: async (files, at) => {
      const file = await files.create(at('a'));
      await file.append(bytes('one '));
      await file.sync();
      await files.syncFolder(at('.'));
      await file.append(bytes('two '));
      await file.sync();
      await file.append(bytes('three'));
    },
    left: { old: 'before', a: 'one two ' },
  },
  {
    name: 'the old name of a file renamed and not flushed',
    act: (files, at) => files.rename(at('old'), at('new')),
    left: { old: 'before' },
  },
  {
    name: 'the new name of a file renamed and flushed',
    act: async (files, at) => {
      await files.rename(at('old'), at('new'));
      await files.syncFolder(at('.'));
    },
    left: { new: 'before' },
  },
  {
    name: 'a file written beside, flushed, and renamed over another',
    act: async (files, at) => {
      const file = await files.create(at('a.tmp'));
      await file.append(bytes('after'));
      await file.sync();
      await files.rename(at('a.tmp'), at('old'));
      await files.syncFolder(at('.'));
    },
    left: { old: 'after' },
  },
  {
    name: 'a file removed and not flushed',
    act: (files, at) => files.remove(at('old')),
    left: { old: 'before' },
  },
  {
    name: 'no file removed and flushed',
    act: async (files, at) => {
      await files.remove(at('old'));
      await files.syncFolder(at('.'));
    },
    left: {},
  },
  {
    name: 'nothing in a folder whose own name was not flushed',
    act: async (files, at) => {
      await files.makeFolder(at('in'));
      await (await files.create(at('in/a'))).sync();
      await files.syncFolder(at('in'));
    },
    left: { old: 'before' },
  },
  {
    name: 'what is in a folder, once its own name is flushed',
    act: async (files, at) => {
      await files.makeFolder(at('in/deep'));
      const file = await files.create(at('in/deep/a'));
      await file.append(bytes('one'));
      await file.sync();
      await files.syncFolder(at('in/deep'));
      await files.syncFolder(at('in'));
      await files.syncFolder(at('.'));
    },
    left: { old: 'before', 'in/': '', 'in/deep/': '', 'in/deep/a': 'one' },
  },
];

describe('after a power cut there is', () => {
  it.each(survivals)('$name', async ({ act, left }) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'old'), 'before');
    await act(createFaultyFiles().files, (name) => join(folder, name));
    expect(onDisk(folder)).toEqual(left);
  });

  const tears: readonly [name: string, tear: Tear, left: string][] = [
    ['nothing', { share: 0, zeros: false }, 'one '],
    ['a part', { share: 0.5, zeros: false }, 'one tw'],
    ['a part and zeros', { share: 0.5, zeros: true }, 'one tw\0\0'],
    ['all', { share: 1, zeros: false }, 'one two '],
  ];
  it.each(tears)(
    '%s of what a torn flush was to write, which never answers',
    async (_, tear, left) => {
      const folder = temporaryFolder();
      const { files, tearNext } = createFaultyFiles();
      const file = await files.create(join(folder, 'a'));
      await files.syncFolder(folder);
      await file.append(bytes('one '));
      await file.sync();
      const failed = new Promise<string>((settle) => tearNext(tear, () => settle('failed')));
      await file.append(bytes('two '));
      const answered = file.sync().then(() => 'answered');
      expect(await Promise.race([failed, answered])).toBe('failed');
      expect(onDisk(folder)).toEqual({ a: left });
    },
  );

  it('nothing of what was flushed where the flush does nothing', async () => {
    const folder = temporaryFolder();
    const files = withoutFlush(createFaultyFiles().files, join(folder, 'believed'));
    for (const name of ['believed', 'other']) {
      await files.makeFolder(join(folder, name));
      const file = await files.create(join(folder, name, 'a'));
      await file.append(bytes('one'));
      await file.sync();
      await files.syncFolder(join(folder, name));
      expect(await file.read(0, 10)).toEqual(bytes('one'));
    }
    await files.syncFolder(folder);
    expect(onDisk(folder)).toEqual({
      'believed/': '',
      'believed/a': '',
      'other/': '',
      'other/a': 'one',
    });
  });
});

describe('before it', () => {
  it('everything shows as it was written, flushed or not', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'old'), 'before');
    const { files } = createFaultyFiles();
    await files.makeFolder(join(folder, 'in'));
    const file = await files.create(join(folder, 'in', 'a'));
    await file.append(bytes('one'));
    await files.rename(join(folder, 'old'), join(folder, 'in', 'b'));
    expect(await files.list(folder)).toEqual([{ name: 'in', isFolder: true, byteLength: 0 }]);
    expect(await files.list(join(folder, 'in'))).toEqual([
      { name: 'a', isFolder: false, byteLength: 3 },
      { name: 'b', isFolder: false, byteLength: 6 },
    ]);
    for (const [name, content] of [
      ['a', 'one'],
      ['b', 'before'],
    ] as const) {
      const opened = await files.open(join(folder, 'in', name));
      expect(text(await opened.read(0, 100))).toBe(content);
      await opened.close();
    }
  });

  it('a file that was removed from outside takes what is written and keeps it nowhere', async () => {
    const folder = join(temporaryFolder(), 'in');
    mkdirSync(folder);
    const { files } = createFaultyFiles();
    const file = await files.create(join(folder, 'a'));
    await files.syncFolder(folder);
    rmSync(folder, { recursive: true });
    await file.append(bytes('one'));
    await file.sync();
    expect(existsSync(folder)).toBe(false);
    await expect(files.create(join(folder, 'b'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('a full disk takes half of what is appended and no new file, until there is room', async () => {
    const folder = temporaryFolder();
    const { files, setFull } = createFaultyFiles();
    const file = await files.create(join(folder, 'a'));
    await files.syncFolder(folder);
    setFull(true);
    await expect(file.append(bytes('twelve'))).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(files.create(join(folder, 'b'))).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(files.makeFolder(join(folder, 'in'))).rejects.toMatchObject({ code: 'ENOSPC' });
    setFull(false);
    await file.append(bytes('!'));
    await file.sync();
    expect(onDisk(folder)).toEqual({ a: 'twe!' });
  });
});
