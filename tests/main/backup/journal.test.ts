import { appendFile, cp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chunkBytes } from '../../../src/preload/contract';
import {
  act,
  acts,
  filesOf,
  lineage,
  onlySegment,
  piecesOf,
  readWords,
  runs,
  saveSnapshot,
  type TestBackup,
  testBackup,
} from '../support/backup';
import { errorOf, valueOf } from '../support/desktop';
import { temporaryFolder } from '../support/temporary-folder';

const other = 'lin_other';

/** Another start of main on the same folder, as after a kill. */
const restart = ({ folder }: TestBackup) => testBackup({ folder });

describe('the journal', () => {
  it('is empty where there is none', async () => {
    const backup = await testBackup();
    expect(await readWords(backup)).toEqual([]);
    const state = valueOf(await backup.methods.describeBackup());
    expect(state).toEqual({ folder: backup.folder, lineages: [], damaged: [], byteLength: 0 });
  });

  it('gives back what was appended, in order, to this start and the next', async () => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(lineage, acts(1, 3)));
    valueOf(await backup.methods.appendJournal(lineage, [act(4, 6, 'three at once')]));
    for (const start of [backup, await restart(backup)]) {
      expect(await readWords(start)).toEqual(['act 1', 'act 2', 'act 3', 'three at once']);
      expect(await readWords(start, 3)).toEqual(['three at once']);
      expect(await runs(start)).toEqual(['1-6']);
    }
  });

  it('says when its last act was written', async () => {
    let time = new Date('2025-01-15T09:00:00.125Z');
    const backup = await testBackup({ now: () => time });
    valueOf(await backup.methods.appendJournal(lineage, [act(1)]));
    time = new Date('2025-01-16T10:00:00.500Z');
    valueOf(await backup.methods.appendJournal(lineage, [act(2)]));
    const { lineages } = valueOf(await (await restart(backup)).methods.describeBackup());
    expect(lineages[0]?.journal).toEqual([
      { first: 1, last: 2, lastAt: '2025-01-16T10:00:00.500Z' },
    ]);
  });

  it('goes on in a new segment after a restart and leaves the old one as it is', async () => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(lineage, acts(1, 2)));
    const path = await onlySegment(backup);
    const before = await readFile(path);
    const next = await restart(backup);
    valueOf(await next.methods.appendJournal(lineage, acts(3, 4)));
    expect((await readFile(path)).equals(before)).toBe(true);
    expect(await filesOf(next, 'journal')).toHaveLength(2);
    expect(await runs(await restart(next))).toEqual(['1-4']);
    expect(await readWords(next)).toHaveLength(4);
  });

  it('begins a new segment when one is full', async () => {
    const backup = await testBackup({ segmentBytes: 400 });
    for (let first = 1; first <= 30; first += 1)
      valueOf(await backup.methods.appendJournal(lineage, [act(first)]));
    const segments = await filesOf(backup, 'journal');
    expect(segments.length).toBeGreaterThan(2);
    expect(segments[0]?.name).toMatch(/^journal-000000000001-[\w-]{32}\.dlj$/);
    expect(await runs(await restart(backup))).toEqual(['1-30']);
  });

  it('is kept apart from that of another store', async () => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(lineage, acts(1, 3)));
    valueOf(await backup.methods.appendJournal(other, [act(1, 1, 'another')]));
    valueOf(await backup.methods.appendJournal(lineage, [act(4)]));
    expect(await readWords(backup, 0, other)).toEqual(['another']);
    expect(await runs(backup)).toEqual(['1-4']);
  });

  it('takes calls that do not wait for one another in their order', async () => {
    const backup = await testBackup();
    const calls = acts(1, 20).map((piece) => backup.methods.appendJournal(lineage, [piece]));
    expect((await Promise.all(calls)).map(valueOf)).toEqual(Array(20).fill('written'));
    expect(await runs(await restart(backup))).toEqual(['1-20']);
  });

  it('reads 3 MB in answers that are no longer than a chunk', async () => {
    const backup = await testBackup();
    const words = 'x'.repeat(chunkBytes / 2);
    for (let first = 1; first <= 6; first += 1)
      valueOf(await backup.methods.appendJournal(lineage, [act(first, first, words)]));
    const answer = valueOf(await backup.methods.readJournal(lineage, { after: 0, skip: 0 }));
    expect(answer).toHaveLength(2);
    expect(await readWords(backup)).toEqual(Array(6).fill(words));
  });
});

