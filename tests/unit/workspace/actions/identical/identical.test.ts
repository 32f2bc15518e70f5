import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation, AnnotationBody } from '../../../../../src/core/annotation/annotation';
import { annotate } from '../../../../../src/core/annotation/edits';
import type { Article } from '../../../../../src/core/article';
import { makeId, type Sha256 } from '../../../../../src/core/ids';
import {
  removeAnnotation,
  setBody,
} from '../../../../../src/renderer/workspace/actions/annotations';
import {
  applyDeleteAll,
  applyTagAll,
  findIdentical,
  type IdenticalPreview,
  type SearchProgress,
} from '../../../../../src/renderer/workspace/actions/identical/identical';
import type { IdenticalRequest } from '../../../../../src/renderer/workspace/actions/identical/identical-search';
import { removeArticle } from '../../../../../src/renderer/workspace/actions/library/articles';
import { nextUntagged } from '../../../../../src/renderer/workspace/actions/reader/next-untagged';
import { annotationOf, buildArticle } from '../../../../support/builders';
import { annotationsIn } from '../../../../support/stored-records';
import { openTestWorkspace, showText, succeed, type TestWorkspace } from '../../test-workspace';

const text = 'Kangan Mine and kangan mine.\nThe Kangan Mine Company of Kangan\u00a0Mine.';
const other = 'News from the Kangan\nMine.';

const tagged = annotationOf(text, 'Kangan Mine', { body: { kind: 'enterprise', name: 'KM' } });
const company = annotationOf(text, 'Kangan Mine Company');

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
});

afterEach(() => workspace.database.close());

/** Stores another article, which is not shown. */
async function store(number: number, content: string): Promise<Article> {
  const hash = String(number).repeat(64) as Sha256;
  const article = buildArticle({
    id: makeId('art', `other-${number}`),
    title: `Other ${number}`,
    textHash: hash,
    textLength: content.length,
  });
  succeed(
    await workspace.store.apply(
      {
        label: { code: 'open-articles', count: 1, title: article.title },
        records: [{ table: 'articles', id: article.id, before: null, after: article }],
      },
      [{ hash, text: content }],
    ),
  );
  return article;
}

const asked: IdenticalRequest = {
  job: 'tag',
  words: 'Kangan Mine',
  body: tagged.body,
  mode: 'loose',
  wholeWords: true,
  scope: 'article',
};

async function look(changes: Partial<IdenticalRequest> = {}): Promise<IdenticalPreview> {
  const preview = await findIdentical(
    workspace,
    { ...asked, ...changes },
    { onProgress: () => {}, signal: new AbortController().signal },
  );
  if (!preview) throw new Error('the search was stopped');
  return preview;
}

const steps = (): Promise<number> => workspace.database.changes.count();

async function annotationsOf(body: AnnotationBody['kind']): Promise<readonly Annotation[]> {
  const annotations = await annotationsIn(workspace.database);
  return annotations.filter((one) => one.body.kind === body);
}

describe('findIdentical', () => {
  it('shows every place of the open article with its paragraph and what stands round it', async () => {
    await showText(workspace, text);
    const { hits, articles, found } = await look();
    expect(hits.map(({ context, paragraph }) => [paragraph, context.words])).toEqual([
      [1, 'Kangan Mine'],
      [1, 'kangan mine'],
      [2, 'Kangan Mine'],
      [2, 'Kangan Mine'],
    ]);
    expect(hits[2]?.context).toEqual({
      before: 'Kangan Mine and kangan mine. The ',
      words: 'Kangan Mine',
      after: ' Company of Kangan Mine.',
    });
    expect([articles, found, new Set(hits.map(({ key }) => key)).size]).toEqual([1, 4, 4]);
  });

  it('counts apart what is tagged already and what lies within a longer annotation', async () => {
    await showText(workspace, text, [tagged, company]);
    const { hits, found, tagged: twins, inside } = await look();
    expect([hits.length, found, twins, inside]).toEqual([2, 4, 1, 1]);
  });

  it('shows the very same characters alone when asked to', async () => {
    await showText(workspace, text);
    expect((await look({ mode: 'exact' })).hits).toHaveLength(2);
  });

  it('looks through every article, and tells how far it is', async () => {
    await showText(workspace, text);
    await store(1, other);
    await store(2, 'Nothing of the kind.');
    const progress: SearchProgress[] = [];
    const preview = await findIdentical(
      workspace,
      { ...asked, scope: 'all' },
      { onProgress: (at) => progress.push(at), signal: new AbortController().signal },
    );
    expect([preview?.hits.length, preview?.articles]).toEqual([5, 2]);
    expect(preview?.hits.find(({ title }) => title === 'Other 1')?.context.words).toBe(
      'Kangan Mine',
    );
    expect(progress.map(({ done }) => done)).toEqual([0, 1, 2, 3]);
    expect(progress.every(({ total }) => total === 3)).toBe(true);
  });

  it('keeps to the open article when asked to', async () => {
    await showText(workspace, text);
    await store(1, other);
    expect((await look()).hits).toHaveLength(4);
  });

  it('stops when told to, before the next article', async () => {
    await showText(workspace, text);
    await store(1, other);
    const stop = new AbortController();
    const seen: number[] = [];
    const preview = await findIdentical(
      workspace,
      { ...asked, scope: 'all' },
      {
        onProgress: ({ done }) => {
          seen.push(done);
          stop.abort();
        },
        signal: stop.signal,
      },
    );
    expect([preview, seen]).toEqual([null, [0]]);
  });

  it('shows nothing when no article is open', async () => {
    expect(await look()).toMatchObject({ hits: [], articles: 0, found: 0 });
  });
});

