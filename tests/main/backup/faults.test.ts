import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { JournalPiece } from '../../../src/preload/contract';
import {
  act,
  acts,
  bytesOf,
  digestOf,
  lineage,
  piecesOf,
  readKept,
  readWords,
  runs,
  saveSnapshot,
  saveText,
  type TestBackup,
  type TestBackupOptions,
  testBackup,
} from '../support/backup';
import { valueOf } from '../support/desktop';
import { type FailingFiles, failingFiles } from '../support/failing-files';

// What fails is reported besides; these tests are about what is kept.
beforeEach(() => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  return () => logged.mockRestore();
});

interface Case {
  readonly name: string;
  readonly options?: TestBackupOptions;
  /** What is there before; must succeed. */
  readonly before?: (backup: TestBackup) => Promise<unknown>;
  /** Throws when it is told of a failure; must succeed at the second time. */
  readonly work: (backup: TestBackup) => Promise<unknown>;
  /** What must then be true, of this start and of the next. */
  readonly check: (backup: TestBackup) => Promise<void>;
}

async function append({ methods }: TestBackup, pieces: readonly JournalPiece[]): Promise<void> {
  const answer = valueOf(await methods.appendJournal(lineage, pieces));
  if (answer !== 'written') throw new Error(answer);
}

const words = 'A text of the archive';
const item = { kind: 'text', sha256: digestOf(bytesOf(words)).sha256 } as const;

describe('every call on the file system failing once', () => {
  const cases: readonly Case[] = [
    {
      name: 'at the first append of all',
      work: (backup) => append(backup, acts(1, 2)),
      check: async (backup) => expect(await readWords(backup)).toEqual(['act 1', 'act 2']),
    },
    {
      name: 'at a later append',
      before: (backup) => append(backup, acts(1, 2)),
      work: (backup) => append(backup, acts(3, 4)),
      check: async (backup) => expect(await runs(backup)).toEqual(['1-4']),
    },
    {
      name: 'at the rest of an act',
      before: (backup) => append(backup, [act(1), ...piecesOf(2, ['a', 'b', 'c']).slice(0, 1)]),
      work: (backup) => append(backup, piecesOf(2, ['a', 'b', 'c']).slice(1)),
      check: async (backup) => expect(await readWords(backup)).toEqual(['act 1', 'a', 'b', 'c']),
    },
    {
      name: 'at a new segment',
      options: { segmentBytes: 1 },
      before: (backup) => append(backup, acts(1, 2)),
      work: (backup) => append(backup, acts(3, 4)),
      check: async (backup) => expect(await runs(backup)).toEqual(['1-4']),
    },
    {
      name: 'at a text',
      work: (backup) => saveText(backup, words),
      check: async (backup) => expect(await readKept(backup, item)).toBe(words),
    },
    {
      name: 'at a snapshot',
      before: (backup) => append(backup, acts(1, 2)),
      work: (backup) => saveSnapshot(backup, 2),
      check: async (backup) => {
        const { lineages } = valueOf(await backup.methods.describeBackup());
        expect(lineages[0]?.snapshots.map(({ seq }) => seq)).toEqual([2]);
        expect(await runs(backup)).toEqual(['1-2']);
      },
    },
    {
      name: 'at a snapshot for which older ones go',
      options: { maxBytes: 1, segmentBytes: 1 },
      before: async (backup) => {
        for (const seq of [1, 2]) {
          await append(backup, acts(seq, seq));
          await saveSnapshot(backup, seq);
        }
        await append(backup, acts(3, 3));
      },
      work: async (backup) => {
        await saveSnapshot(backup, 3);
        await append(backup, acts(4, 4));
      },
      check: async (backup) => {
        const { lineages } = valueOf(await backup.methods.describeBackup());
        expect(lineages[0]?.snapshots.map(({ seq }) => seq).slice(0, 2)).toEqual([3, 2]);
        expect(await readWords(backup, 2)).toEqual(['act 3', 'act 4']);
      },
    },
    {
      name: 'at telling what is there',
      before: async (backup) => {
        await append(backup, acts(1, 2));
        await saveText(backup, words);
      },
      work: async ({ methods }) => valueOf(await methods.describeBackup()),
      check: async (backup) => expect(await runs(backup)).toEqual(['1-2']),
    },
    {
      name: 'at reading the journal',
      before: (backup) => append(backup, acts(1, 2)),
      work: (backup) => readWords(backup),
      check: async (backup) => expect(await readWords(backup)).toEqual(['act 1', 'act 2']),
    },
  ];

  it.each(cases)('loses nothing $name, and the next try succeeds', async (given) => {
    for (let number = 0; ; number += 1) {
      const files = failingFiles();
      const { folder } = await prepared(files, given);
      const start = await testBackup({ ...given.options, folder, files });
      files.failAt(number);
      const answered = await given.work(start).then(
        () => true,
        () => false,
      );
      const isOver = files.calls.length <= number;
      files.failAt(null);
      if (!answered) await given.work(start);
      await given.check(start);
      await given.check(await testBackup({ folder }));
      expect(await temporaryNames(folder)).toEqual([]);
      if (isOver) return;
    }
  });

  async function prepared(files: FailingFiles, { options, before }: Case): Promise<TestBackup> {
    const backup = await testBackup({ ...options, files });
    await before?.(backup);
    return backup;
  }

  async function temporaryNames(folder: string): Promise<string[]> {
    const names = await readdir(folder, { recursive: true }).catch(() => []);
    return names.filter((name) => name.endsWith('.tmp')).map((name) => join(folder, name));
  }
});

