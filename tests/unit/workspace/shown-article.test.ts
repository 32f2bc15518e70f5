import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotate } from '../../../src/core/annotation/edits';
import type { Change } from '../../../src/core/change';
import { type ArticleId, makeId, type Sha256 } from '../../../src/core/ids';
import { goToAnnotation } from '../../../src/renderer/workspace/actions/go-to-annotation';
import { step } from '../../../src/renderer/workspace/actions/history/history';
import { removeArticle } from '../../../src/renderer/workspace/actions/library/articles';
import { showNextUnfinished } from '../../../src/renderer/workspace/actions/library/work';
import { openPageFiles } from '../../../src/renderer/workspace/actions/opening/open-files';
import { stepPlace } from '../../../src/renderer/workspace/actions/places';
import { restoreArticle } from '../../../src/renderer/workspace/actions/restore-article';
import { showNeighbour, visitArticle } from '../../../src/renderer/workspace/actions/show-article';
import { noPlaces } from '../../../src/renderer/workspace/places';
import { annotationOf, buildArticle } from '../../support/builders';
import { openTestWorkspace, succeed, type TestWorkspace } from './test-workspace';

const first = makeId('art', 'first');
const second = makeId('art', 'second');
const third = makeId('art', 'third');
const hash = 'b'.repeat(64) as Sha256;
const text = 'The mine met its plan.';
const inFirst = annotationOf(text, 'mine', { articleId: first });

/** The change that brings articles with the same text. */
function bringing(...ids: readonly ArticleId[]): Change {
  return {
    label: { code: 'open-articles', count: ids.length, title: '' },
    records: ids.map((id) => {
      const after = buildArticle({ id, textHash: hash, textLength: text.length });
      return { table: 'articles', id, before: null, after };
    }),
  };
}

let workspace: TestWorkspace;
/** Every article that came on the screen, in turn; null where none was shown. */
let shown: (ArticleId | null)[];

beforeEach(async () => {
  workspace = await openTestWorkspace();
  succeed(await workspace.store.apply(bringing(first, second), [{ hash, text }]));
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
    if (before) await workspace.shown.show(before);
    shown.length = 0;
    await Promise.all(asked.map((id) => (id ? workspace.shown.show(id) : workspace.shown.close())));
    expect(shown).toEqual(comes);
  });

  it('is there for everyone who has asked for it', async () => {
    const asked = [workspace.shown.show(first), workspace.shown.show(first)];
    await asked[1];
    expect(workspace.screen.getState().article?.id).toBe(first);
    await asked[0];
  });

  it('can be opened again after its text could not be read', async () => {
    const { text: read } = workspace.queries;
    Object.assign(workspace.queries, { text: () => Promise.reject(new Error('unreadable')) });
    await expect(workspace.shown.show(first)).rejects.toThrow('unreadable');
    Object.assign(workspace.queries, { text: read });
    await workspace.shown.show(first);
    expect(shown).toEqual([first]);
  });
});

/** Keeps the texts of articles from being read until the result is called. */
function holdTexts(): () => void {
  const { text: read } = workspace.queries;
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((settle) => {
    letGo = settle;
  });
  Object.assign(workspace.queries, {
    text: async (wanted: Sha256) => {
      await held;
      return read(wanted);
    },
  });
  return letGo;
}

