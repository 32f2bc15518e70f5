import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../../src/core/annotation/annotation';
import { deleteAnnotation } from '../../../../../src/core/annotation/edits';
import type { ConflictRule, Decision } from '../../../../../src/core/import/import-plan';
import { setNote } from '../../../../../src/renderer/workspace/actions/annotations';
import {
  acceptImport,
  closeImport,
  importSources,
  readImport,
} from '../../../../../src/renderer/workspace/actions/import/import';
import {
  editArticle,
  removeArticle,
} from '../../../../../src/renderer/workspace/actions/library/articles';
import { openPageFiles } from '../../../../../src/renderer/workspace/actions/opening/open-files';
import { annotationsIn } from '../../../../support/stored-records';
import { buildTaggedArticle, type Tag } from '../../../codecs/export-builders';
import { openTestWorkspace, type TestWorkspace } from '../../test-workspace';
import {
  everything,
  exportAll,
  fileOf,
  keepMine,
  large,
  mine,
  other,
  prepare,
  sourceOf,
  stageOf,
  ThreadImportReader,
  tags,
  text,
} from './import-support';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
});

afterEach(() => workspace.database.close());

async function bringIn(bytes: Uint8Array, rule: ConflictRule = keepMine): Promise<void> {
  await prepare(workspace, bytes);
  await acceptImport(workspace, rule);
}

async function annotationsOf({ database }: TestWorkspace): Promise<readonly Annotation[]> {
  return annotationsIn(database);
}

async function annotation(index: number): Promise<Annotation> {
  const found = await workspace.queries.annotation(`ann_one-${index}` as Annotation['id']);
  if (!found) throw new Error(`no annotation ${index}`);
  return found;
}

describe('into an empty project', () => {
  it('brings everything, so that the next export of all is the same to the byte', async () => {
    const bytes = await fileOf(mine, other);
    expect(await prepare(workspace, bytes)).toMatchObject({
      articles: { fresh: 2, same: 0, conflicting: 0 },
      annotations: { fresh: 4, same: 0, conflicting: 0 },
    });
    await acceptImport(workspace, keepMine);
    const written = new TextDecoder().decode(await exportAll(workspace));
    const before = new TextDecoder().decode(bytes);
    const time = /"exportedAt": "[^"]*"/;
    expect(written.replace(time, '')).toBe(before.replace(time, ''));
  });

  it('keeps two articles of one text two', async () => {
    await bringIn(await fileOf(mine, buildTaggedArticle('again', text, tags)));
    expect(await workspace.database.articles.count()).toBe(2);
    expect(await workspace.queries.countAnnotations(null)).toBe(6);
  });

  it('is one step of undo, also when it is stored in several parts, and can be done again', async () => {
    const before = await everything(workspace);
    await bringIn(await fileOf(large(2_300)));
    expect(stageOf(workspace)).toBeUndefined();
    const after = await everything(workspace);
    expect(workspace.store.state.undoStack.undo?.label).toEqual({
      code: 'import',
      count: 2_300,
      articles: 1,
      fileName: 'export.json',
    });
    await workspace.store.undo();
    expect(await workspace.queries.countAnnotations(null)).toBe(0);
    expect(await workspace.database.articles.count()).toBe(0);
    expect(workspace.store.state.undoStack.undo).toEqual(
      (before as { undoStack: { undo: unknown } }).undoStack.undo,
    );
    await workspace.store.redo();
    expect(await everything(workspace)).toEqual(after);
  });

  it('says how far it is and what it came to', async () => {
    const seen: unknown[] = [];
    workspace.screen.setState({ dialog: 'import' });
    workspace.screen.subscribe(({ importing }, before) => {
      const stage = importing?.stage;
      if (stage && importing !== before.importing)
        seen.push('done' in stage ? [stage.kind, stage.done, stage.total] : [stage.kind]);
    });
    await bringIn(await fileOf(large(2_300)));
    expect(seen).toEqual([
      ['reading', 0, 0],
      ['reading', 0, 2_300],
      ['reading', 1_000, 2_300],
      ['reading', 2_000, 2_300],
      ['reading', 2_300, 2_300],
      ['comparing', 0, 2_300],
      ['comparing', 2_300, 2_300],
      ['ready'],
      ['applying', 0, 0],
      ['applying', 0, 2_300],
      ['applying', 1_000, 2_300],
      ['applying', 2_000, 2_300],
      ['done'],
    ]);
    expect(stageOf(workspace)).toMatchObject({ annotations: 2_300, articles: 1, leftOut: 0 });
    expect(workspace.screen.getState().notices).toMatchObject([{ kind: 'done' }]);
    // The article that was opened is read to its end before its store is closed.
    await workspace.screen.getState().article?.loaded;
  });
});

