import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotate, deleteAnnotation, editNote } from '../../src/core/annotation/edits';
import type { Change } from '../../src/core/change';
import { type GroupId, makeId } from '../../src/core/ids';
import { type Database, openDatabase } from '../../src/renderer/storage/db';
import { type History, type HistoryStep, readHistory } from '../../src/renderer/storage/history';
import { queriesOver } from '../../src/renderer/storage/queries';
import { Store } from '../../src/renderer/storage/store';
import { annotationOf, buildArticle } from '../support/builders';
import { annotationsIn, articlesIn, damageAnnotation } from '../support/stored-records';

const text = 'The Kangan Steel Works met its plan on 5 May 2024.';
const article = buildArticle();
const second = buildArticle({ id: makeId('art', 'second'), title: 'Another report' });
const works = annotationOf(text, 'Kangan Steel Works');
const day = annotationOf(text, '5 May 2024', { body: { kind: 'date' } });
const noted = { ...works, note: 'check', updatedAt: 'later' };

/** Five acts, after which no two states of the store are the same. */
const acts: readonly Change[] = [
  {
    label: { code: 'open-articles', count: 2, title: article.title },
    records: [
      { table: 'articles', id: article.id, before: null, after: article },
      { table: 'articles', id: second.id, before: null, after: second },
    ],
  },
  annotate(works),
  annotate(day),
  editNote(works, 'check', 'later'),
  deleteAnnotation(noted),
];
const codes = ['open-articles', 'annotate', 'annotate', 'edit-annotation', 'delete-annotation'];

let name = 0;
let database: Database;
let store: Store;
let coder: string;
let minutes: number;

async function openStore(): Promise<void> {
  database = await openDatabase(`history-test-${name}`);
  store = await Store.over({
    database,
    now: () => new Date(Date.UTC(2026, 10, 22, 9, (minutes += 1))).toISOString(),
    unique: () => crypto.randomUUID(),
    coder: () => coder,
  });
}

beforeEach(async () => {
  name += 1;
  minutes = 0;
  coder = 'Tester';
  await openStore();
});

afterEach(() => database.close());

async function doAll(changes: readonly Change[] = acts): Promise<void> {
  for (const change of changes) expect(await store.apply(change)).toMatchObject({ ok: true });
}

function read(limit = 100, known: readonly HistoryStep[] = []): Promise<History> {
  return readHistory(database, store.state.undoStack, { limit, known });
}

/** The steps from newest to oldest in brief: `(undone)`, `>head`, `done`. */
function inBrief({ steps }: History): readonly string[] {
  return steps.map(({ label: { code }, state, isHead }) =>
    state === 'undone' ? `(${code})` : isHead ? `>${code}` : code,
  );
}

async function records(): Promise<unknown> {
  const [articles, annotations] = await Promise.all([
    articlesIn(database),
    annotationsIn(database),
  ]);
  return { articles, annotations };
}

/** The group of each act in the order in which they were done, after the null that stands before all. */
async function groups(): Promise<readonly (GroupId | null)[]> {
  const { steps } = await read();
  return [null, ...steps.map(({ groupId }) => groupId).toReversed()];
}