describe('what is answered for', () => {
  const cases = [
    {
      name: 'the first append',
      work: (backup: TestBackup) => append(backup, acts(1, 1)),
      calls: ['create', 'append', 'sync', 'syncFolder'],
    },
    {
      name: 'a text',
      work: (backup: TestBackup) => saveText(backup, words),
      calls: ['create', 'append', 'sync', 'rename', 'syncFolder'],
    },
    {
      name: 'a snapshot',
      work: (backup: TestBackup) => saveSnapshot(backup, 1),
      calls: ['create', 'append', 'sync', 'rename', 'syncFolder'],
    },
  ];
  const writing = new Set(['create', 'append', 'sync', 'rename', 'syncFolder']);

  it.each(cases)('is flushed with its name and its folders: $name', async ({ work, calls }) => {
    const files = failingFiles();
    const backup = await testBackup({ files });
    await work(backup);
    expect(files.calls.filter((name) => writing.has(name)).slice(-calls.length)).toEqual(calls);
    const made = files.calls.slice(0, files.calls.indexOf('create'));
    // The folder, the backup's and the one above it, each in the one that it is in.
    expect(made.filter((name) => name === 'syncFolder').length).toBeGreaterThanOrEqual(2);
  });

  it('is flushed at every append', async () => {
    const files = failingFiles();
    const backup = await testBackup({ files });
    await append(backup, acts(1, 1));
    files.failAt(null);
    await append(backup, acts(2, 2));
    await append(backup, acts(3, 3));
    expect(files.calls).toEqual([
      'append',
      'sync',
      'open',
      'close',
      'append',
      'sync',
      'open',
      'close',
    ]);
  });

  it('is flushed with its folders again when they were removed meanwhile', async () => {
    const files = failingFiles();
    const backup = await testBackup({ files });
    await append(backup, acts(1, 1));
    await rm(backup.folder, { recursive: true });
    await backup.methods.appendJournal(lineage, acts(2, 2));
    files.failAt(null);
    await saveSnapshot(backup, 2);
    const made = files.calls.slice(0, files.calls.indexOf('create'));
    expect(made).toEqual(['makeFolder', 'syncFolder', 'syncFolder']);
  });

  it('is, of a text kept by an earlier start, its name as well', async () => {
    const { folder, ...backup } = await testBackup();
    await saveText({ folder, ...backup }, words);
    const files = failingFiles();
    const next = await testBackup({ folder, files });
    expect(await saveText(next, words)).toBe(false);
    expect(files.calls).toContain('syncFolder');
  });
});

describe('a journal under any sequence of acts, failures and restarts', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('append' as const),
      pieces: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
      failing: fc.option(fc.nat(12)),
    }),
    fc.record({ kind: fc.constant('restart' as const) }),
  );

  it('holds every act that was answered for, as it was given last, and nothing that was never given', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const files = failingFiles();
        let start = await testBackup({ files, segmentBytes: 300 });
        const { folder } = start;
        let known: string[] = [];
        let next = 1;
        for (const [at, given] of steps.entries()) {
          if (given.kind === 'restart') {
            await start.end();
            start = await testBackup({ folder, files, segmentBytes: 300 });
            // What reached the disk of an append that failed may be there, and counts from now on.
            const found = await readWords(start);
            expect(found.slice(0, known.length)).toEqual(known);
            known = found;
            next = Number((await runs(start)).at(-1)?.split('-')[1] ?? 0) + 1;
            continue;
          }
          const pieces = given.pieces.flatMap((count, of) =>
            piecesOf(
              next + of,
              Array.from({ length: count }, (_, index) => `step ${at}: ${next + of}.${index}`),
            ),
          );
          files.failAt(given.failing);
          const answer = await start.methods.appendJournal(lineage, pieces);
          files.failAt(null);
          if (answer.ok) {
            expect(answer.value).toBe('written');
            known.push(...pieces.map(({ bytes }) => new TextDecoder().decode(bytes)));
            next += given.pieces.length;
          }
          expect(await readWords(start)).toEqual(known);
        }
        const kept = await readWords(await testBackup({ folder }));
        expect(kept.slice(0, known.length)).toEqual(known);
      }),
      { numRuns: 60 },
    );
  });
});