describe('what a person asked for last', () => {
  beforeEach(async () => {
    succeed(await workspace.store.apply(bringing(third)));
    succeed(await workspace.store.apply(annotate(inFirst)));
    await workspace.library.read();
    await workspace.shown.show(third);
    await workspace.queries.writeState('open-article', first);
    workspace.screen.setState({
      places: { back: [{ articleId: first, offset: 4 }], forward: [] },
    });
    shown.length = 0;
  });

  /** Each asks for an article, and has to wait for something before it is known which one, or before it is shown. */
  const late: readonly { readonly name: string; readonly ask: () => Promise<unknown> }[] = [
    { name: 'a file', ask: () => openPageFiles(workspace, [new File(['A mine.'], 'a.txt')]) },
    { name: 'the place of a step', ask: () => step(workspace, 'undo') },
    { name: 'the next article', ask: () => showNeighbour(workspace, 1) },
    { name: 'the next article to be done', ask: () => showNextUnfinished(workspace) },
    { name: 'an annotation', ask: () => goToAnnotation(workspace, inFirst.id, first) },
    { name: 'the place before', ask: () => stepPlace(workspace, -1) },
    { name: 'what was open at the end', ask: () => restoreArticle(workspace) },
  ];

  it.each(late)('is shown: $name', async ({ ask }) => {
    await ask();
    expect(shown).toHaveLength(1);
  });

  it.each(late)(
    'is shown, however long what was asked for before takes: $name',
    async ({ ask }) => {
      const before = ask();
      expect(await workspace.shown.show(second)).toBe(true);
      await before;
      expect(shown).toEqual([second]);
      expect(workspace.screen.getState()).toMatchObject({ selected: null, caret: null });
    },
  );

  it.each(late)('is no article, though one is on its way: $name', async ({ ask }) => {
    const before = ask();
    await Promise.all([before, workspace.shown.close()]);
    expect(shown).toEqual([null]);
  });

  it('leaves a way back to what was left alone', async () => {
    workspace.screen.setState({ places: noPlaces });
    const asked = workspace.shown.ask();
    await visitArticle(workspace, second);
    expect(await visitArticle(workspace, first, asked)).toBe(false);
    expect(workspace.screen.getState().places.back).toMatchObject([{ articleId: third }]);
  });
});

describe('an act', () => {
  const remove = (id: ArticleId): Promise<void> => removeArticle(workspace, id);
  const undo = async (): Promise<void> => {
    succeed(await workspace.store.undo());
  };
  const bring = async (...ids: readonly ArticleId[]): Promise<void> => {
    succeed(await workspace.store.apply(bringing(...ids)));
  };
  const show = async (id: ArticleId): Promise<void> => {
    await workspace.shown.show(id);
  };

  const cases: readonly {
    readonly name: string;
    readonly before?: ArticleId;
    /** Done without waiting for one another; what reads texts waits until all is written. */
    readonly done: readonly (() => Promise<unknown>)[];
    readonly comes: readonly (ArticleId | null)[];
  }[] = [
    {
      name: 'takes the article that is shown away',
      before: first,
      done: [() => remove(first)],
      comes: [null],
    },
    {
      name: 'takes another away, and the one that is shown stays',
      before: first,
      done: [() => remove(second)],
      comes: [],
    },
    { name: 'brings one that is shown where none is', done: [() => bring(third)], comes: [third] },
    {
      name: 'brings one, and the one that is shown stays',
      before: first,
      done: [() => bring(third)],
      comes: [],
    },
    {
      name: 'takes the shown one away, and what was asked for before comes',
      before: first,
      done: [() => show(second), () => remove(first)],
      comes: [null, second],
    },
    {
      name: 'takes the shown one away, and what was asked for after comes',
      before: first,
      done: [() => remove(first), () => show(second)],
      comes: [null, second],
    },
    {
      name: 'brings one, and what was asked for before comes',
      done: [() => show(second), () => bring(third)],
      comes: [second],
    },
    {
      name: 'brings one, and what was asked for after comes',
      done: [() => bring(third), () => show(second)],
      comes: [second],
    },
    {
      name: 'takes away what was asked for, and the one that is shown stays',
      before: first,
      done: [() => show(second), () => remove(second)],
      comes: [],
    },
    {
      name: 'takes away what was asked for, and the next brings it back: it comes',
      before: first,
      done: [() => show(second), () => remove(second), undo],
      comes: [second],
    },
    {
      name: 'brings back the one that it took away',
      before: first,
      done: [() => remove(first), undo],
      comes: [null, first],
    },
    {
      name: 'brings one, and the next takes it away again: none comes',
      done: [() => bring(third), undo],
      comes: [],
    },
    {
      name: 'brings several: the first comes',
      done: [() => bring(third, makeId('art', 'fourth'))],
      comes: [third],
    },
    {
      name: 'brings one, and none comes when the article is closed meanwhile',
      done: [
        () => bring(third),
        async () => {
          await workspace.store.retry();
          await workspace.shown.close();
        },
      ],
      comes: [],
    },
  ];
  it.each(cases)('$name', async ({ before, done, comes }) => {
    if (before) await show(before);
    workspace.shown.follow();
    shown.length = 0;
    const readTexts = holdTexts();
    const all = done.map((act) => act());
    await workspace.store.retry();
    readTexts();
    await Promise.all(all);
    await workspace.shown.idle();
    expect(shown).toEqual(comes);
  });
});
