import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { annotate, deleteAnnotation, editNote } from '../../../src/core/annotation/edits';
import { type ArticleId, makeId } from '../../../src/core/ids';
import { setBody } from '../../../src/renderer/workspace/actions/annotations';
import { removeArticle } from '../../../src/renderer/workspace/actions/library/articles';
import { AnnotationRoster, rowOf } from '../../../src/renderer/workspace/annotation-roster';
import { annotationOf, buildAnnotation, someArticleId, someTime } from '../../support/builders';
import { addAnnotations } from '../../support/stored-records';
import { openTestWorkspace, showText, succeed, type TestWorkspace } from './test-workspace';

const text = 'The Rimyong Paper Mill on the Nam\nriver met its plan on 5 May 2024.';
const mill = annotationOf(text, 'Rimyong Paper Mill');
const claim = annotationOf(text, 'met its plan', { body: { kind: 'claim', status: 'completed' } });
const day = annotationOf(text, '5 May 2024', { body: { kind: 'date', edtf: '2024-05-05' } });
const elsewhere = annotationOf(text, 'Nam', { articleId: makeId('art', 'elsewhere') });

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
});

afterEach(() => workspace.database.close());

function rosterOf(articleId: ArticleId | null): AnnotationRoster {
  return new AnnotationRoster({ articleId, store: workspace.store, queries: workspace.queries });
}

async function readRoster(articleId: ArticleId | null = null): Promise<AnnotationRoster> {
  const roster = rosterOf(articleId);
  await roster.read;
  return roster;
}

function idsIn(roster: AnnotationRoster): readonly string[] {
  return roster.rows.map(({ id }) => id).toSorted();
}

function idsOf(...annotations: readonly Annotation[]): readonly string[] {
  return annotations.map(({ id }) => id).toSorted();
}

/** Many annotations, more than two pages of them, put straight into the database. */
async function storeMany(count: number): Promise<readonly Annotation[]> {
  const many = Array.from({ length: count }, (_, index) => ({
    ...buildAnnotation({ id: `many-${index}`, text, span: { start: 4, end: 11 } }),
    fragments: [{ start: 100 + index, end: 107 + index }] as const,
  }));
  await addAnnotations(workspace.database, many);
  return many;
}

describe('rowOf', () => {
  const noted = { ...mill, note: 'ask' };
  const [only] = claim.fragments;
  const inParts: Annotation = { ...claim, fragments: [{ start: 3, end: 4 }, only] };
  const wordy = { ...mill, quote: { ...mill.quote, exact: 'x'.repeat(198) + '🚂🚂' } };
  it.each([
    {
      name: 'an enterprise without a name',
      annotation: mill,
      row: { kind: 'enterprise', value: null },
    },
    {
      name: 'an enterprise with one',
      annotation: { ...mill, body: { kind: 'enterprise', name: 'Mill' } as const },
      row: { value: 'Mill', words: 'Rimyong Paper Mill', start: 4, coder: 'Tester' },
    },
    { name: 'a claim', annotation: claim, row: { kind: 'claim', value: 'completed' } },
    {
      name: 'a date',
      annotation: day,
      row: { kind: 'date', value: '2024-05-05', updatedAt: someTime },
    },
    { name: 'a note', annotation: noted, row: { hasNote: true, fragmentCount: 1 } },
    {
      name: 'several fragments',
      annotation: inParts,
      row: { hasNote: false, fragmentCount: 2, start: 3 },
    },
    {
      name: 'words over a line end',
      annotation: annotationOf(text, 'Nam\nriver'),
      row: { words: 'Nam river' },
    },
    {
      name: 'words too long, cut between characters',
      annotation: wordy,
      row: { words: `${'x'.repeat(198)}…` },
    },
  ])('shows $name', ({ annotation, row }) => {
    expect(rowOf(annotation)).toMatchObject(row);
  });
});

