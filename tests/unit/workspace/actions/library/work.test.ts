import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../../../../src/core/article';
import type { ChangeLabel } from '../../../../../src/core/change';
import { makeId, type Sha256 } from '../../../../../src/core/ids';
import { setArticleNote } from '../../../../../src/renderer/workspace/actions/library/articles';
import {
  finishArticle,
  quotationFor,
  setWorkStatus,
  showNextUnfinished,
} from '../../../../../src/renderer/workspace/actions/library/work';
import { annotationOf, buildArticle, someArticleId } from '../../../../support/builders';
import { openTestWorkspace, showText, succeed, type TestWorkspace } from '../../test-workspace';

const text = 'The Sangwol Kiln of Sangwol\nmet its plan.';
const kiln = annotationOf(text, 'Sangwol Kiln');

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
});

afterEach(() => workspace.database.close());

const steps = async (): Promise<number> => workspace.database.changes.count();

async function stored(): Promise<Article> {
  const article = await workspace.queries.article(someArticleId);
  if (!article) throw new Error('the article is gone');
  return article;
}

/** Changes the stored article as an earlier session left it. */
async function leaveAs(facts: Partial<Article>): Promise<void> {
  const before = await stored();
  const after = { ...before, ...facts };
  succeed(
    await workspace.store.apply({
      label: { code: 'edit-article', title: after.title },
      records: [{ table: 'articles', id: before.id, before, after }],
    }),
  );
}

async function lastLabel(): Promise<ChangeLabel | undefined> {
  return (await workspace.database.changes.orderBy('seq').last())?.change.label;
}

describe('setWorkStatus', () => {
  const kept = [
    { name: 'a new one to in work', tagged: false, from: undefined, to: 'in-work' },
    { name: 'a new one to done', tagged: false, from: undefined, to: 'done' },
    { name: 'a tagged one to done', tagged: true, from: undefined, to: 'done' },
    { name: 'a done one back to in work', tagged: true, from: 'done', to: 'in-work' },
  ] as const;
  it.each(kept)('stores $name, as one step', async ({ tagged, from, to }) => {
    await showText(workspace, text, tagged ? [kiln] : []);
    if (from) await leaveAs({ status: from });
    const before = await stored();
    const count = await steps();
    await setWorkStatus(workspace, someArticleId, to);
    expect(await stored()).toEqual({ ...before, status: to });
    expect(await lastLabel()).toEqual({
      code: 'set-work-status',
      status: to,
      title: 'Steel works report',
    });
    expect(await steps()).toBe(count + 1);
    await workspace.store.undo();
    expect(await stored()).toEqual(before);
  });

  it('takes away what was set when an article without tags is new again', async () => {
    const untouched = await showText(workspace, text);
    await leaveAs({ status: 'done' });
    await setWorkStatus(workspace, someArticleId, 'new');
    expect(await stored()).toEqual(untouched);
    expect(await lastLabel()).toMatchObject({ code: 'set-work-status', status: null });
  });

  const nothing = [
    { name: 'new, while something is tagged', tagged: true, from: undefined, to: 'new' },
    { name: 'new, of a tagged one that is done', tagged: true, from: 'done', to: 'new' },
    { name: 'in work, which the tags say already', tagged: true, from: undefined, to: 'in-work' },
    { name: 'new, which it is already', tagged: false, from: undefined, to: 'new' },
    { name: 'done, which it is already', tagged: false, from: 'done', to: 'done' },
  ] as const;
  it.each(nothing)('stores nothing for $name', async ({ tagged, from, to }) => {
    await showText(workspace, text, tagged ? [kiln] : []);
    if (from) await leaveAs({ status: from });
    const before = await stored();
    const count = await steps();
    await setWorkStatus(workspace, someArticleId, to);
    expect(await stored()).toEqual(before);
    expect(await steps()).toBe(count);
  });

  it('does nothing when the article is gone', async () => {
    await setWorkStatus(workspace, makeId('art', 'gone'), 'done');
    expect(await steps()).toBe(0);
  });
});

describe('finishArticle', () => {
  const toggles = [
    { name: 'with tags', tagged: true, back: 'in-work' },
    { name: 'without tags', tagged: false, back: undefined },
  ] as const;
  it.each(toggles)('marks an article $name as done, and back', async ({ tagged, back }) => {
    await showText(workspace, text, tagged ? [kiln] : []);
    await finishArticle(workspace);
    expect((await stored()).status).toBe('done');
    await finishArticle(workspace);
    expect((await stored()).status).toBe(back);
  });

  it('tells what it did', async () => {
    await showText(workspace, text);
    await finishArticle(workspace);
    expect(workspace.screen.getState().notices).toMatchObject([
      { kind: 'done', label: { code: 'set-work-status', status: 'done' } },
    ]);
  });

  it('pressed twice at once, toggles twice', async () => {
    await showText(workspace, text, [kiln]);
    await Promise.all([finishArticle(workspace), finishArticle(workspace)]);
    expect((await stored()).status).toBe('in-work');
  });

  it('does nothing when no article is open', async () => {
    await showText(workspace, text);
    await workspace.shown.close();
    const count = await steps();
    await finishArticle(workspace);
    expect(await steps()).toBe(count);
  });
});

