import { Dexie } from 'dexie';
import { findMisfit } from '../../codecs/records/find-misfit';
import type { AnnotationKind } from '../../core/annotation/annotation';
import { findInAnnotation } from '../../core/health/annotation-findings';
import { type HealthFinding, listedFindings } from '../../core/health/finding';
import { findInCounts } from '../../core/health/store-findings';
import type { AnnotationId, ArticleId, Sha256 } from '../../core/ids';
import type { Table } from '../../core/records/records';
import { rowPages } from './annotation-pages';
import { areBlocksSound } from './check-blocks';
import type { Database } from './db';
import { readStagedGroup } from './staged-group';

/** What was found in one article. */
export interface CheckedArticle {
  /** Whether the article itself is there, and not only its annotations or counts. */
  readonly isThere: boolean;
  readonly annotations: number;
  /** The first `listedFindings` of them. */
  readonly findings: readonly HealthFinding[];
  readonly findingCount: number;
}

/** The ids of all articles, and of those that annotations or counts are of though they are not there, in order. */
export async function* articlesToCheck(database: Database): AsyncGenerator<ArticleId> {
  let after = '';
  for (;;) {
    const next = [
      (await database.articles.where(':id').above(after).limit(1).primaryKeys())[0],
      (await database.counts.where(':id').above(after).limit(1).primaryKeys())[0],
      await annotatedAfter(database, after),
    ].filter((id) => id !== undefined);
    const [first] = next.toSorted((a, b) => (a < b ? -1 : 1));
    if (first === undefined) return;
    yield first;
    after = first;
  }
}

/** The first article by id after `after` that has annotations. */
async function annotatedAfter(database: Database, after: string): Promise<ArticleId | undefined> {
  const row = await database.annotations
    .where('[articleId+start]')
    .above([after, Dexie.maxKey])
    .first();
  return row?.articleId;
}

/** Holds an article's annotations against its text, and what is said of them against what they are. */
export async function checkArticle(
  database: Database,
  articleId: ArticleId,
  wrongTexts: ReadonlySet<Sha256>,
): Promise<CheckedArticle> {
  const findings: HealthFinding[] = [];
  let findingCount = 0;
  const add = (finding: HealthFinding): void => {
    findingCount += 1;
    if (findings.length < listedFindings) findings.push(finding);
  };
  const misfits = (table: Table, id: string, record: unknown): boolean => {
    const place = findMisfit(table, record);
    if (place !== null) add({ code: 'record-misfits', table, id, articleId, place });
    return place !== null;
  };
  const article = await database.articles.get(articleId);
  // What a damaged one says of its text cannot be relied on.
  const sound = article && !misfits('articles', articleId, article) ? article : undefined;
  const text = sound && (await database.texts.get(sound.textHash))?.text;
  if (sound && text === undefined)
    add({ code: 'text-missing', articleId, textHash: sound.textHash });
  else if (sound && (wrongTexts.has(sound.textHash) || text?.length !== sound.textLength))
    add({ code: 'text-differs', articleId, textHash: sound.textHash });
  const found: Record<AnnotationKind, number> = { enterprise: 0, claim: 0, date: 0 };
  let one: AnnotationId | null = null;
  let misfitting = 0;
  for await (const page of rowPages(database, articleId))
    for (const annotation of page) {
      one ??= annotation.id;
      if (misfits('annotations', annotation.id, annotation)) {
        misfitting += 1;
        continue;
      }
      found[annotation.body.kind] += 1;
      if (text !== undefined)
        for (const finding of findInAnnotation(annotation, text)) add(finding);
    }
  const annotations = found.enterprise + found.claim + found.date + misfitting;
  // The articles of a group that is not whole come with its last part.
  if (!article && one && !(await readStagedGroup(database)))
    add({ code: 'article-missing', articleId, annotationId: one, count: annotations });
  const counts = await database.counts.get(articleId);
  const { enterprise = 0, claim = 0, date = 0 } = counts ?? {};
  const differing = findInCounts(articleId, { enterprise, claim, date }, found);
  // Of which kind a damaged one was counted is not known.
  if (differing && misfitting === 0) add(differing);
  if (counts && !(await areBlocksSound(database, counts, annotations)))
    add({ code: 'blocks-differ', articleId });
  return { isThere: article !== undefined, annotations, findings, findingCount };
}