describe('what is read', () => {
  beforeEach(async () => {
    await showText(workspace, text, [mill, claim, elsewhere]);
  });

  it.each([
    { name: 'all annotations', articleId: null, held: [mill, claim, elsewhere] },
    { name: 'those of one article', articleId: someArticleId, held: [mill, claim] },
    { name: 'none of an article without any', articleId: makeId('art', 'bare'), held: [] },
  ])('is $name', async ({ articleId, held }) => {
    const roster = await readRoster(articleId);
    expect(idsIn(roster)).toEqual(idsOf(...held));
    expect(roster.state).toEqual({ state: 'complete' });
  });

  it.each([{ articleId: null }, { articleId: someArticleId }])(
    'comes page by page, and says how much there is so far ($articleId)',
    async ({ articleId }) => {
      await storeMany(12_000);
      const roster = rosterOf(articleId);
      const loaded = [0];
      roster.subscribe(() => {
        if (roster.state.state === 'loading') loaded.push(roster.state.loaded);
      });
      await roster.read;
      const total = articleId === null ? 12_003 : 12_002;
      expect(roster.state).toEqual({ state: 'complete' });
      expect(roster.rows).toHaveLength(total);
      const parts = loaded.slice(1).map((count, index) => count - (loaded[index] ?? 0));
      expect(parts.length).toBeGreaterThanOrEqual(3);
      expect(Math.max(...parts)).toBeLessThan(7_000);
      expect(loaded.at(-1)).toBe(total);
    },
  );

  it('tells when it cannot be read', async () => {
    workspace.database.close();
    const roster = await readRoster();
    expect(roster.state).toMatchObject({ state: 'failed', error: { code: 'closed' } });
  });
});

describe('what is written afterwards', () => {
  beforeEach(async () => {
    await showText(workspace, text, [mill, claim]);
  });

  it('is taken over, undo and redo included', async () => {
    const roster = await readRoster(someArticleId);
    await workspace.store.apply(annotate(day));
    expect(idsIn(roster)).toEqual(idsOf(mill, claim, day));
    await setBody(workspace, mill.id, { kind: 'enterprise', name: 'The Mill' });
    expect(roster.rows.find(({ id }) => id === mill.id)?.value).toBe('The Mill');
    await workspace.store.apply(deleteAnnotation(claim));
    expect(idsIn(roster)).toEqual(idsOf(mill, day));
    await workspace.store.undo();
    expect(idsIn(roster)).toEqual(idsOf(mill, claim, day));
    await workspace.store.redo();
    expect(idsIn(roster)).toEqual(idsOf(mill, day));
  });

  it('goes with its article', async () => {
    await workspace.store.apply(annotate(elsewhere));
    const roster = await readRoster();
    await removeArticle(workspace, someArticleId);
    expect(idsIn(roster)).toEqual(idsOf(elsewhere));
  });

  it('is left aside when it is of another article', async () => {
    const roster = await readRoster(someArticleId);
    const { version } = roster;
    await workspace.store.apply(annotate(elsewhere));
    expect(roster.version).toBe(version);
    expect(idsIn(roster)).toEqual(idsOf(mill, claim));
  });

  it('makes another list, of the same objects where rows stayed as they were', async () => {
    const roster = await readRoster();
    const before = roster.rows;
    const kept = before.find(({ id }) => id === claim.id);
    expect(roster.rows).toBe(before);
    await workspace.store.apply(editNote(mill, 'ask', someTime));
    expect(roster.rows).not.toBe(before);
    expect(roster.rows.find(({ id }) => id === claim.id)).toBe(kept);
  });

  it('no longer matters once it is closed', async () => {
    const roster = await readRoster();
    roster.close();
    await workspace.store.apply(annotate(day));
    expect(idsIn(roster)).toEqual(idsOf(mill, claim));
  });
});

describe('an edit while pages arrive', () => {
  /** The pages of the database, each held back until `during` is over. */
  function pagesAround(during: () => Promise<unknown>): TestWorkspace['queries'] {
    const { queries } = workspace;
    return {
      ...queries,
      async *allAnnotationPages() {
        for await (const page of queries.allAnnotationPages()) {
          await during();
          yield page;
        }
      },
    };
  }

  const named = { ...mill, body: { kind: 'enterprise', name: 'The Mill' } as const };
  it.each([
    {
      name: 'is kept',
      edit: () => setBody(workspace, mill.id, { kind: 'enterprise', name: 'The Mill' }),
      rows: [rowOf(named), rowOf(claim)],
    },
    {
      name: 'that takes away is kept',
      edit: () => workspace.store.apply(deleteAnnotation(mill)),
      rows: [rowOf(claim)],
    },
    {
      name: 'that adds is kept',
      edit: () => workspace.store.apply(annotate(day)),
      rows: [rowOf(day), rowOf(mill), rowOf(claim)],
    },
  ])('$name', async ({ edit, rows }) => {
    await showText(workspace, text, [mill, claim]);
    const queries = pagesAround(edit);
    const roster = new AnnotationRoster({ articleId: null, store: workspace.store, queries });
    await roster.read;
    expect(roster.rows).toHaveLength(rows.length);
    expect(roster.rows).toEqual(expect.arrayContaining(rows));
  });

  it('does not keep pages from stopping when the roster is closed', async () => {
    await showText(workspace, text, [mill]);
    succeed(await workspace.store.apply(annotate(claim)));
    const roster = rosterOf(null);
    roster.close();
    await roster.read;
    expect(roster.rows).toEqual([]);
  });
});
