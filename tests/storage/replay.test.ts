import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actsOf } from '../../src/core/acts';
import type { ChangeEntry } from '../../src/core/change';
import { makeId } from '../../src/core/ids';
import { openDatabase } from '../../src/renderer/storage/db';
import { replayActs } from '../../src/renderer/storage/replay';
import { anyAct, contentOf, type RandomAct, RandomStore } from './random-acts';

let names = 0;

/** A store to which `acts` were done, and its log in acts. */
async function storeAfter(acts: readonly RandomAct[]) {
  const random = await RandomStore.open(`replay-test-${(names += 1)}`);
  for (const act of acts) await random.do(act);
  const log = actsOf(await random.database.changes.toArray());
  return { random, log };
}

async function emptyDatabase() {
  return openDatabase(`replay-test-${(names += 1)}`);
}

describe('replaying the log from nothing', () => {
  async function check(acts: readonly RandomAct[]): Promise<void> {
    const { random, log } = await storeAfter(acts);
    const copy = await emptyDatabase();
    for (const act of log) expect(await replayActs(copy, [act])).toEqual({ ok: true, value: null });
    expect(await contentOf(copy)).toEqual(await contentOf(random.database));
    random.database.close();
    copy.close();
  }

  const open = { act: 'open', article: 0 } as const;
  const tag = (at: number): RandomAct => ({ act: 'annotate', article: 0, at });
  const part = { act: 'part', size: 2 } as const;
  const undo = { act: 'undo' } as const;
  const redo = { act: 'redo' } as const;
  const cases: readonly { readonly name: string; readonly acts: readonly RandomAct[] }[] = [
    { name: 'nothing', acts: [] },
    { name: 'edits', acts: [open, tag(0), tag(4), { act: 'note', annotation: 0, note: 'n' }] },
    { name: 'steps undone and some done again', acts: [open, tag(0), tag(4), undo, undo, redo] },
    { name: 'steps cut off by a new one', acts: [open, tag(0), undo, tag(8), undo] },
    { name: 'several steps at once', acts: [open, tag(0), tag(4), { act: 'go-to', step: 0 }] },
    {
      name: 'an article removed and brought back',
      acts: [open, tag(0), { act: 'remove', article: 0 }, undo],
    },
    { name: 'a group that is not whole', acts: [open, part, tag(0), part] },
    { name: 'a group that is not whole, in an empty store', acts: [part, part] },
    { name: 'a group made whole', acts: [part, open, part, { act: 'end-group' }] },
    {
      name: 'a group made whole, undone and done again',
      acts: [part, part, { act: 'end-group' }, undo, redo],
    },
    { name: 'a group taken back', acts: [open, part, part, { act: 'withdraw' }, tag(0)] },
    {
      name: 'steps undone while a group is not whole',
      acts: [open, tag(0), part, undo, undo, part],
    },
    {
      name: 'a group taken back after a group undone',
      acts: [part, { act: 'end-group' }, undo, part, { act: 'withdraw' }, redo],
    },
  ];
  it.each(cases)('gives the same store: $name', ({ acts }) => check(acts));

  it(
    'gives the same store, whatever was done',
    () => fc.assert(fc.asyncProperty(fc.array(anyAct, { maxLength: 30 }), check), { numRuns: 60 }),
    60_000,
  );
});

describe('an act that does not fit', () => {
  const open = { act: 'open', article: 0 } as const;
  const tag = { act: 'annotate', article: 0, at: 0 } as const;
  const undo = { act: 'undo' } as const;
  const elsewhere = makeId('grp', 'elsewhere');
  type Log = readonly (readonly ChangeEntry[])[];

  const cases: readonly {
    readonly name: string;
    readonly acts: readonly RandomAct[];
    /** The act given after all but the last of the log. */
    readonly act: (log: Log) => readonly ChangeEntry[];
    readonly code: string;
  }[] = [
    {
      name: 'an act left out before it',
      acts: [open, tag],
      act: (log) => renumbered(log.at(-1), 3),
      code: 'out-of-step',
    },
    {
      name: 'an act given twice',
      acts: [open, tag],
      act: (log) => log[0] ?? [],
      code: 'out-of-step',
    },
    {
      name: 'a record that is otherwise',
      acts: [
        open,
        tag,
        { act: 'note', annotation: 0, note: 'a' },
        { act: 'note', annotation: 0, note: 'b' },
      ],
      act: ([, , , last = []]) =>
        last.map((entry) => ({
          ...entry,
          change: {
            ...entry.change,
            records: entry.change.records.map((record) => ({ ...record, before: null })),
          },
        })),
      code: 'conflict',
    },
    {
      name: 'an undo of another step',
      acts: [open, tag, undo],
      act: (log) => (log.at(-1) ?? []).map((entry) => ({ ...entry, of: elsewhere })),
      code: 'wrong-step',
    },
    {
      name: 'a redo where nothing was undone',
      acts: [open, tag, undo],
      act: (log) => (log.at(-1) ?? []).map((entry) => ({ ...entry, act: 'redo' as const })),
      code: 'wrong-step',
    },
    {
      name: 'a part of an undo of several',
      acts: [{ act: 'part', size: 1 }, { act: 'end-group' }, undo],
      act: (log) => (log.at(-1) ?? []).slice(0, 1),
      code: 'wrong-step',
    },
  ];
  it.each(cases)('changes nothing: $name', async ({ acts, act, code }) => {
    const { log } = await storeAfter(acts);
    const copy = await emptyDatabase();
    for (const before of log.slice(0, -1)) await replayActs(copy, [before]);
    const content = await contentOf(copy);
    expect(await replayActs(copy, [act(log)])).toMatchObject({ ok: false, error: { code } });
    expect(await contentOf(copy)).toEqual(content);
  });

  function renumbered(act: readonly ChangeEntry[] = [], seq: number): readonly ChangeEntry[] {
    return act.map((entry, index) => ({ ...entry, seq: seq + index }));
  }
});
