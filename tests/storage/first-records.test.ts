import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeAct } from '../../src/codecs/backup/decode-act';
import { readSnapshot } from '../../src/codecs/backup/read-snapshot';
import { decodeExport } from '../../src/codecs/exchange/decode-export';
import { encodeExport } from '../../src/codecs/exchange/encode-export';
import { compareArticles } from '../../src/core/article';
import type { KindCounts } from '../../src/core/health/finding';
import { makeId } from '../../src/core/ids';
import { checkDatabase } from '../../src/renderer/storage/check-database';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { RestoreTarget } from '../../src/renderer/storage/restore-target';
import { Store } from '../../src/renderer/storage/store';
import { findStore } from '../../src/renderer/workspace/backup/find-store';
import { encodedAct, journalCalls } from '../../src/renderer/workspace/backup/journal-calls';
import { testDesktop, valueOf } from '../main/support/desktop';
import { annotationOfFormerRow, type FormerRow } from '../support/former-stores';
import { readNow } from '../support/read-now';
import { annotationsIn, articlesIn, countsIn } from '../support/stored-records';
import { firstRecords, makeVersion4Store } from '../support/version-4-store';

let count = 0;
let name: string;
let database: Database | null = null;

beforeEach(() => {
  name = `first-records-${(count += 1)}`;
});

afterEach(() => database?.close());

/** What a project holds, but for what is of its store alone. */
async function contentOf(held: Database): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { changes, state } = held;
  return {
    articles: await articlesIn(held),
    annotations: await annotationsIn(held),
    changes: await changes.toArray(),
    counts: (await countsIn(held)).map(({ annotations: _annotations, ...counts }) => counts),
    state: await state.where('key').notEqual('lineage').toArray(),
  };
}

/** What the project held when it was written, its log as this program would have written it. */
function contentBefore(): Readonly<Record<string, readonly unknown[]>> {
  const {
    texts: _texts,
    state = [],
    changes = [],
    annotations = [],
    counts = [],
    ...tables
  } = firstRecords.tables;
  return {
    ...tables,
    changes: readNow('changes', changes),
    annotations: (annotations as readonly FormerRow[]).map(annotationOfFormerRow),
    counts: (counts as readonly KindCounts[]).filter(
      ({ enterprise, claim, date }) => enterprise + claim + date > 0,
    ),
    state: state.filter((row) => !('key' in row && row.key === 'lineage')),
  };
}

async function openRestored(target: RestoreTarget): Promise<Database> {
  await target.finish({ id: makeId('lin', 'new'), madeAt: '2026-12-01T09:00:00.000Z' });
  return openDatabase(target.name);
}

async function* inOneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe('what was written when records were of their first version', () => {
  it('is restored from its journal', async () => {
    const target = await RestoreTarget.begin(name);
    for (const bytes of firstRecords.journal) {
      const act = decodeAct(bytes);
      if (!act.ok) throw new Error(JSON.stringify(act.error));
      expect(await target.replay([act.value])).toMatchObject({ ok: true });
    }
    database = await openRestored(target);
    expect(await contentOf(database)).toEqual(contentBefore());
  });

  it('is restored from its snapshot', async () => {
    const target = await RestoreTarget.begin(name);
    const facts = await readSnapshot(inOneChunk(firstRecords.snapshot), (batch) =>
      target.put(batch),
    );
    if (!facts.ok) throw new Error(JSON.stringify(facts.error));
    expect(await target.settle(facts.value)).toMatchObject({ ok: true });
    database = await openRestored(target);
    expect(await contentOf(database)).toEqual(contentBefore());
  });

  it('is found in order by a start, the store as its journal has it', async () => {
    await makeVersion4Store(name);
    const { desktop } = await testDesktop();
    const acts = firstRecords.journal.map((bytes) => {
      const act = decodeAct(bytes);
      if (!act.ok) throw new Error(JSON.stringify(act.error));
      return encodedAct(act.value, () => bytes);
    });
    for (const pieces of journalCalls(acts))
      valueOf(await desktop.appendJournal('lin_fixture', pieces));
    const found = await findStore(name, desktop);
    database = found.database;
    expect(found.verdict).toMatchObject({ kind: 'sound', need: 'nothing', reach: 38 });
  });

  it('opens as it is, without fault, and goes back to nothing and forward again', async () => {
    await makeVersion4Store(name);
    database = await openDatabase(name);
    expect(await checkDatabase(database, () => undefined)).toMatchObject({ findings: [] });
    let unique = 0;
    const store = await Store.over({
      database,
      now: () => '2026-12-01T09:00:00.000Z',
      unique: () => `later-${(unique += 1)}`,
      coder: () => '',
    });
    const head = store.state.undoStack.undo?.groupId ?? null;
    const before = await contentOf(database);
    await store.goTo(null);
    expect(await database.articles.count()).toBe(0);
    expect(await annotationsIn(database)).toEqual([]);
    await store.goTo(head);
    const { articles, annotations, counts } = await contentOf(database);
    expect({ articles, annotations, counts }).toEqual({
      articles: before['articles'],
      annotations: before['annotations'],
      counts: before['counts'],
    });
  });

  it('is imported from its export, which is written again byte for byte', async () => {
    const decoded = decodeExport(firstRecords.export);
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const { exportedAt, articles } = decoded.value;
    const chunks: Uint8Array[] = [];
    for await (const chunk of encodeExport({
      exportedAt,
      generatorVersion: '0.1.0',
      articles: articles.map((one) => ({ ...one, annotations: [one.annotations] })),
    }))
      chunks.push(chunk);
    expect(new TextDecoder().decode(Buffer.concat(chunks))).toBe(
      new TextDecoder().decode(firstRecords.export),
    );
    await makeVersion4Store(name);
    database = await openDatabase(name);
    const stored = (await articlesIn(database)).toSorted(compareArticles);
    expect(articles.map(({ article }) => article)).toEqual(stored);
  });
});
