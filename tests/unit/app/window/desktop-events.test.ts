import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { err, ok } from '../../../../src/core/result';
import type { DesktopEvent, GrantOutcome } from '../../../../src/preload/contract';
import { followDesktop } from '../../../../src/renderer/app/window/desktop-events';
import { type MemoryFile, memoryDesktop, tokenOf } from '../../workspace/memory-desktop';
import { openTestWorkspace, type TestWorkspace } from '../../workspace/test-workspace';

let workspace: TestWorkspace;
let taken: string[];

beforeEach(async () => {
  taken = [];
  workspace = await openTestWorkspace();
});

afterEach(() => workspace.database.close());

const takers = {
  runCommand: (id: string) => void taken.push(`run ${id}`),
  closeAsked: () => void taken.push('close'),
  pageLost: (fileName: string | null) => void taken.push(`lost ${fileName}`),
};

const textFile = (fileName: string): MemoryFile => ({
  fileName,
  chunks: [new TextEncoder().encode(`Words of ${fileName}.`)],
});

const grant = (fileName: string): GrantOutcome => ok({ fileName, token: tokenOf(fileName) });

/** Follows a main that says `events`, and then no more; until all of them are done. */
async function follow(events: readonly DesktopEvent[]): Promise<void> {
  const left = [...events];
  const desktop = {
    ...memoryDesktop([textFile('a.txt'), textFile('b.txt'), textFile('c.txt')]),
    nextEvent: async () => {
      const event = left.shift();
      return event ? ok(event) : err({ code: 'stale' } as const);
    },
  };
  await followDesktop({ ...workspace, desktop }, takers, new AbortController().signal);
}

const fileNames = async (): Promise<readonly string[]> =>
  (await workspace.database.articles.toArray()).map(({ source }) => source.fileName).toSorted();

describe('followDesktop', () => {
  it.each([
    { event: { kind: 'command', commandId: 'edit.undo' }, does: 'run edit.undo' },
    { event: { kind: 'close-asked' }, does: 'close' },
    { event: { kind: 'page-lost', fileName: 'a.txt' }, does: 'lost a.txt' },
    { event: { kind: 'page-lost', fileName: null }, does: 'lost null' },
  ] as const)('$event.kind: $does', async ({ event, does }) => {
    await follow([event]);
    expect(taken).toEqual([does]);
    expect(await fileNames()).toEqual([]);
  });

  it('opens files one event after another', async () => {
    await follow([
      { kind: 'open-files', files: [grant('a.txt'), grant('b.txt')] },
      { kind: 'open-files', files: [grant('c.txt')] },
    ]);
    expect(await fileNames()).toEqual(['a.txt', 'b.txt', 'c.txt']);
    const changes = await workspace.database.changes.toArray();
    expect(changes.map(({ change }) => 'count' in change.label && change.label.count)).toEqual([
      2, 1,
    ]);
  });

  it('hears that the window is to close while files are being opened', async () => {
    const opening = follow([
      { kind: 'open-files', files: [grant('a.txt'), grant('b.txt'), grant('c.txt')] },
      { kind: 'close-asked' },
    ]);
    await expect.poll(() => taken).toEqual(['close']);
    expect(await fileNames()).toEqual([]);
    await opening;
    expect(await fileNames()).toHaveLength(3);
  });
});
