import { Dexie } from 'dexie';
import { findMisfit } from '../../codecs/records/find-misfit';
import type { Annotation } from '../../core/annotation/annotation';
import { compareAnnotations } from '../../core/annotation/annotation-index';
import { findInAnnotation } from '../../core/health/annotation-findings';
import { type HealthFinding, listedFindings } from '../../core/health/finding';
import { findInCounts } from '../../core/health/store-findings';
import type { AnnotationId, ArticleId, Sha256 } from '../../core/ids';
import type { Table } from '../../core/records/records';
import { sameValue } from '../../core/same-value';
import { type AnnotationPageRow, rowOfPage } from './annotation-page';
import { addCounts, countsOfPage, nothingCounted } from './article-row';
import { allPages } from './change-annotations';
import type { Database } from './db';
import { recordOfRow } from './record-rows';
import { readStagedGroup } from './staged-group';

/** What was found in one article. */
export interface CheckedArticle {
  /** Whether the article itself is there, and not only its annotations. */
  readonly isThere: boolean;
  readonly annotations: number;
  /** The first `listedFindings` of them. */
  readonly findings: readonly HealthFinding[];
  readonly findingCount: number;
}

/** The ids of all articles, and of those that annotations are of though they are not there, in order. */
export async function* articlesToCheck(database: Database): AsyncGenerator<ArticleId> {
  const { articles, annotationPages } = database;
  let after = '';
  for (;;) {
    const [id] = await articles.where(':id').above(after).limit(1).primaryKeys();
    const [page] = await annotationPages
      .where(':id')
      .above([after, Dexie.maxKey])
      .limit(1)
      .primaryKeys();
    const [first] = [id, page?.[0]].filter((one) => one !== undefined).toSorted();
    if (first === undefined) return;
    yield first;
    after = first;
  }
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
  const row = await database.articles.get(articleId);
  const article = row && recordOfRow('articles', row);
  // What a damaged one says of its text cannot be relied on.
  const sound = article && !misfits('articles', articleId, article) ? article : undefined;
  const text = sound && (await database.texts.get(sound.textHash))?.text;
  if (sound && text === undefined)
    add({ code: 'text-missing', articleId, textHash: sound.textHash });
  else if (sound && (wrongTexts.has(sound.textHash) || text?.length !== sound.textLength))
    add({ code: 'text-differs', articleId, textHash: sound.textHash });
  let one: AnnotationId | null = null;
  let found = nothingCounted;
  let misfitting = 0;
  const { annotationPages } = database;
  const keys = await annotationPages
    .where(':id')
    .between(...allPages(articleId))
    .primaryKeys();
  for (const [index, key] of keys.entries()) {
    const page = await annotationPages.get(key);
    if (!page) continue;
    const fitting: Annotation[] = [];
    for (const annotation of page.annotations) {
      one ??= annotation.id;
      if (misfits('annotations', annotation.id, annotation)) continue;
      fitting.push(annotation);
      if (text !== undefined)
        for (const finding of findInAnnotation(annotation, text)) add(finding);
    }
    misfitting += page.annotations.length - fitting.length;
    found = addCounts(found, countsOfPage(fitting));
    if (fitting.length === page.annotations.length && !isSound(page, keys[index + 1]?.[1]))
      add({ code: 'page-differs', articleId, from: page.from });
  }
  const annotations = found.annotations + misfitting;
  // The articles of a group that is not whole come with its last part.
  if (!article && one && !(await readStagedGroup(database)))
    add({ code: 'article-missing', articleId, annotationId: one, count: annotations });
  // Of which kind a damaged one was counted is not known.
  const differing = row && misfitting === 0 ? findInCounts(articleId, row.counts, found) : null;
  if (differing) add(differing);
  return { isThere: article !== undefined, annotations, findings, findingCount };
}

/** Whether a page is what is made of its annotations, and these start in its stretch, which ends before `end`. */
function isSound(page: AnnotationPageRow, end = Number.POSITIVE_INFINITY): boolean {
  const { articleId, from, annotations } = page;
  const inPlace = annotations.every(
    (one) =>
      one.articleId === articleId && one.fragments[0].start >= from && one.fragments[0].start < end,
  );
  const ordered = annotations.toSorted(compareAnnotations);
  return inPlace && sameValue(rowOfPage({ articleId, from, annotations: ordered }), page);
}
