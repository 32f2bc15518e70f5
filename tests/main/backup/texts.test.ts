import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  acts,
  bytesOf,
  digestOf,
  lineage,
  readKept,
  saveSnapshot,
  saveText,
  type TestBackup,
  testBackup,
} from '../support/backup';
import { errorOf, valueOf } from '../support/desktop';

const words = 'The weavers of Hamsan opened a second hall in spring. 함산의 봄';
const { sha256 } = digestOf(bytesOf(words));
const pathIn = ({ folder }: TestBackup) =>
  join(folder, 'texts', sha256.slice(0, 2), `${sha256}.txt`);

describe('a text', () => {
  it('is kept once, by its hash', async () => {
    const backup = await testBackup();
    expect(await saveText(backup, words)).toBe(true);
    expect(await readFile(pathIn(backup), 'utf8')).toBe(words);
    const next = await testBackup({ folder: backup.folder });
    for (const start of [backup, next]) {
      expect(await saveText(start, words)).toBe(false);
      expect(await readKept(start, { kind: 'text', sha256 })).toBe(words);
    }
  });

  it('is only taken when it is what its name says', async () => {
    const backup = await testBackup();
    const begun = valueOf(await backup.methods.beginBackupSave({ kind: 'text', sha256 }));
    if (begun === null) throw new Error('the text was not begun');
    const wrong = bytesOf('other words');
    valueOf(await backup.savings.write(begun.saveId, wrong));
    const answer = await backup.savings.commit(begun.saveId, digestOf(wrong));
    expect(errorOf(answer).code).toBe('not-verified');
    expect(await readdir(dirname(pathIn(backup)))).toEqual([]);
  });

  it('that a power cut left empty is written again', async () => {
    const backup = await testBackup();
    await mkdir(dirname(pathIn(backup)), { recursive: true });
    await writeFile(pathIn(backup), '');
    expect(await saveText(backup, words)).toBe(true);
    expect(await readFile(pathIn(backup), 'utf8')).toBe(words);
  });

  it('that cannot be read is reported, and tried again to write', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => logged.mockRestore());
    const backup = await testBackup();
    await mkdir(pathIn(backup), { recursive: true });
    const begun = valueOf(await backup.methods.beginBackupSave({ kind: 'text', sha256 }));
    expect(begun?.destination).toBe(pathIn(backup));
    expect(logged).toHaveBeenCalledOnce();
  });

  it('that is not kept is missing', async () => {
    const backup = await testBackup();
    const answer = await backup.methods.beginBackupRead({ kind: 'text', sha256 });
    expect(errorOf(answer).code).toBe('missing');
  });
});

describe('what is in the backup folder', () => {
  it('is counted in bytes, texts, snapshots, journals and all else', async () => {
    const backup = await testBackup();
    await saveText(backup, words);
    await saveSnapshot(backup, 1);
    valueOf(await backup.methods.appendJournal(lineage, acts(2, 3)));
    await writeFile(join(backup.folder, 'note.txt'), 'twelve bytes');
    const { byteLength } = valueOf(await backup.methods.describeBackup());
    const names = await readdir(backup.folder, { recursive: true, withFileTypes: true });
    let sum = 0;
    for (const entry of names)
      if (entry.isFile()) sum += (await readFile(join(entry.parentPath, entry.name))).length;
    expect(byteLength).toBe(sum);
  });

  const named: readonly { readonly path: string; readonly isNamed: boolean }[] = [
    { path: 'note.txt', isNamed: true },
    { path: 'other/note.txt', isNamed: true },
    { path: `${lineage}/note.txt`, isNamed: true },
    { path: `${lineage}/journal-1-short.dlj`, isNamed: true },
    { path: `${lineage}/snapshot-000000000001-20251399T000000000Z-${sha256}.gz`, isNamed: true },
    { path: 'texts/note.txt', isNamed: true },
    { path: 'texts/zz/note.txt', isNamed: true },
    { path: `texts/${sha256.slice(0, 2)}/note.txt`, isNamed: true },
    { path: `texts/00/${sha256}.txt`, isNamed: true },
    { path: '.DS_Store', isNamed: false },
    { path: `${lineage}/Thumbs.db`, isNamed: false },
    { path: 'texts/desktop.ini', isNamed: false },
  ];
  it.each(named)('is named when it is not of this program: $path', async ({ path, isNamed }) => {
    const backup = await testBackup();
    await saveText(backup, words);
    await mkdir(dirname(join(backup.folder, path)), { recursive: true });
    await writeFile(join(backup.folder, path), 'foreign');
    const { damaged } = valueOf(await backup.methods.describeBackup());
    expect(damaged.map((name) => path.split('/').includes(name))).toEqual(isNamed ? [true] : []);
    expect(await readFile(join(backup.folder, path), 'utf8')).toBe('foreign');
  });

  it('is rid of what an earlier start left half-written, and of nothing else', async () => {
    const backup = await testBackup();
    await saveText(backup, words);
    await saveSnapshot(backup, 1);
    const temporary = `.dateline-${'a'.repeat(32)}.tmp`;
    const folders = ['', lineage, 'texts', `texts/${sha256.slice(0, 2)}`];
    for (const folder of folders) {
      await writeFile(join(backup.folder, folder, temporary), 'half');
      await writeFile(join(backup.folder, folder, '.dateline-short.tmp'), 'not ours');
    }
    const next = await testBackup({ folder: backup.folder });
    valueOf(await next.methods.describeBackup());
    const left = await readdir(backup.folder, { recursive: true });
    expect(left.filter((name) => name.endsWith(temporary))).toEqual([]);
    expect(left.filter((name) => name.endsWith('.dateline-short.tmp'))).toHaveLength(4);
    expect(await readKept(next, { kind: 'text', sha256 })).toBe(words);
  });
});