describe('applyTagAll', () => {
  it('tags every place with what the first one says, as one step of undo, and tells of it', async () => {
    await showText(workspace, text, [tagged, company]);
    const before = await steps();
    expect(await applyTagAll(workspace, await look(), new Set())).toBe(2);
    const made = await annotationsOf('enterprise');
    expect(made).toHaveLength(4);
    expect(made.filter(({ body }) => 'name' in body && body.name === 'KM')).toHaveLength(3);
    expect(await steps()).toBe(before + 1);
    const label = { code: 'annotate-all', kind: 'enterprise', exact: 'Kangan Mine', count: 2 };
    expect(workspace.screen.getState().notices).toMatchObject([{ kind: 'done', label }]);
    await workspace.store.undo();
    expect(await annotationsOf('enterprise')).toHaveLength(2);
  });

  const bodies: readonly AnnotationBody[] = [
    { kind: 'claim', status: 'completed' },
    { kind: 'date', edtf: '2024-05', basis: { by: 'hand' } },
  ];
  it.each(bodies)('copies all that a $kind says', async (body) => {
    await showText(workspace, text);
    await applyTagAll(workspace, await look({ body }), new Set());
    const made = await annotationsOf(body.kind);
    expect(made.map((annotation) => annotation.body)).toEqual([body, body, body, body]);
  });

  it('leaves out what the person took off the list', async () => {
    await showText(workspace, text);
    const preview = await look();
    const excluded = new Set(preview.hits.slice(1).map(({ key }) => key));
    expect(await applyTagAll(workspace, preview, excluded)).toBe(1);
    expect((await annotationsOf('enterprise'))[0]?.fragments).toEqual([preview.hits[0]?.span]);
  });

  it('tags the places of all articles in one step', async () => {
    await showText(workspace, text);
    const { id } = await store(1, other);
    const before = await steps();
    expect(await applyTagAll(workspace, await look({ scope: 'all' }), new Set())).toBe(5);
    expect(await steps()).toBe(before + 1);
    const [made] = (await annotationsOf('enterprise')).filter(({ articleId }) => articleId === id);
    expect(made?.quote).toMatchObject({ exact: 'Kangan\nMine', prefix: 'News from the ' });
  });

  it('does not tag again what was tagged since the preview', async () => {
    await showText(workspace, text);
    const elsewhere = await store(1, other);
    const preview = await look({ scope: 'all' });
    succeed(await workspace.store.apply(annotate(tagged)));
    succeed(
      await workspace.store.apply(
        annotate(annotationOf(other, 'Kangan\nMine', { id: 'new', articleId: elsewhere.id })),
      ),
    );
    expect(await applyTagAll(workspace, preview, new Set())).toBe(3);
    expect(await annotationsOf('enterprise')).toHaveLength(5);
  });

  it('passes over an article that has gone', async () => {
    await showText(workspace, text);
    const gone = await store(1, other);
    const preview = await look({ scope: 'all' });
    await removeArticle(workspace, gone.id);
    expect(await applyTagAll(workspace, preview, new Set())).toBe(4);
  });

  it('writes nothing and tells nothing when nothing is left', async () => {
    await showText(workspace, text);
    const preview = await look();
    const before = await steps();
    const all = new Set(preview.hits.map(({ key }) => key));
    expect(await applyTagAll(workspace, preview, all)).toBe(0);
    expect([await steps(), workspace.screen.getState().notices]).toEqual([before, []]);
  });
});

