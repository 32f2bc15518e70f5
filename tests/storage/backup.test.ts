import 'fake-indexeddb/auto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeId } from '../../src/core/ids';
import type { Desktop, KeptLineage } from '../../src/preload/contract';
import { openDatabase } from '../../src/renderer/storage/db';
import { currentStoreName } from '../../src/renderer/storage/generations';
import { readLineage } from '../../src/renderer/storage/lineage';
import type { Backup } from '../../src/renderer/workspace/backup/backup-keeper';
import { type Found, findStore } from '../../src/renderer/workspace/backup/find-store';
import type { Verdict } from '../../src/renderer/workspace/backup/judge';
import { keepBackup } from '../../src/renderer/workspace/backup/keep-backup';
import { previewRestore, restore } from '../../src/renderer/workspace/backup/restore';
import { testDesktop, valueOf } from '../main/support/desktop';
import { succeed } from '../unit/workspace/test-workspace';
import { anyAct, contentOf, type RandomAct, RandomStore } from './random-acts';

let names = 0;

/** A store with its backup, both real: random acts, main's service on a folder, IndexedDB in memory. */
async function keptStore(wrap: (desktop: Desktop) => Desktop = (desktop) => desktop) {
  const base = `backup-test-${(names += 1)}`;
  const service = await testDesktop();
  const desktop = wrap(service.desktop);
  const random = await RandomStore.open(base);
  const backup = await keep(random, desktop, { kind: 'new' });
  return { base, desktop, dataFolder: service.dataFolder, random, backup };
}

function keep(
  random: RandomStore,
  desktop: Desktop,
  verdict: Exclude<Verdict, { kind: 'restore' }>,
) {
  return keepBackup({
    database: random.database,
    store: random.store,
    verdict,
    backup: null,
    desktop,
    folder: 'backup',
    version: '0.0.0',
    now: () => '2026-11-22T09:00:00.000Z',
    newId: (prefix) => makeId(prefix, crypto.randomUUID()),
  });
}

/** Settles when the status is `state`. */
function reaches(backup: Backup, state: Backup['status']['state']): Promise<void> {
  return new Promise((settle) => {
    const look = (): void => {
      if (backup.status.state !== state) return;
      stop();
      settle();
    };
    const stop = backup.subscribe(look);
    look();
  });
}

async function keptOf(desktop: Desktop): Promise<KeptLineage> {
  const { lineages } = valueOf(await desktop.describeBackup());
  const [kept] = lineages;
  if (!kept) throw new Error('nothing is kept');
  return kept;
}

/** Restores up to `target` under a base of its own; the new store's content. */
async function contentAfterRestore(desktop: Desktop, target: number | null = null) {
  const base = `restored-test-${(names += 1)}`;
  const restored = succeed(
    await restore({
      desktop,
      kept: await keptOf(desktop),
      target,
      signal: new AbortController().signal,
      base,
      lineage: makeId('lin', crypto.randomUUID()),
      now: () => '2026-11-22T10:00:00.000Z',
      otherText: async () => null,
      otherFacts: async () => [],
      onProgress: () => undefined,
    }),
  );
  const name = await currentStoreName(base);
  const database = await openDatabase(name ?? '');
  const content = await contentOf(database);
  database.close();
  return { restored, content };
}

const open: RandomAct = { act: 'open', article: 0 };
const tag = (at: number): RandomAct => ({ act: 'annotate', article: 0, at });

describe('what was kept comes back as it was', () => {
  async function check(acts: readonly RandomAct[], snapshotAfter: number | null): Promise<void> {
    const { desktop, random, backup } = await keptStore();
    await random.do(open);
    for (const [index, act] of acts.entries()) {
      await random.do(act);
      if (index === snapshotAfter) succeed(await backup.snapshot());
    }
    await reaches(backup, 'kept');
    const { content } = await contentAfterRestore(desktop);
    expect(content).toEqual(await contentOf(random.database));
    random.database.close();
  }

  const cases: readonly [string, readonly RandomAct[], number | null][] = [
    ['by the journal alone', [tag(0), tag(4), { act: 'undo' }], null],
    ['by a snapshot at the end', [tag(0), tag(4), { act: 'undo' }], 2],
    ['by a snapshot and the journal after it', [tag(0), tag(4), { act: 'undo' }], 0],
    ['in the middle of a group', [{ act: 'part', size: 3 }, tag(0), { act: 'part', size: 2 }], 1],
  ];
  test.each(cases)('%s', (_name, acts, snapshotAfter) => check(acts, snapshotAfter));

  test('whatever was done', async () => {
    const anyActs = fc.array(anyAct, { maxLength: 20 });
    const anyPlace = fc.option(fc.nat({ max: 19 }));
    await fc.assert(fc.asyncProperty(anyActs, anyPlace, check), { numRuns: 25 });
  });
});

describe('an earlier point', () => {
  test('is the store as it was after that entry', async () => {
    const { desktop, random, backup } = await keptStore();
    for (const act of [open, tag(0), tag(4), tag(8)]) await random.do(act);
    await reaches(backup, 'kept');
    const { content, restored } = await contentAfterRestore(desktop, 3);
    const starts = content.annotations.map(({ fragments: [{ start }] }) => start);
    expect(starts.toSorted((a, b) => a - b)).toEqual([0, 4]);
    expect(restored).toMatchObject({ seq: 3, articles: 1, annotations: 2 });
    random.database.close();
  });

  test('shows beforehand what it would bring', async () => {
    const { desktop, random, backup } = await keptStore();
    for (const act of [open, tag(0), tag(4)]) await random.do(act);
    succeed(await backup.snapshot());
    const preview = await previewRestore({
      desktop,
      kept: await keptOf(desktop),
      target: null,
      signal: new AbortController().signal,
    });
    expect(succeed(preview)).toMatchObject({ articles: 1, annotations: 2, missingTexts: 1 });
    random.database.close();
  });
});

