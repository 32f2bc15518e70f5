import type { Change, ChangeEntry, ChangeLabel, RecordChange } from '../../../../core/change';
import type { ArticleId } from '../../../../core/ids';
import {
  type AnnotationChange,
  type ArticleChange,
  type ConflictRule,
  decideBy,
  type ImportPlan,
  recordsOf,
} from '../../../../core/import/import-plan';
import { ok, type Result } from '../../../../core/result';
import { sameValue } from '../../../../core/same-value';
import type { TextRow } from '../../../storage/db';
import type { StoreError } from '../../../storage/store-error';
import type { Workspace } from '../../workspace';
import type { ImportResult } from './import-state';

/** What is to be stored, and who hears of it. */
export interface ApplyOptions {
  readonly plan: ImportPlan;
  /** The last entry of the log when the plan was begun. */
  readonly seq: number;
  readonly rule: ConflictRule;
  readonly fileName: string;
  readonly signal: AbortSignal;
  /** In annotations. */
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
  readonly onWithdraw: () => void;
}

/** How an import ended. `label` is null when there was nothing to store. */
export type ApplyOutcome =
  | { readonly kind: 'done'; readonly result: ImportResult; readonly label: ChangeLabel | null }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: StoreError; readonly isWithdrawn: boolean };

/** How many annotations are stored at a time, which takes about as long as a person does not notice. */
const partSize = 1_000;

/**
 * Stores an import as one group, part by part, so that tagging gets its turn in between. The annotations come first and
 * the new articles, with their texts, in the last part: what belongs to them is not seen before it is whole. Records that
 * are no longer as the plan found them are left out.
 */
export async function applyImport(
  workspace: Workspace,
  options: ApplyOptions,
): Promise<ApplyOutcome> {
  const { store, newId } = workspace;
  const { plan, seq, rule, fileName, signal, onProgress, onWithdraw } = options;
  const records = recordsOf(plan, decideBy(rule), () => newId('ann'));
  const { annotations, articles } = records;
  const total = annotations.length;
  const label = {
    code: 'import',
    count: total,
    articles: articles.length,
    fileName,
  } satisfies ChangeLabel;
  if (total + articles.length === 0)
    return { kind: 'done', result: { annotations: 0, articles: 0, leftOut: 0 }, label: null };

  // One that could not be taken back before, as on a full disk, must be gone before another begins.
  const leftover = await store.withdrawGroup();
  if (!leftover.ok) return { kind: 'failed', error: leftover.error, isWithdrawn: false };
  const groupId = newId('grp');
  const made = new Set(plan.newArticles.map(({ article }) => article.id));
  const texts = plan.newArticles.map(({ article, text }) => ({ hash: article.textHash, text }));
  let stored = 0;
  let lastStart = 0;
  for (; lastStart + partSize < total; lastStart += partSize) {
    if (signal.aborted) return await withdraw(null);
    onProgress({ done: lastStart, total });
    const part = annotations.slice(lastStart, lastStart + partSize);
    const outcome = await store.applyPart({
      groupId,
      isLast: false,
      build: async () => ({ label, records: await unchanged(part) }),
    });
    if (!outcome.ok) return await withdraw(outcome.error);
    stored += countIn(outcome, 'annotations');
  }
  if (signal.aborted) return await withdraw(null);
  onProgress({ done: lastStart, total });
  const outcome = await store.applyPart({
    groupId,
    isLast: true,
    texts: onceEach(texts),
    build: () => lastChange(workspace, annotations.slice(lastStart)),
  });
  if (!outcome.ok) return await withdraw(outcome.error);
  stored += countIn(outcome, 'annotations');
  const result = {
    annotations: stored,
    articles: countIn(outcome, 'articles'),
    leftOut: total - stored,
  };
  return { kind: 'done', result, label: outcome.value[0]?.change.label ?? label };

  /** Those of a part that are still true: all of them where nothing was written but the parts before it, one entry each. */
  async function unchanged(
    part: readonly AnnotationChange[],
  ): Promise<readonly AnnotationChange[]> {
    if (store.lastSeq === seq + lastStart / partSize) return part;
    return stillTrue(workspace, part, made);
  }

  async function lastChange(
    { queries }: Workspace,
    part: readonly AnnotationChange[],
  ): Promise<Change> {
    const held: ArticleChange[] = [];
    for (const change of articles)
      if (sameValue(await queries.article(change.id), change.before)) held.push(change);
    const last: RecordChange[] = [...held, ...(await unchanged(part))];
    const count = stored + last.length - held.length;
    return { label: { ...label, count, articles: held.length }, records: last };
  }

  async function withdraw(error: StoreError | null): Promise<ApplyOutcome> {
    onWithdraw();
    const undone = lastStart > 0 ? await store.withdrawGroup() : ok([]);
    if (error) return { kind: 'failed', error, isWithdrawn: undone.ok };
    return undone.ok
      ? { kind: 'cancelled' }
      : { kind: 'failed', error: undone.error, isWithdrawn: false };
  }
}

/** Those of `part` whose records are as they were when the plan was made, and whose articles are there or in `made`. */
async function stillTrue(
  { queries }: Workspace,
  part: readonly AnnotationChange[],
  made: ReadonlySet<ArticleId>,
): Promise<readonly AnnotationChange[]> {
  const stored = new Map<string, unknown>();
  for (const annotation of await queries.annotations(part.map(({ id }) => id)))
    stored.set(annotation.id, annotation);
  const there = new Map<ArticleId, boolean>();
  const kept: AnnotationChange[] = [];
  for (const change of part) {
    const articleId = change.after?.articleId;
    if (!articleId || !sameValue(stored.get(change.id) ?? null, change.before)) continue;
    if (!there.has(articleId))
      there.set(articleId, made.has(articleId) || (await queries.article(articleId)) !== null);
    if (there.get(articleId)) kept.push(change);
  }
  return kept;
}

function countIn(
  outcome: Result<readonly ChangeEntry[], StoreError>,
  table: RecordChange['table'],
): number {
  const [entry] = outcome.ok ? outcome.value : [];
  return entry?.change.records.filter((record) => record.table === table).length ?? 0;
}

/** Articles of one text bring it once. */
function onceEach(texts: readonly TextRow[]): readonly TextRow[] {
  return [...new Map(texts.map((row) => [row.hash, row])).values()];
}
