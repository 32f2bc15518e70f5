import 'fake-indexeddb/auto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testLimitMs } from '../../../scripts/testing/limits.mjs';
import { decodeAct } from '../../../src/codecs/backup/decode-act';
import { encodeAct } from '../../../src/codecs/backup/encode-act';
import { actsOf } from '../../../src/core/acts';
import { ok } from '../../../src/core/result';
import type { Database } from '../../../src/renderer/storage/db';
import { goTo, step } from '../../../src/renderer/workspace/actions/history/history';
import { anyCommands, type EditingCommand } from './editing/commands';
import { openDesk } from './editing/desk';
import { checkInvariants } from './editing/invariants';
import { checkKeeping, readKeptSeeds } from './editing/keep-seeds';
import { emptyModel, headOf } from './editing/model';
import { runCommand } from './editing/run-command';

const runs = Number(process.env['DATELINE_PROPERTY_RUNS'] ?? 60);

/** Only what hangs is ended: many runs may be asked for, and as many again to find the smallest that fails. */
const limitMs = testLimitMs * Math.max(1, runs / 60);

/** The acts that a command stands for, one by one. */
function singly(command: EditingCommand): readonly EditingCommand[] {
  if (command.act !== 'back-and-forth') return [command];
  const undo = Array.from({ length: command.undo }, () => ({ act: 'undo' }) as const);
  const redo = Array.from({ length: command.redo }, () => ({ act: 'redo' }) as const);
  return [...undo, ...redo];
}

/** Runs `commands` and checks all after each; then goes back to before the first step, and to the last again. */
async function edit(commands: readonly EditingCommand[]): Promise<void> {
  let desk = await openDesk();
  try {
    const model = emptyModel();
    await checkInvariants(desk, model);
    for (const command of commands.flatMap(singly)) {
      if (command.act === 'restart') desk = await desk.restart();
      else await runCommand(desk.workspace, command);
      await desk.settle();
      await checkInvariants(desk, model);
    }
    const end = headOf(model);
    await goTo(desk.workspace, null);
    await desk.settle();
    await checkInvariants(desk, model);
    for (const table of ['articles', 'annotationPages'] as const)
      expect(await desk.workspace.database.table(table).toArray()).toEqual([]);
    await goTo(desk.workspace, end);
    await desk.settle();
    await checkInvariants(desk, model);
    while (model.undone.length > 0) {
      await step(desk.workspace, 'redo');
      await desk.settle();
      await checkInvariants(desk, model);
    }
    await checkJournal(desk.workspace.database);
  } finally {
    desk.close();
  }
}

/** Every act that was written can be read again from a journal, as it was. */
async function checkJournal(database: Database): Promise<void> {
  for (const act of actsOf(await database.changes.orderBy('seq').toArray()))
    expect(decodeAct(encodeAct(act))).toEqual(ok(act));
}

describe('editing', () => {
  it(
    'keeps every invariant, and goes back and forth without a trace, whatever is done',
    () =>
      checkKeeping({
        values: anyCommands,
        check: edit,
        runs,
        file: new URL('editing/kept-seeds.json', import.meta.url),
      }),
    limitMs,
  );

  const word = { act: 'select-and-tag', at: 0, length: 0, kind: 'enterprise' } as const;
  const cases: readonly {
    readonly name: string;
    readonly commands: readonly EditingCommand[];
  }[] = [
    {
      name: 'selects nothing that is gone after going back over an act that tagged and one that did not',
      commands: [
        { act: 'set-article-note', article: 0, note: 'Check this.' },
        word,
        { act: 'go-to', step: 2 },
      ],
    },
    {
      name: 'tags nothing in an article that an undo is about to take away',
      commands: [{ act: 'at-once', commands: [{ act: 'undo' }, word] }],
    },
    {
      name: 'shows no article that was brought back and taken away again at once',
      commands: [
        { act: 'remove-article', article: 1 },
        { act: 'at-once', commands: [{ act: 'undo' }, { act: 'redo' }] },
      ],
    },
  ];
  it.each(cases)('$name', ({ commands }) => edit(commands));
});

describe('a failing run', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kept-seeds-'));
    file = join(folder, 'seeds.json');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  /** Checks lists of numbers of which none may be over `limit`, and gives those that were looked at. */
  async function look(limit: number): Promise<{
    readonly seen: readonly (readonly number[])[];
    readonly thrown: unknown;
  }> {
    const seen: (readonly number[])[] = [];
    const check = async (numbers: readonly number[]): Promise<void> => {
      seen.push(numbers);
      if (numbers.some((number) => number > limit)) throw new Error(`over ${limit}`);
    };
    const values = fc.array(fc.nat({ max: 1_000 }));
    const thrown: unknown = await checkKeeping({ values, check, runs: 100, file }).then(
      () => null,
      (error: unknown) => error,
    );
    return { seen, thrown };
  }

  it('is kept, and is the first to be looked at from then on', async () => {
    const failed = await look(500);
    expect(String(failed.thrown)).toContain('[[501]]');
    expect(readKeptSeeds(file)).toHaveLength(1);
    const again = await look(500);
    expect(again).toMatchObject({ seen: [[501]], thrown: new Error('over 500') });
    expect(readKeptSeeds(file)).toHaveLength(1);
  });

  it('is still looked at once it is mended, before others', async () => {
    await look(500);
    const mended = await look(1_000);
    expect(mended.thrown).toBeNull();
    expect(mended.seen).toHaveLength(101);
    expect(mended.seen[0]).toEqual([501]);
    expect(readKeptSeeds(file)).toHaveLength(1);
  });

  it('leaves no trace when there is none', async () => {
    expect(await look(1_000)).toMatchObject({ thrown: null });
    expect(readKeptSeeds(file)).toEqual([]);
  });
});
