import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../../src/core/annotation/annotation';
import { editNote } from '../../../../../src/core/annotation/edits';
import { type Database, openDatabase } from '../../../../../src/renderer/storage/db';
import { Store } from '../../../../../src/renderer/storage/store';
import { setBody } from '../../../../../src/renderer/workspace/actions/annotations';
import { acceptImport } from '../../../../../src/renderer/workspace/actions/import/import';
import { removeArticle } from '../../../../../src/renderer/workspace/actions/library/articles';
import { annotationOf } from '../../../../support/builders';
import { annotationsIn } from '../../../../support/stored-records';
import { buildTaggedArticle } from '../../../codecs/export-builders';
import { openTestWorkspace, type TestWorkspace } from '../../test-workspace';
import {
  everything,
  fileOf,
  keepMine,
  large,
  mine,
  prepare,
  repeat,
  stageOf,
  text,
} from './import-support';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
});

afterEach(() => workspace.database.close());

async function bringIn(bytes: Uint8Array): Promise<void> {
  await prepare(workspace, bytes);
  await acceptImport(workspace, keepMine);
}

async function annotationsOf({ database }: TestWorkspace): Promise<readonly Annotation[]> {
  return annotationsIn(database);
}

async function annotation(index: number): Promise<Annotation> {
  const found = await workspace.queries.annotation(`ann_one-${index}` as Annotation['id']);
  if (!found) throw new Error(`no annotation ${index}`);
  return found;
}

describe('while a large import is being stored', () => {
  /** Runs `meanwhile` as soon as the first part is on the disk. */
  function afterFirstPart(meanwhile: () => unknown): void {
    const stop = workspace.store.onApplied(() => {
      stop();
      meanwhile();
    });
  }

  it('tags get in between, and stay when the import is undone', async () => {
    await bringIn(await fileOf(mine));
    const seen: number[] = [];
    const words = annotationOf(text, 'not', { articleId: mine.article.id });
    await prepare(workspace, await fileOf(large(3_500)));
    afterFirstPart(async () => {
      await workspace.store.apply({
        label: { code: 'annotate', kind: 'enterprise', exact: 'not' },
        records: [{ table: 'annotations', id: words.id, before: null, after: words }],
      });
      seen.push(await workspace.queries.countAnnotations(null));
    });
    await acceptImport(workspace, keepMine);
    expect(seen[0]).toBeLessThan(3_500);
    await workspace.store.undo();
    expect((await annotationsOf(workspace)).map(({ id }) => id)).toEqual(
      [words.id, 'ann_one-0', 'ann_one-1', 'ann_one-2'].toSorted(),
    );
    await workspace.store.undo();
    expect(await workspace.queries.annotation(words.id)).toBeNull();
  });

  it('undo takes back what a person did, and not half of the import', async () => {
    await bringIn(await fileOf(mine));
    await setBody(workspace, (await annotation(0)).id, { kind: 'enterprise', name: 'Another' });
    await prepare(workspace, await fileOf(large(2_500)));
    afterFirstPart(() => workspace.store.undo());
    await acceptImport(workspace, keepMine);
    expect((await annotation(0)).body).toMatchObject({ name: 'KM' });
    expect(await workspace.queries.countAnnotations(null)).toBe(2_503);
  });

  it('its own annotations cannot be edited, nor their article removed', async () => {
    await bringIn(await fileOf(mine));
    const refusals: unknown[] = [];
    await prepare(workspace, await fileOf(large(2_500)));
    afterFirstPart(async () => {
      const record = (await annotationsIn(workspace.database)).find(({ id }) =>
        id.startsWith('ann_l'),
      );
      if (!record) throw new Error('no part is stored');
      void removeArticle(workspace, mine.article.id);
      refusals.push(await workspace.store.apply(editNote(record, 'x', 'now')));
    });
    await acceptImport(workspace, keepMine);
    expect(refusals).toMatchObject([{ ok: false, error: { code: 'conflict' } }]);
    expect(await workspace.database.articles.count()).toBe(1);
    expect(await workspace.queries.countAnnotations(null)).toBe(2_503);
  });

  it('cancelling leaves no trace', async () => {
    await bringIn(await fileOf(mine));
    await setBody(workspace, (await annotation(0)).id, { kind: 'enterprise', name: 'Another' });
    await workspace.store.undo();
    const before = await everything(workspace);
    const added = buildTaggedArticle('added', `${text} More.`, repeat(2_500));
    await prepare(workspace, await fileOf(large(3_500), added));
    afterFirstPart(() => workspace.screen.getState().importing?.cancel());
    await acceptImport(workspace, keepMine);
    expect(await everything(workspace)).toEqual(before);
    expect(workspace.screen.getState()).toMatchObject({ importing: null, toImport: [] });
    await workspace.store.redo();
    expect((await annotation(0)).body).toMatchObject({ name: 'Another' });
  });

  it('a start after a crash takes back what is not whole', async () => {
    await bringIn(await fileOf(mine));
    const before = await everything(workspace);
    await prepare(workspace, await fileOf(large(3_500)));
    const crashed = new Promise<void>((settle) => {
      afterFirstPart(() => {
        workspace.database.close();
        settle();
      });
    });
    void acceptImport(workspace, keepMine);
    await crashed;
    const database = await openDatabase(workspace.database.name);
    const store = await Store.over({
      database,
      now: () => '2026-11-23T00:00:00.000Z',
      unique: () => crypto.randomUUID(),
      coder: () => '',
    });
    expect(await everything({ ...workspace, database, store })).toEqual(before);
    database.close();
  });

  it('takes back what is stored when the rest cannot be', async () => {
    const before = await everything(workspace);
    await prepare(workspace, await fileOf(large(2_500)));
    afterFirstPart(() => refuseNextWrite(workspace.database));
    await acceptImport(workspace, keepMine);
    expect(stageOf(workspace)).toMatchObject({ kind: 'failed', isWithdrawn: true });
    expect(await everything(workspace)).toEqual(before);
    expect(workspace.store.state.status).toEqual({ state: 'saved' });
    expect(workspace.screen.getState().dialog).toBe('import');
  });
});

/** Makes the next annotations that are written fail as on a full disk. */
function refuseNextWrite({ annotationPages }: Database): void {
  const refuse = (): never => {
    for (const event of ['creating', 'updating'] as const)
      annotationPages.hook(event).unsubscribe(refuse);
    throw new DOMException('full', 'QuotaExceededError');
  };
  annotationPages.hook('creating', refuse);
  annotationPages.hook('updating', refuse);
}