describe('showNextUnfinished', () => {
  /** Stores articles `a`, `b`, `c`, … in the order of the library; a capital letter is one that is done. */
  async function shelve(names: string): Promise<void> {
    for (const [index, name] of [...names].entries()) {
      const hash = index.toString(16).repeat(64) as Sha256;
      const isDone = name !== name.toLowerCase();
      const article = buildArticle({
        id: makeId('art', name.toLowerCase()),
        title: name.toLowerCase(),
        textHash: hash,
        textLength: name.length,
        ...(isDone && { status: 'done' as const }),
      });
      succeed(
        await workspace.store.apply(
          {
            label: { code: 'open-articles', count: 1, title: article.title },
            records: [{ table: 'articles', id: article.id, before: null, after: article }],
          },
          [{ hash, text: name }],
        ),
      );
    }
  }

  const cases = [
    { name: 'the one below', shelf: 'abc', open: 'a', shown: 'b', found: true },
    { name: 'past those that are done', shelf: 'aBCd', open: 'a', shown: 'd', found: true },
    { name: 'round the end', shelf: 'aBcD', open: 'c', shown: 'a', found: true },
    { name: 'from one that is done', shelf: 'aBc', open: 'b', shown: 'c', found: true },
    { name: 'the first when none is open', shelf: 'Abc', open: null, shown: 'b', found: true },
    { name: 'none but the open one', shelf: 'AbC', open: 'b', shown: 'b', found: false },
    { name: 'none at all', shelf: 'ABC', open: 'b', shown: 'b', found: false },
    { name: 'an empty library', shelf: '', open: null, shown: null, found: false },
  ] as const;
  it.each(cases)('$name', async ({ shelf, open, shown, found }) => {
    await shelve(shelf);
    if (open) await workspace.shown.show(makeId('art', open));
    expect(await showNextUnfinished(workspace)).toBe(found);
    expect(workspace.screen.getState().article?.id ?? null).toBe(shown && makeId('art', shown));
  });
});

describe('setArticleNote', () => {
  it('stores a note, and takes it away when it is emptied', async () => {
    const untouched = await showText(workspace, text);
    await setArticleNote(workspace, someArticleId, 'compare with the spring');
    expect(await stored()).toEqual({ ...untouched, note: 'compare with the spring' });
    expect(await lastLabel()).toEqual({ code: 'edit-article-note', title: 'Steel works report' });
    await setArticleNote(workspace, someArticleId, '');
    expect(await stored()).toEqual(untouched);
  });

  it('stores nothing when the note is as it was', async () => {
    await showText(workspace, text);
    await setArticleNote(workspace, someArticleId, 'seen');
    const count = await steps();
    await setArticleNote(workspace, someArticleId, 'seen');
    expect(await steps()).toBe(count);
  });
});

describe('quotationFor', () => {
  const words = {
    paragraph: (number: number) => `para. ${number}`,
    paragraphs: (first: number, last: number) => `paras ${first}–${last}`,
  };

  it('quotes what is selected, though an annotation is selected as well', async () => {
    await showText(workspace, text, [kiln]);
    workspace.screen.setState({ selection: { start: 20, end: 31 }, selected: kiln.id });
    expect(await quotationFor(workspace, words)).toBe(
      '“Sangwol met” (Steel works report, paras 1–2; steel.txt, UTF-16 20–31)',
    );
  });

  it('quotes every fragment of the selected annotation', async () => {
    const [first] = kiln.fragments;
    const parted = { ...kiln, fragments: [first, { start: 28, end: 40 }] as const };
    await showText(workspace, text, [parted]);
    workspace.screen.setState({ selected: kiln.id });
    expect(await quotationFor(workspace, words)).toBe(
      '“Sangwol Kiln … met its plan” (Steel works report, paras 1–2; steel.txt, UTF-16 4–16, 28–40)',
    );
  });

  it('is null when nothing is selected, and when no article is open', async () => {
    expect(await quotationFor(workspace, words)).toBeNull();
    await showText(workspace, text, [kiln]);
    expect(await quotationFor(workspace, words)).toBeNull();
  });
});