describe('readHistory', () => {
  it('is empty in a new store', async () => {
    expect(await read()).toEqual({ steps: [], hasMore: false });
  });

  it('tells of each step who did it, when, and to which article', async () => {
    await doAll(acts.slice(0, 2));
    coder = 'Second coder';
    await doAll(acts.slice(2, 3));
    const { steps } = await read();
    expect(
      steps.map(({ at, coder: who, articleId }) => [at.slice(11, 16), who, articleId]),
    ).toEqual([
      ['09:03', 'Second coder', article.id],
      ['09:02', 'Tester', article.id],
      ['09:01', 'Tester', undefined],
    ]);
  });

  it('tells of an undone step when it was done, not when it was undone', async () => {
    await doAll(acts.slice(0, 1));
    await store.undo();
    expect((await read()).steps).toMatchObject([{ at: '2026-11-22T09:01:00.000Z', coder }]);
  });

  it('keeps no records', async () => {
    await doAll(acts.slice(0, 2));
    expect(Object.keys((await read()).steps[0] ?? {}).toSorted()).toEqual([
      'articleId',
      'at',
      'coder',
      'groupId',
      'isHead',
      'label',
      'previous',
      'state',
    ]);
  });

  const places = [
    {
      undone: 0,
      steps: ['>delete-annotation', 'edit-annotation', 'annotate', 'annotate', 'open-articles'],
    },
    {
      undone: 2,
      steps: ['(delete-annotation)', '(edit-annotation)', '>annotate', 'annotate', 'open-articles'],
    },
    {
      undone: 5,
      steps: [
        '(delete-annotation)',
        '(edit-annotation)',
        '(annotate)',
        '(annotate)',
        '(open-articles)',
      ],
    },
  ];
  it.each(places)('marks the head when $undone steps are undone', async ({ undone, steps }) => {
    await doAll();
    for (let left = undone; left > 0; left -= 1) await store.undo();
    expect(inBrief(await read())).toEqual(steps);
  });

  const pages = [
    { limit: 1, undone: 0, read: 1, hasMore: true },
    { limit: 4, undone: 0, read: 4, hasMore: true },
    { limit: 5, undone: 0, read: 5, hasMore: false },
    { limit: 100, undone: 0, read: 5, hasMore: false },
    { limit: 1, undone: 3, read: 4, hasMore: true },
    { limit: 2, undone: 3, read: 5, hasMore: false },
    { limit: 1, undone: 5, read: 5, hasMore: false },
  ];
  it.each(pages)(
    'reads $read steps by a limit of $limit below $undone undone ones',
    async ({ limit, undone, read: count, hasMore }) => {
      await doAll();
      for (let left = undone; left > 0; left -= 1) await store.undo();
      const page = await read(limit);
      expect([page.steps.length, page.hasMore]).toEqual([count, hasMore]);
    },
  );

  it('leaves out what a later edit has cut off', async () => {
    await doAll(acts.slice(0, 3));
    await store.undo();
    await doAll([editNote(works, 'check', 'later')]);
    expect(inBrief(await read())).toEqual(['>edit-annotation', 'annotate', 'open-articles']);
  });

  it('does not read again what is known, and tells its state as it is now', async () => {
    await doAll();
    const { steps: known } = await read();
    await store.goTo(known[3]?.groupId ?? null);
    const fresh = await read();
    await database.changes.clear();
    expect(await read(100, known)).toEqual(fresh);
    await expect(read()).rejects.toThrow(/holds no grp_/);
  });

  it('is the same after a restart', async () => {
    await doAll();
    await store.undo();
    const before = await read();
    database.close();
    await openStore();
    expect(await read()).toEqual(before);
  });
});

