import { expect } from 'vitest';
import { hashText } from '../../../../src/codecs/hash';
import { describeQuote } from '../../../../src/core/anchoring/describe';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import { compareAnnotations } from '../../../../src/core/annotation/annotation-index';
import { mentionKey } from '../../../../src/core/annotation/mention';
import type { ArticleId } from '../../../../src/core/ids';
import { isClusterBoundary } from '../../../../src/core/text/clusters';
import { findSpanFault } from '../../../../src/core/text/span';
import { rowOf as rowOfRoster } from '../../../../src/renderer/workspace/annotation-roster';
import { listedBy } from '../listed-by';
import type { EditingDesk } from './desk';
import { type EditingModel, followLog, headOf, type Records, readRecords } from './model';

/** Everything that holds after every act, whatever came before it. */
export async function checkInvariants(
  { workspace, roster }: EditingDesk,
  model: EditingModel,
): Promise<void> {
  const { database, store, screen } = workspace;
  const state = screen.getState();
  expect(store.state.status).toEqual({ state: 'saved' });
  expect(state.notices.filter(({ kind }) => kind === 'conflict')).toEqual([]);
  const records = await readRecords(database);
  const texts = new Map((await database.texts.toArray()).map(({ hash, text }) => [hash, text]));
  for (const [hash, text] of texts) expect(hashText(text)).toBe(hash);
  const textOf = new Map(records.articles.map(({ id, textHash }) => [id, texts.get(textHash)]));
  for (const annotation of records.annotations) checkAnnotation(annotation, textOf);
  expect(records.counts).toEqual(countsOf(records));
  await checkHistory(workspace, model, records);
  checkScreen(state, records);
  expect(roster.state).toEqual({ state: 'complete' });
  expect(roster.rows.toSorted(byId)).toEqual(records.annotations.map(rowOfRoster));
  expect(listedBy(workspace.library)).toEqual(await workspace.queries.listArticles());
  expect(await workspace.queries.enterpriseWords()).toEqual(wordsOf(records));
}

/** Spans of the text in order, apart, in whole clusters and more than blanks, and words that are those of the text. */
function checkAnnotation(
  { id, articleId, fragments, quote }: Annotation,
  textOf: ReadonlyMap<ArticleId, string | undefined>,
): void {
  const text = textOf.get(articleId);
  if (text === undefined) throw new Error(`${id} is of ${articleId}, which is not there`);
  for (const [index, span] of fragments.entries()) {
    const words = JSON.stringify(text.slice(span.start, span.end));
    const said = `fragment ${index} of ${id}, ${words}`;
    expect(findSpanFault(span, text), said).toBeNull();
    expect(span.start, said).toBeGreaterThan(fragments[index - 1]?.end ?? -1);
    expect(isClusterBoundary(text, span.start), `start of ${said}`).toBe(true);
    expect(isClusterBoundary(text, span.end), `end of ${said}`).toBe(true);
    expect(text.slice(span.start, span.end).trim(), said).not.toBe('');
  }
  expect(quote).toEqual(describeQuote(text, fragments));
}

function countsOf({ annotations }: Records): Records['counts'] {
  const articles = new Set(annotations.map(({ articleId }) => articleId));
  return [...articles]
    .map((articleId) => {
      const held = annotations.filter((one) => one.articleId === articleId);
      const mentions = new Map(held.map((one) => [mentionKey(one), one.body.kind]));
      const counts = { enterprise: 0, claim: 0, date: 0, annotations: held.length };
      for (const kind of mentions.values()) counts[kind] += 1;
      return { articleId, ...counts };
    })
    .toSorted((a, b) => compareStrings(a.articleId, b.articleId));
}

function wordsOf({ annotations }: Records): readonly string[] {
  const words = annotations.flatMap(({ body, fragments, quote }) =>
    body.kind === 'enterprise' && fragments.length === 1 && quote.exact.length <= 200
      ? [quote.exact]
      : [],
  );
  return [...new Set(words)].toSorted(compareStrings);
}

/** The stack is that of the log, the one stored is the one in memory, and a step always leads to the same records. */
async function checkHistory(
  { database, store }: EditingDesk['workspace'],
  model: EditingModel,
  records: Records,
): Promise<void> {
  await followLog(model, database);
  const { undoStack } = store.state;
  expect((await database.state.get('undo-stack'))?.value).toEqual(undoStack);
  expect(undoStack.undo?.groupId ?? null).toBe(headOf(model));
  expect(undoStack.undo?.previous).toBe(model.done.at(-2));
  expect(undoStack.redo.map(({ groupId }) => groupId)).toEqual(model.undone);
  const head = headOf(model);
  const before = model.after.get(head);
  if (before) expect(records).toEqual(before);
  else model.after.set(head, records);
}

function checkScreen(
  { article, selection, selected }: ReturnType<EditingDesk['workspace']['screen']['getState']>,
  { articles, annotations }: Records,
): void {
  if (!article) {
    expect([selection, selected]).toEqual([null, null]);
    return;
  }
  expect(articles.map(({ id }) => id)).toContain(article.id);
  const ofArticle = annotations.filter(({ articleId }) => articleId === article.id);
  expect(article.index.ordered).toEqual(ofArticle.toSorted(compareAnnotations));
  if (selection) expect(findSpanFault(selection, article.text)).toBeNull();
  if (selected) expect(ofArticle.map(({ id }) => id)).toContain(selected);
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareStrings(a.id, b.id);
}

function compareStrings(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
