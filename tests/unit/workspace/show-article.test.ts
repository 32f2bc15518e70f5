import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArticleId, makeId, type Sha256 } from '../../../src/core/ids';
import {
  closeArticle,
  followArticles,
  showArticle,
} from '../../../src/renderer/workspace/actions/show-article';
import { buildArticle } from '../../support/builders';
import { openTestWorkspace, succeed, type TestWorkspace } from './test-workspace';

const first = makeId('art', 'first');
const second = makeId('art', 'second');

let workspace: TestWorkspace;
/** Every article that came on the screen, in turn; null where none was shown. */
let shown: (ArticleId | null)[];

beforeEach(async () => {
  workspace = await openTestWorkspace();
  const hash = 'b'.repeat(64) as Sha256;
  const text = 'The mine met its plan.';
  const articles = [first, second].map((id) =>
    buildArticle({ id, textHash: hash, textLength: text.length }),
  );
  succeed(
    await workspace.store.apply(
      {
        label: { code: 'open-articles', count: 2, title: '' },
        records: articles.map((after) => ({
          table: 'articles',
          id: after.id,
          before: null,
          after,
        })),
      },
      [{ hash, text }],
    ),
  );
  shown = [];
  workspace.screen.subscribe(({ article }, before) => {
    if (article !== before.article) shown.push(article?.id ?? null);
  });
});

afterEach(() => workspace.database.close());

describe('an article that is asked for', () => {
  const cases: readonly {
    readonly name: string;
    /** What is asked for, without waiting; null closes the article. */
    readonly asked: readonly (ArticleId | null)[];
    readonly before?: ArticleId;
    readonly comes: readonly (ArticleId | null)[];
  }[] = [
    { name: 'is shown', asked: [first], comes: [first] },
    { name: 'is opened once when it is asked for twice', asked: [first, first], comes: [first] },
    { name: 'is not shown when another is asked for', asked: [first, second], comes: [second] },
    {
      name: 'is shown once when it is asked for before another and after it',
      asked: [first, second, first],
      comes: [first],
    },
    {
      name: 'is not shown when the one that is there is asked for',
      before: first,
      asked: [second, first],
      comes: [],
    },
    {
      name: 'is not shown when the article is closed',
      before: first,
      asked: [second, null],
      comes: [null],
    },
    { name: 'is not opened when it is there', before: first, asked: [first], comes: [] },
    { name: 'is not shown when there is none', asked: [makeId('art', 'none')], comes: [] },
    {
      name: 'is shown though one that is not there was asked for before',
      asked: [makeId('art', 'none'), second],
      comes: [second],
    },
  ];
  it.each(cases)('$name', async ({ before, asked, comes }) => {
    if (before) await showArticle(workspace, before);
    shown.length = 0;
    await Promise.all(
      asked.map((id) => (id ? showArticle(workspace, id) : closeArticle(workspace))),
    );
    expect(shown).toEqual(comes);
  });

  it('is shown though an act takes away the one that was there meanwhile', async () => {
    await showArticle(workspace, first);
    shown.length = 0;
    const before = await workspace.queries.article(first);
    await Promise.all([
      showArticle(workspace, second),
      followArticles(workspace, [{ before, after: null }]),
    ]);
    expect(shown).toEqual([null, second]);
  });

  it('is there for everyone who has asked for it', async () => {
    const asked = [showArticle(workspace, first), showArticle(workspace, first)];
    await asked[1];
    expect(workspace.screen.getState().article?.id).toBe(first);
    await asked[0];
  });

  it('can be opened again after its text could not be read', async () => {
    const { text } = workspace.queries;
    Object.assign(workspace.queries, { text: () => Promise.reject(new Error('unreadable')) });
    await expect(showArticle(workspace, first)).rejects.toThrow('unreadable');
    Object.assign(workspace.queries, { text });
    await showArticle(workspace, first);
    expect(shown).toEqual([first]);
  });
});
