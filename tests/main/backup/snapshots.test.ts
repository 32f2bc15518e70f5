import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  acts,
  bytesOf,
  digestOf,
  filesOf,
  lineage,
  readKept,
  runs,
  saveSnapshot,
  type TestBackup,
  testBackup,
} from '../support/backup';
import { errorOf, valueOf } from '../support/desktop';

const other = 'lin_other';

async function seqs({ methods }: TestBackup, of = lineage): Promise<number[]> {
  const { lineages } = valueOf(await methods.describeBackup());
  const kept = lineages.find((found) => found.lineage === of);
  return (kept?.snapshots ?? []).map(({ seq }) => seq);
}

describe('a snapshot', () => {
  it('is kept under a name that says what it is, whole, and nothing else is left', async () => {
    const backup = await testBackup();
    const bytes = Buffer.alloc(3_000_000, 'store');
    const saved = await saveSnapshot(backup, 42, { day: 5, bytes });
    const { sha256 } = digestOf(bytes);
    const name = `snapshot-000000000042-20250105T123000250Z-${sha256}.gz`;
    const destination = join(backup.folder, lineage, name);
    expect(saved).toEqual({ destination, byteLength: bytes.length, sha256 });
    expect((await readFile(destination)).equals(bytes)).toBe(true);
    expect(await readdir(join(backup.folder, lineage))).toEqual([name]);
  });

  it('is told and read by the next start too', async () => {
    const backup = await testBackup();
    await saveSnapshot(backup, 7, { day: 2 });
    await saveSnapshot(backup, 9, { day: 1 });
    const digest = digestOf(bytesOf('store 9'));
    for (const start of [backup, await testBackup({ folder: backup.folder })]) {
      const { lineages } = valueOf(await start.methods.describeBackup());
      expect(lineages).toHaveLength(1);
      expect(lineages[0]?.snapshots).toEqual([
        { seq: 9, at: '2025-01-01T12:30:00.250Z', ...digest },
        { seq: 7, at: '2025-01-02T12:30:00.250Z', ...digestOf(bytesOf('store 7')) },
      ]);
      expect(await readKept(start, { kind: 'snapshot', lineage, sha256: digest.sha256 })).toBe(
        'store 9',
      );
    }
  });

  it('is not there before it is committed, nor when it is not what the page says', async () => {
    const backup = await testBackup();
    const begun = valueOf(await backup.methods.beginBackupSave({ kind: 'snapshot', lineage }));
    if (begun === null) throw new Error('the snapshot was not begun');
    valueOf(await backup.savings.write(begun.saveId, bytesOf('store')));
    expect(await seqs(backup)).toEqual([]);
    const digest = digestOf(bytesOf('another'));
    const at = '2025-01-01T00:00:00.000Z';
    const answer = await backup.methods.commitSnapshot(begun.saveId, { seq: 1, at, ...digest });
    expect(errorOf(answer).code).toBe('not-verified');
    expect(await readdir(join(backup.folder, lineage))).toEqual([]);
  });

  const mixed = [
    { name: 'a snapshot as a text', item: { kind: 'snapshot', lineage } },
    { name: 'a text as a snapshot', item: { kind: 'text', sha256: digestOf(bytesOf('')).sha256 } },
  ] as const;
  it.each(mixed)('does not end as what it is not: $name', async ({ item }) => {
    const backup = await testBackup();
    const begun = valueOf(await backup.methods.beginBackupSave(item));
    if (begun === null) throw new Error('nothing was begun');
    const digest = digestOf(bytesOf(''));
    const snapshot = { seq: 1, at: '2025-01-01T00:00:00.000Z', ...digest };
    const answer =
      item.kind === 'text'
        ? await backup.methods.commitSnapshot(begun.saveId, snapshot)
        : await backup.savings.commit(begun.saveId, digest);
    expect(errorOf(answer).code).toBe('refused');
  });

  it('that is not kept is missing', async () => {
    const backup = await testBackup();
    const item = { kind: 'snapshot', lineage, sha256: '0'.repeat(64) } as const;
    expect(errorOf(await backup.methods.beginBackupRead(item)).code).toBe('missing');
  });

  it('without a byte is damaged', async () => {
    const backup = await testBackup();
    await saveSnapshot(backup, 1);
    const [file] = await filesOf(backup, 'snapshot');
    if (file === undefined) throw new Error('there is no snapshot');
    await writeFile(file.path, '');
    const state = valueOf(await backup.methods.describeBackup());
    expect(state).toMatchObject({ lineages: [], damaged: [file.name] });
  });
});

describe('a backup over its limit', () => {
  it('loses its oldest snapshots, with the journal that only they needed', async () => {
    const backup = await testBackup({ maxBytes: 1, segmentBytes: 1 });
    for (const seq of [2, 4, 6, 8]) {
      valueOf(await backup.methods.appendJournal(lineage, acts(seq - 1, seq)));
      await saveSnapshot(backup, seq);
    }
    expect(await seqs(backup)).toEqual([8, 6]);
    const next = await testBackup({ folder: backup.folder });
    // The segment with the last acts of the older snapshot stays, since an act might begin in it.
    for (const start of [backup, next]) expect(await runs(start)).toEqual(['5-8']);
    expect(valueOf(await backup.methods.appendJournal(lineage, acts(9, 9)))).toBe('written');
  });

  it('keeps everything under the limit', async () => {
    const backup = await testBackup({ maxBytes: 10_000, segmentBytes: 1 });
    for (const seq of [1, 2, 3, 4]) {
      valueOf(await backup.methods.appendJournal(lineage, acts(seq, seq)));
      await saveSnapshot(backup, seq);
    }
    expect(await seqs(backup)).toEqual([4, 3, 2, 1]);
    expect(await runs(backup)).toEqual(['1-4']);
  });

  it('loses an older lineage before the two newest snapshots of the one written to', async () => {
    const backup = await testBackup({ maxBytes: 1 });
    // Taken later by the clock, yet not the lineage that is written to.
    await saveSnapshot(backup, 20, { of: other });
    valueOf(await backup.methods.appendJournal(other, acts(21, 22)));
    await saveSnapshot(backup, 1);
    await saveSnapshot(backup, 2);
    expect(await seqs(backup)).toEqual([2, 1]);
    expect(await seqs(backup, other)).toEqual([]);
  });
});

describe('the lineages', () => {
  it('are told by when they were last written to, by journal or snapshot', async () => {
    const now = () => new Date('2025-01-15T09:00:00.000Z');
    const backup = await testBackup({ now });
    await saveSnapshot(backup, 1, { of: 'lin_14th', day: 14 });
    await saveSnapshot(backup, 1, { of: 'lin_16th', day: 16 });
    valueOf(await backup.methods.appendJournal('lin_15th', acts(1, 1)));
    await saveSnapshot(backup, 1, { of: 'lin_17th', day: 17 });
    valueOf(await backup.methods.appendJournal('lin_17th', acts(2, 2)));
    const { lineages } = valueOf(await backup.methods.describeBackup());
    expect(lineages.map((kept) => kept.lineage)).toEqual([
      'lin_17th',
      'lin_16th',
      'lin_15th',
      'lin_14th',
    ]);
  });
});