describe('goTo', () => {
  const all = [0, 1, 2, 3, 4, 5];
  const ways = all.flatMap((from) => all.map((to) => ({ from, to })));
  it.each(ways)('goes from step $from to step $to', async ({ from, to }) => {
    const stages = [await records()];
    for (const change of acts) {
      await doAll([change]);
      stages.push(await records());
    }
    const at = await groups();
    await store.goTo(at[from] ?? null);
    const seq = await database.changes.count();
    const outcome = await store.goTo(at[to] ?? null);
    expect(await records()).toEqual(stages[to]);
    expect(store.state.undoStack.undo?.groupId ?? null).toBe(at[to]);
    expect(store.state.undoStack.redo.map(({ label }) => label.code)).toEqual(
      codes.slice(to).toReversed(),
    );
    const written = (await database.changes.toArray()).slice(seq);
    expect(outcome).toEqual({ ok: true, value: written });
    const act = to < from ? 'undo' : 'redo';
    const passed = to < from ? at.slice(to + 1, from + 1).toReversed() : at.slice(from + 1, to + 1);
    expect(written.map((entry) => [entry.act, entry.of])).toEqual(
      passed.map((groupId) => [act, groupId]),
    );
  });

  it('tells listeners of all entries at once, in order', async () => {
    await doAll();
    const heard: (readonly string[])[] = [];
    store.onApplied((entries) => heard.push(entries.map(({ change }) => change.label.code)));
    await store.goTo(null);
    expect(heard).toEqual([codes.toReversed()]);
  });

  const nowhere = ['a step that was never there', 'a step that a later edit has cut off'] as const;
  it.each(nowhere)('changes nothing for %s', async (what) => {
    await doAll(acts.slice(0, 3));
    const cutOff = store.state.undoStack.undo?.groupId;
    await store.undo();
    await doAll([editNote(works, 'check', 'later')]);
    const target = what === nowhere[0] ? makeId('grp', 'nowhere') : cutOff;
    if (!target) throw new Error('nothing was done');
    const [before, stack] = [await records(), store.state.undoStack];
    expect(await store.goTo(target)).toEqual({ ok: true, value: [] });
    expect([await records(), store.state.undoStack]).toEqual([before, stack]);
  });

  it('lets a new edit drop what could be done again', async () => {
    await doAll();
    await store.goTo((await groups())[2] ?? null);
    await doAll([annotate(day)]);
    expect(inBrief(await read())).toEqual(['>annotate', 'annotate', 'open-articles']);
  });

  it('goes on after a restart', async () => {
    await doAll();
    const [stage, at] = [await records(), await groups()];
    await store.goTo(at[1] ?? null);
    database.close();
    await openStore();
    await store.goTo(at[5] ?? null);
    expect(await records()).toEqual(stage);
  });

  it('waits its turn among other acts', async () => {
    const made = acts.map((change) => store.apply(change));
    const back = store.goTo(null);
    await Promise.all([...made, back]);
    expect(inBrief(await read())).toEqual(codes.toReversed().map((code) => `(${code})`));
  });

  it('changes nothing while it cannot be saved as a whole, and is made by retry', async () => {
    await doAll();
    const [before, stack] = [await records(), store.state.undoStack];
    const add = database.changes.add.bind(database.changes);
    const full = Object.assign(new Error('the disk is full'), { name: 'QuotaExceededError' });
    let room = 2;
    database.changes.add = ((...args: Parameters<typeof add>) =>
      (room -= 1) < 0 ? Promise.reject(full) : add(...args)) as typeof add;
    expect(await store.goTo(null)).toMatchObject({ ok: false, error: { code: 'no-space' } });
    expect([await records(), store.state.undoStack]).toEqual([before, stack]);
    database.changes.add = add;
    expect((await store.retry()).ok).toBe(true);
    expect(await records()).toEqual({ articles: [], annotations: [] });
  });

  it('changes nothing when a record on the way is not as it was left', async () => {
    await doAll();
    await damageAnnotation(database, day.id, (one) => ({ ...one, note: 'from elsewhere' }));
    const [before, stack] = [await records(), store.state.undoStack];
    expect(await store.goTo(null)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect([await records(), store.state.undoStack]).toEqual([before, stack]);
  });

  it('brings back the records of any point, whatever was done, undone and gone to between', async () => {
    const move = fc.oneof(
      { weight: 3, arbitrary: fc.constant('edit' as const) },
      fc.constantFrom('undo' as const, 'redo' as const),
      fc.nat({ max: 20 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(move, { maxLength: 16 }), async (moves) => {
        database.close();
        name += 1;
        await openStore();
        await doAll(acts.slice(0, 2));
        /** The notes at each step of the stack, and at which of them the store is. */
        const model = { notes: [''], at: 0 };
        const floor = (await groups()).length - 1;
        for (const [index, one] of moves.entries()) {
          if (one === 'edit') {
            const annotation = await queriesOver(database).annotation(works.id);
            if (!annotation) throw new Error('the annotation is gone');
            await doAll([editNote(annotation, `note ${index}`, 'later')]);
            model.notes = [...model.notes.slice(0, model.at + 1), `note ${index}`];
            model.at += 1;
          } else if (one === 'undo') {
            if (model.at === 0) continue;
            await store.undo();
            model.at -= 1;
          } else if (one === 'redo') {
            await store.redo();
            model.at = Math.min(model.at + 1, model.notes.length - 1);
          } else {
            const to = one % model.notes.length;
            await store.goTo((await groups())[floor + to] ?? null);
            model.at = to;
          }
          const stored = await queriesOver(database).annotation(works.id);
          expect(stored?.note ?? '').toBe(model.notes[model.at]);
          const history = await read();
          expect(history.steps).toHaveLength(floor + model.notes.length - 1);
          expect(history.steps.findIndex(({ isHead }) => isHead)).toBe(
            model.notes.length - 1 - model.at,
          );
        }
      }),
      { numRuns: 30 },
    );
  });
});