describe('over existing work', () => {
  beforeEach(async () => {
    await bringIn(await fileOf(mine));
  });

  it('changes nothing when all of it is here', async () => {
    const bytes = await exportAll(workspace);
    const before = await everything(workspace);
    const plan = await prepare(workspace, bytes);
    expect(plan).toMatchObject({
      articles: { fresh: 0, same: 1, conflicting: 0 },
      annotations: { fresh: 0, same: 3, conflicting: 0 },
    });
    await acceptImport(workspace, { decision: 'both', exceptions: new Map() });
    expect(await everything(workspace)).toEqual(before);
  });

  it('adds what is new to the article that is here, and leaves the rest alone', async () => {
    await workspace.store.apply(deleteAnnotation(await annotation(1)));
    const plan = await prepare(workspace, await fileOf(mine, other));
    expect(plan).toMatchObject({
      articles: { fresh: 1, same: 1, conflicting: 0 },
      annotations: { fresh: 2, same: 2, conflicting: 0 },
    });
    await acceptImport(workspace, keepMine);
    expect((await annotationsOf(workspace)).map(({ id }) => id)).toEqual([
      'ann_one-0',
      'ann_one-1',
      'ann_one-2',
      'ann_two-0',
    ]);
  });

  it('knows an article under another id by its text, and what is tagged there by its place', async () => {
    const theirs = buildTaggedArticle(
      'theirs',
      text,
      [...tags.slice(0, 2), { words: ['Ryul Works'], body: { kind: 'enterprise' } }],
      { status: 'done', note: 'Checked.', title: mine.article.title },
    );
    expect(await prepare(workspace, await fileOf(theirs))).toMatchObject({
      articles: { fresh: 0, same: 1, conflicting: 0 },
      annotations: { fresh: 1, same: 2, conflicting: 0 },
    });
    await acceptImport(workspace, keepMine);
    expect(await workspace.queries.listArticles()).toMatchObject([
      { article: { id: 'art_one' }, counts: { enterprise: 2, claim: 1, date: 1 } },
    ]);
  });

  it('takes an annotation for its own where the file has moved the one that stands there', async () => {
    const [mineTag, ...others] = tags;
    const theirs = buildTaggedArticle(
      'one',
      text,
      [{ words: ['Ryul Works'], body: { kind: 'enterprise' } }, ...others, mineTag as Tag],
      { title: mine.article.title },
    );
    const bytes = await fileOf(theirs);
    expect(await prepare(workspace, bytes)).toMatchObject({
      annotations: { fresh: 1, same: 2, conflicting: 1 },
    });
    await acceptImport(workspace, { ...keepMine, decision: 'theirs' });
    expect(await prepare(workspace, bytes)).toMatchObject({
      annotations: { fresh: 0, same: 4, conflicting: 0 },
    });
  });

  it('gives an article, and its annotations, ids of their own when theirs are of another text', async () => {
    const stranger = buildTaggedArticle('one', 'Quite another text.', [
      { words: ['another'], body: { kind: 'enterprise' } },
    ]);
    const before = await annotation(0);
    await bringIn(await fileOf(stranger));
    expect(await workspace.database.articles.count()).toBe(2);
    expect(await annotation(0)).toEqual(before);
    expect(await workspace.queries.countAnnotations(null)).toBe(4);
    expect(await prepare(workspace, await fileOf(stranger))).toMatchObject({
      articles: { fresh: 0, same: 1 },
      annotations: { fresh: 0, same: 1 },
    });
  });

  const decisions: readonly {
    readonly decision: Decision;
    readonly notes: readonly (string | undefined)[];
  }[] = [
    { decision: 'mine', notes: ['my note'] },
    { decision: 'theirs', notes: [undefined] },
    // What one coder says of the same words is never kept twice.
    { decision: 'both', notes: ['my note'] },
  ];
  it.each(decisions)('decides what differs: $decision', async ({ decision, notes }) => {
    await setNote(workspace, (await annotation(0)).id, 'my note');
    expect(await prepare(workspace, await fileOf(mine))).toMatchObject({
      annotations: { fresh: 0, same: 2, conflicting: 1 },
      conflicts: [{ key: 'ann_one-0', table: 'annotations' }],
    });
    const before = await everything(workspace);
    await acceptImport(workspace, { decision, exceptions: new Map() });
    const names = (await annotationsOf(workspace)).filter(({ body }) => body.kind === 'enterprise');
    expect(names.map(({ note }) => note)).toEqual(notes);
    if (decision !== 'theirs') return;
    await workspace.store.undo();
    const { tables } = (await everything(workspace)) as { tables: unknown };
    expect(tables).toEqual((before as { tables: unknown }).tables);
  });

  it('keeps both where they are of other words, and knows them afterwards', async () => {
    const moved: readonly Tag[] = tags.with(0, { ...(tags[0] as Tag), words: ['Ryul Works'] });
    const bytes = await fileOf(
      buildTaggedArticle('one', text, moved, { status: 'done', note: 'Checked.' }),
    );
    await bringIn(bytes, { decision: 'both', exceptions: new Map() });
    expect(await workspace.queries.listArticles()).toMatchObject([
      { counts: { enterprise: 2, claim: 1, date: 1 } },
    ]);
    expect(await prepare(workspace, bytes)).toMatchObject({
      annotations: { fresh: 0, same: 3, conflicting: 0 },
    });
  });

  /** The article as another person tagged it on their own: `first` is what they say of the first words. */
  function theirsWith(coder: string, first: Partial<Tag> = {}): Promise<Uint8Array> {
    const made = tags.map((tag, index): Tag => {
      const provenance = { coder, origin: 'hand' } as const;
      const own = index === 0 ? first : {};
      return { ...tag, ...own, facts: { ...own.facts, provenance } };
    });
    const facts = { status: 'done', note: 'Checked.', title: mine.article.title } as const;
    return fileOf(buildTaggedArticle('theirs', text, made, facts));
  }

  it('shows a note on words that both have tagged, and takes it into the record here', async () => {
    const bytes = await theirsWith('Kim', { facts: { note: 'Seen twice.' } });
    expect(await prepare(workspace, bytes)).toMatchObject({
      annotations: { fresh: 0, same: 2, conflicting: 1 },
      conflicts: [{ key: 'ann_one-0', mine: { id: 'ann_one-0' }, theirs: { note: 'Seen twice.' } }],
    });
    await acceptImport(workspace, { decision: 'theirs', exceptions: new Map() });
    expect((await annotation(0)).note).toBe('Seen twice.');
    expect(await workspace.queries.countAnnotations(null)).toBe(3);
    const nothingLeft = { annotations: { fresh: 0, conflicting: 0 } };
    expect(await prepare(workspace, bytes)).toMatchObject(nothingLeft);
    expect(await prepare(workspace, await exportAll(workspace))).toMatchObject(nothingLeft);
  });

  it('makes one record of a value that one without a name has filled in', async () => {
    const body = { kind: 'enterprise', name: 'Kangan Coal Mine' } as const;
    const bytes = await theirsWith('', { body });
    expect(await prepare(workspace, bytes)).toMatchObject({
      annotations: { fresh: 0, same: 0, conflicting: 3 },
    });
    await acceptImport(workspace, {
      decision: 'mine',
      exceptions: new Map([['ann_one-0', 'theirs']]),
    });
    expect((await annotation(0)).body).toEqual(body);
    expect(await workspace.queries.countAnnotations(null)).toBe(3);
  });

  it('keeps what another named coder says beside what is here', async () => {
    const bytes = await theirsWith('Lee', { facts: { note: 'Seen twice.' } });
    const before = await annotationsOf(workspace);
    expect(await prepare(workspace, bytes)).toMatchObject({
      annotations: { fresh: 3, same: 0, conflicting: 0 },
    });
    await acceptImport(workspace, keepMine);
    const after = await annotationsOf(workspace);
    expect(after).toHaveLength(6);
    expect(after).toEqual(expect.arrayContaining([...before]));
    expect(await prepare(workspace, bytes)).toMatchObject({ annotations: { fresh: 0, same: 3 } });
  });

  it('decides one by one where that is asked for', async () => {
    await setNote(workspace, (await annotation(0)).id, 'mine 0');
    await setNote(workspace, (await annotation(1)).id, 'mine 1');
    await bringIn(await fileOf(mine), {
      decision: 'theirs',
      exceptions: new Map([['ann_one-1', 'mine']]),
    });
    expect((await annotation(0)).note).toBeUndefined();
    expect((await annotation(1)).note).toBe('mine 1');
  });

  const facts: readonly { readonly decision: Decision; readonly title: string }[] = [
    { decision: 'mine', title: 'Mended title' },
    { decision: 'theirs', title: mine.article.title },
    { decision: 'both', title: 'Mended title' },
  ];
  it.each(facts)('decides of the facts of an article: $decision', async ({ decision, title }) => {
    await editArticle(workspace, mine.article.id, { title: 'Mended title' });
    const plan = await prepare(workspace, await fileOf(mine));
    expect(plan.conflicts).toMatchObject([{ table: 'articles', facts: ['title'] }]);
    await acceptImport(workspace, { decision, exceptions: new Map() });
    expect((await workspace.queries.article(mine.article.id))?.title).toBe(title);
  });

  it('leaves out what was changed between the look and the import', async () => {
    const bytes = await fileOf(mine, other);
    await setNote(workspace, (await annotation(0)).id, 'my note');
    await setNote(workspace, (await annotation(1)).id, 'my note');
    await prepare(workspace, bytes);
    await setNote(workspace, (await annotation(0)).id, 'a later note');
    workspace.screen.setState({ dialog: 'import' });
    await acceptImport(workspace, { decision: 'theirs', exceptions: new Map() });
    expect(stageOf(workspace)).toMatchObject({ kind: 'done', annotations: 2, leftOut: 1 });
    expect((await annotation(0)).note).toBe('a later note');
    expect((await annotation(1)).note).toBeUndefined();
  });

  it('leaves out the annotations of an article that was removed meanwhile', async () => {
    await workspace.store.apply(deleteAnnotation(await annotation(1)));
    await prepare(workspace, await fileOf(mine));
    await removeArticle(workspace, mine.article.id);
    await acceptImport(workspace, keepMine);
    expect(await workspace.queries.countAnnotations(null)).toBe(0);
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    { name: 'cut off', change: (json: string) => json.slice(0, -9), code: 'malformed' },
    { name: 'foreign', change: () => '{"format": "other"}', code: 'foreign' },
    { name: 'newer', change: (json: string) => json.replace('n": 1', 'n": 9'), code: 'newer' },
    {
      name: 'forged',
      change: (json: string) => json.replace('met its', 'met his'),
      code: 'damaged',
    },
  ])('$name, changes nothing', async ({ change, code }) => {
    await bringIn(await fileOf(mine));
    const before = await everything(workspace);
    const json = new TextDecoder().decode(await fileOf(mine, other));
    await readImport(
      workspace,
      sourceOf(new TextEncoder().encode(change(json))),
      new ThreadImportReader(),
    );
    expect(stageOf(workspace)).toMatchObject({ kind: 'refused', refusal: { code } });
    await acceptImport(workspace, keepMine);
    expect(await everything(workspace)).toEqual(before);
  });

  it('says why a file cannot be read', async () => {
    const read = async () => ({ ok: false, error: { code: 'missing' } }) as const;
    await readImport(workspace, { fileName: 'gone.json', read }, new ThreadImportReader());
    expect(stageOf(workspace)).toEqual({ kind: 'refused', refusal: { code: 'missing' } });
  });
});

describe('files', () => {
  const gone = (fileName: string) => ({
    fileName,
    read: async () => ({ ok: false, error: { code: 'missing' } }) as const,
  });

  it('are imported one after another', async () => {
    importSources(workspace, [gone('a.json'), gone('b.json')]);
    expect(workspace.screen.getState()).toMatchObject({
      dialog: 'import',
      importing: { fileName: 'a.json' },
      toImport: [{ fileName: 'b.json' }],
    });
    closeImport(workspace);
    expect(workspace.screen.getState()).toMatchObject({
      dialog: 'import',
      importing: { fileName: 'b.json' },
      toImport: [],
    });
    closeImport(workspace);
    expect(workspace.screen.getState()).toMatchObject({ dialog: null, importing: null });
  });

  it('that are opened and are no exports are opened as before', async () => {
    await openPageFiles(workspace, [new File(['{"format": "other"}'], 'other.json')]);
    expect(workspace.screen.getState()).toMatchObject({ importing: null, dialog: null });
    expect(await workspace.database.articles.count()).toBe(1);
  });
});