describe('an act in several pieces', () => {
  const pieces = piecesOf(2, ['one ', 'two ', 'three ', 'four']);

  it('may come in several calls, and counts when its end has come', async () => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(lineage, [act(1), ...pieces.slice(0, 2)]));
    expect(await runs(backup)).toEqual(['1-1']);
    valueOf(await backup.methods.appendJournal(lineage, pieces.slice(2, 3)));
    expect(await readWords(backup)).toEqual(['act 1']);
    valueOf(await backup.methods.appendJournal(lineage, pieces.slice(3)));
    expect(await readWords(backup)).toEqual(['act 1', 'one ', 'two ', 'three ', 'four']);
  });

  it('may go on in another segment', async () => {
    const backup = await testBackup({ segmentBytes: 1 });
    valueOf(await backup.methods.appendJournal(lineage, [act(1)]));
    for (const piece of pieces) valueOf(await backup.methods.appendJournal(lineage, [piece]));
    expect(await filesOf(backup, 'journal')).toHaveLength(5);
    expect(await readWords(await restart(backup))).toHaveLength(5);
  });

  it('is dropped when its end never came, and may come again', async () => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(lineage, [act(1), ...pieces.slice(0, 3)]));
    const next = await restart(backup);
    expect(await runs(next)).toEqual(['1-1']);
    valueOf(await next.methods.appendJournal(lineage, piecesOf(2, ['again ', 'and to the end'])));
    for (const start of [next, await restart(next)])
      expect(await readWords(start)).toEqual(['act 1', 'again ', 'and to the end']);
  });
});

describe('an append that does not follow', () => {
  const cases = [
    { name: 'leaves an act out', pieces: acts(5, 5) },
    { name: 'comes again', pieces: acts(3, 3) },
    { name: 'begins anew', pieces: acts(1, 1) },
    { name: 'begins within an act', pieces: piecesOf(4, ['a', 'b']).slice(1) },
  ];
  it.each(cases)('is out of step and writes nothing: it $name', async ({ pieces }) => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(lineage, acts(1, 3)));
    const before = await readFile(await onlySegment(backup));
    for (const start of [backup, await restart(backup)])
      expect(valueOf(await start.methods.appendJournal(lineage, pieces))).toBe('out-of-step');
    expect((await readFile(await onlySegment(backup))).equals(before)).toBe(true);
  });

  it('is refused when its own pieces do not follow one another', async () => {
    const backup = await testBackup();
    const answer = await backup.methods.appendJournal(lineage, [act(1), act(3)]);
    expect(errorOf(answer).code).toBe('refused');
    expect(await runs(backup)).toEqual([]);
  });

  it('may follow a snapshot, and is then a run of its own', async () => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(lineage, acts(1, 3)));
    await saveSnapshot(backup, 10);
    expect(valueOf(await backup.methods.appendJournal(lineage, acts(11, 12)))).toBe('written');
    for (const start of [backup, await restart(backup)]) {
      expect(await runs(start)).toEqual(['1-3', '11-12']);
      expect(await readWords(start)).toEqual(['act 1', 'act 2', 'act 3']);
      expect(await readWords(start, 10)).toEqual(['act 11', 'act 12']);
    }
  });
});

describe('a journal that was cut short', () => {
  it('at any byte of its last act keeps the others, and the act may come again', async () => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(lineage, acts(1, 2)));
    const { length: kept } = await readFile(await onlySegment(backup));
    valueOf(await backup.methods.appendJournal(lineage, acts(3, 3)));
    const { length } = await readFile(await onlySegment(backup));
    for (let cut = kept; cut < length; cut += 1) {
      const folder = join(await temporaryFolder(), 'backup');
      await cp(backup.folder, folder, { recursive: true });
      const start = await testBackup({ folder });
      await truncate(await onlySegment(start), cut);
      expect([cut, await runs(start)]).toEqual([cut, ['1-2']]);
      const again = [act(3, 3, 'again')];
      expect(valueOf(await start.methods.appendJournal(lineage, again))).toBe('written');
      expect(await readWords(await restart(start))).toEqual(['act 1', 'act 2', 'again']);
      const { damaged } = valueOf(await start.methods.describeBackup());
      expect([cut, damaged]).toEqual([cut, []]);
    }
  });
});