describe('damage', () => {
  /** The only file of the lineage whose name begins so. */
  async function fileOf(dataFolder: string, desktop: Desktop, prefix: string): Promise<string> {
    const folder = join(dataFolder, 'backup', (await keptOf(desktop)).lineage);
    const found = (await readdir(folder)).filter((name) => name.startsWith(prefix)).toSorted();
    return join(folder, found.at(-1) ?? '');
  }

  async function flipIn(path: string): Promise<void> {
    const bytes = await readFile(path);
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 1;
    await writeFile(path, bytes);
  }

  test('a damaged snapshot is gone round by the journal', async () => {
    const { desktop, dataFolder, random, backup } = await keptStore();
    for (const act of [open, tag(0), tag(4)]) await random.do(act);
    succeed(await backup.snapshot());
    await random.do(tag(8));
    await reaches(backup, 'kept');
    await flipIn(await fileOf(dataFolder, desktop, 'snapshot'));
    const { content } = await contentAfterRestore(desktop);
    expect(content).toEqual(await contentOf(random.database));
    random.database.close();
  });

  test('a backup that is gone while one works is begun anew behind a snapshot', async () => {
    const { desktop, dataFolder, random, backup } = await keptStore();
    for (const act of [open, tag(0)]) await random.do(act);
    await reaches(backup, 'kept');
    await rm(join(dataFolder, 'backup'), { recursive: true });
    await random.do(tag(4));
    await reaches(backup, 'kept');
    const { content } = await contentAfterRestore(desktop);
    expect(content).toEqual(await contentOf(random.database));
    random.database.close();
  });

  test('so is one whose place was taken for a while', async () => {
    const { desktop, dataFolder, random, backup } = await keptStore();
    for (const act of [open, tag(0)]) await random.do(act);
    await reaches(backup, 'kept');
    const folder = join(dataFolder, 'backup');
    await rm(folder, { recursive: true });
    await writeFile(folder, 'in the way');
    await random.do(tag(4));
    await reaches(backup, 'failed');
    expect(backup.status).toMatchObject({ behind: 1 });
    await rm(folder);
    backup.retry();
    await reaches(backup, 'kept');
    const { content } = await contentAfterRestore(desktop);
    expect(content).toEqual(await contentOf(random.database));
    random.database.close();
  });
});

describe('a start', () => {
  const closed = (found: Found): Found => {
    found.database?.close();
    return found;
  };

  test('finds everything in order', async () => {
    const { base, desktop, random, backup } = await keptStore();
    for (const act of [open, tag(0)]) await random.do(act);
    await reaches(backup, 'kept');
    const { verdict } = closed(await findStore(base, desktop));
    expect(verdict).toEqual({ kind: 'sound', need: 'nothing', reach: 2, lost: null });
    random.database.close();
  });

  test('lets the journal catch up with what was not written any more', async () => {
    let isDown = false;
    const { base, desktop, random, backup } = await keptStore((real) => ({
      ...real,
      appendJournal: async (...args) =>
        isDown ? { ok: false, error: { code: 'disk-full' } } : real.appendJournal(...args),
    }));
    await random.do(open);
    await reaches(backup, 'kept');
    isDown = true;
    for (const act of [tag(0), tag(4)]) await random.do(act);
    await reaches(backup, 'failed');
    const { verdict } = closed(await findStore(base, desktop));
    expect(verdict).toEqual({ kind: 'sound', need: 'catch-up', reach: 1, lost: null });
    isDown = false;
    if (verdict.kind === 'restore') throw new Error('the store is sound');
    await reaches(await keep(random, desktop, verdict), 'kept');
    expect((await keptOf(desktop)).journal.at(-1)?.last).toBe(3);
    random.database.close();
  });

  test('sees a store that went another way than its journal', async () => {
    const { base, desktop, random, backup } = await keptStore();
    for (const act of [open, tag(0)]) await random.do(act);
    await reaches(backup, 'kept');
    const entry = await random.database.changes.get(2);
    if (!entry) throw new Error('there are two entries');
    await random.database.changes.put({ ...entry, coder: 'Somebody else' });
    const { verdict } = closed(await findStore(base, desktop));
    expect(verdict).toEqual({ kind: 'restore', reason: 'diverged' });
    random.database.close();
  });

  test('finds no store where there is only a backup, and the restored one in order', async () => {
    const { base, desktop, random, backup } = await keptStore();
    for (const act of [open, tag(0)]) await random.do(act);
    await reaches(backup, 'kept');
    await random.database.delete();
    expect((await findStore(base, desktop)).verdict).toEqual({
      kind: 'restore',
      reason: 'missing',
    });
    succeed(
      await restore({
        desktop,
        kept: await keptOf(desktop),
        target: null,
        signal: new AbortController().signal,
        base,
        lineage: makeId('lin', 'restored'),
        now: () => '2026-11-22T10:00:00.000Z',
        otherText: async () => null,
        otherFacts: async () => [],
        onProgress: () => undefined,
      }),
    );
    const found = await findStore(base, desktop);
    expect(found.verdict).toMatchObject({ kind: 'sound', need: 'catch-up' });
    const lineage = found.database && (await readLineage(found.database));
    expect(lineage).toMatchObject({ id: 'lin_restored', restoredFrom: { seq: 2 } });
    closed(found);
  });
});