describe('deleting all identical', () => {
  const loose = annotationOf(text, 'kangan mine');
  const wish = { job: 'delete', body: { kind: 'enterprise' } } as const;

  it('shows and deletes the annotations of the kind and words, in one step', async () => {
    await showText(workspace, text, [tagged, loose, company]);
    const preview = await look(wish);
    expect(preview.hits.map(({ annotationId }) => annotationId)).toEqual([tagged.id, loose.id]);
    expect(await applyDeleteAll(workspace, preview, new Set())).toBe(2);
    expect((await annotationsOf('enterprise')).map(({ id }) => id)).toEqual([company.id]);
    const label = { code: 'delete-all', kind: 'enterprise', exact: 'Kangan Mine', count: 2 };
    expect(workspace.screen.getState().notices).toMatchObject([{ kind: 'done', label }]);
    await workspace.store.undo();
    expect(await annotationsOf('enterprise')).toHaveLength(3);
  });

  it('deletes those of other articles too when asked to', async () => {
    await showText(workspace, text, [tagged]);
    const { id } = await store(1, other);
    const there = annotationOf(other, 'Kangan\nMine', { id: 'there', articleId: id });
    succeed(await workspace.store.apply(annotate(there)));
    expect((await look(wish)).hits).toHaveLength(1);
    const preview = await look({ ...wish, scope: 'all' });
    expect(await applyDeleteAll(workspace, preview, new Set([tagged.id]))).toBe(1);
    expect((await annotationsOf('enterprise')).map((one) => one.id)).toEqual([tagged.id]);
  });

  it('deletes an annotation as it is now, and passes over one that has gone', async () => {
    await showText(workspace, text, [tagged, loose]);
    const preview = await look(wish);
    await setBody(workspace, tagged.id, { kind: 'enterprise', name: 'Another name' });
    await removeAnnotation(workspace, loose.id);
    expect(await applyDeleteAll(workspace, preview, new Set())).toBe(1);
    expect(await annotationsOf('enterprise')).toEqual([]);
  });

  it('takes the selection off an annotation that it deletes', async () => {
    await showText(workspace, text, [tagged, company]);
    workspace.screen.setState({ selected: tagged.id });
    await applyDeleteAll(workspace, await look(wish), new Set());
    expect(workspace.screen.getState().selected).toBeNull();
  });

  it('leaves the selection on another', async () => {
    await showText(workspace, text, [tagged, company]);
    workspace.screen.setState({ selected: company.id });
    await applyDeleteAll(workspace, await look(wish), new Set());
    expect(workspace.screen.getState().selected).toBe(company.id);
  });
});

describe('nextUntagged', () => {
  const wordsAt = async (from: number, names?: readonly string[]): Promise<string | null> => {
    const span = await nextUntagged(workspace, from, names);
    return span && `${span.start}: ${text.slice(span.start, span.end)}`;
  };

  it('finds words tagged in this article, passing over those that are covered', async () => {
    await showText(workspace, text, [tagged, company]);
    expect(await wordsAt(0)).toBe('16: kangan mine');
    expect(await wordsAt(27)).toBe(`${text.indexOf('Kangan\u00a0Mine')}: Kangan\u00a0Mine`);
  });

  it('goes round the end', async () => {
    await showText(workspace, text, [tagged, company]);
    expect(await wordsAt(text.length)).toBe('16: kangan mine');
  });

  it('looks for names from elsewhere too', async () => {
    await showText(workspace, text);
    expect(await wordsAt(0)).toBeNull();
    expect(await wordsAt(0, ['Kangan Mine Company'])).toBe('33: Kangan Mine Company');
  });

  it('takes an annotation of another kind for no cover, nor its words for a name', async () => {
    const claim = annotationOf(text, 'Kangan Mine and', {
      body: { kind: 'claim', status: 'planned' },
    });
    await showText(workspace, text, [claim]);
    expect(await wordsAt(0)).toBeNull();
    expect(await wordsAt(0, ['kangan mine'])).toBe('0: Kangan Mine');
  });

  it('finds nothing once all are tagged', async () => {
    await showText(workspace, text, [tagged]);
    await applyTagAll(workspace, await look(), new Set());
    expect(await wordsAt(0)).toBeNull();
  });

  it('finds nothing when no article is open', async () => {
    expect(await nextUntagged(workspace, 0, ['Kangan'])).toBeNull();
  });
});