describe('a journal with damage', () => {
  /** Three starts of two acts each. */
  async function threeStarts(): Promise<TestBackup> {
    let start = await testBackup();
    for (const first of [1, 3, 5]) {
      valueOf(await start.methods.appendJournal(lineage, acts(first, first + 1)));
      start = await restart(start);
    }
    return start;
  }

  const damages = [
    {
      name: 'a byte changed in the second act of the second segment',
      damage: async (path: string) => {
        const bytes = await readFile(path);
        bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
        await writeFile(path, bytes);
      },
      runs: ['1-3', '5-6'],
      isNamed: true,
    },
    {
      name: 'the second segment emptied',
      damage: (path: string) => truncate(path, 0),
      runs: ['1-2', '5-6'],
      isNamed: false,
    },
    {
      name: 'the second segment gone',
      damage: (path: string) => rm(path),
      runs: ['1-2', '5-6'],
      isNamed: false,
    },
    {
      name: 'another file in place of the second segment',
      damage: (path: string) => writeFile(path, 'not of this program'),
      runs: ['1-2', '5-6'],
      isNamed: true,
    },
    {
      name: 'bytes behind the second segment',
      damage: (path: string) => appendFile(path, 'x'.repeat(100)),
      runs: ['1-6'],
      isNamed: true,
    },
    {
      name: 'far too large a file',
      damage: (path: string) => truncate(path, 2 ** 31),
      runs: ['1-2', '5-6'],
      isNamed: true,
    },
  ];
  it.each(damages)(
    'keeps what lies before and after: $name',
    async ({ damage, runs: kept, isNamed }) => {
      const backup = await threeStarts();
      const [, second] = await filesOf(backup, 'journal');
      if (second === undefined) throw new Error('there is no second segment');
      await damage(second.path);
      expect(await runs(backup)).toEqual(kept);
      expect(valueOf(await backup.methods.describeBackup()).damaged).toEqual(
        isNamed ? [second.name] : [],
      );
      expect(await readWords(backup, 4)).toEqual(['act 5', 'act 6']);
      expect(valueOf(await backup.methods.appendJournal(lineage, [act(7)]))).toBe('written');
    },
  );

  it('that is mended later does not outdo what was written since', async () => {
    const backup = await threeStarts();
    const later = (await filesOf(backup, 'journal')).slice(1);
    const whole = await Promise.all(later.map(({ path }) => readFile(path)));
    for (const { path } of later) await writeFile(path, 'cannot be read');
    valueOf(await backup.methods.appendJournal(lineage, [act(3, 3, 'written since')]));
    for (const [at, { path }] of later.entries()) await writeFile(path, whole[at] ?? '');
    expect(await readWords(await restart(backup))).toEqual(['act 1', 'act 2', 'written since']);
  });

  it('of another lineage gives none of its acts', async () => {
    const backup = await threeStarts();
    valueOf(await backup.methods.appendJournal(other, acts(1, 1)));
    const [foreign] = await filesOf(backup, 'journal', other);
    if (foreign === undefined) throw new Error('there is no other journal');
    const moved = join(backup.folder, lineage, foreign.name.replace('1-', '7-'));
    await cp(foreign.path, moved);
    expect(await runs(await restart(backup))).toEqual(['1-6']);
  });

  it('that comes while it is read is told, and what is left is read then', async () => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(lineage, acts(1, 3)));
    const path = await onlySegment(backup);
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
    const answer = await backup.methods.readJournal(lineage, { after: 0, skip: 0 });
    expect(errorOf(answer).code).toBe('not-verified');
    expect(await readWords(backup)).toEqual(['act 1', 'act 2']);
  });
});

describe('a backup folder that is removed while main runs', () => {
  const segments = [
    { name: 'in the middle of a segment', segmentBytes: 1_000_000 },
    { name: 'between two segments', segmentBytes: 1 },
  ];
  it.each(segments)(
    'is made anew; the journal is out of step until there is a snapshot: $name',
    async ({ segmentBytes }) => {
      const backup = await testBackup({ segmentBytes });
      for (const piece of acts(1, 3)) valueOf(await backup.methods.appendJournal(lineage, [piece]));
      await rm(backup.folder, { recursive: true });
      expect(valueOf(await backup.methods.appendJournal(lineage, acts(4, 4)))).toBe('out-of-step');
      await saveSnapshot(backup, 4);
      expect(valueOf(await backup.methods.appendJournal(lineage, acts(5, 5)))).toBe('written');
      expect(await runs(await restart(backup))).toEqual(['5-5']);
    },
  );

  it('is made anew for a journal that begins', async () => {
    const backup = await testBackup();
    valueOf(await backup.methods.appendJournal(other, acts(1, 1)));
    await rm(backup.folder, { recursive: true });
    expect(valueOf(await backup.methods.appendJournal(lineage, acts(1, 1)))).toBe('written');
    expect(await runs(await restart(backup))).toEqual(['1-1']);
  });

  it('fails while a file is in its place, and goes on when that is gone', async () => {
    const backup = await testBackup();
    await writeFile(backup.folder, 'in the way');
    const failed = await backup.methods.appendJournal(lineage, acts(1, 1));
    expect(failed.ok).toBe(false);
    await rm(join(dirname(backup.folder), 'backup'));
    expect(valueOf(await backup.methods.appendJournal(lineage, acts(1, 1)))).toBe('written');
  });
});
