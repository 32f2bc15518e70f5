import { Dexie, type Transaction } from 'dexie';
import type { Annotation } from '../../core/annotation/annotation';
import { compareAnnotations } from '../../core/annotation/annotation-index';
import type { Article } from '../../core/article';
import type { ArticleCounts } from '../../core/health/finding';
import type { ArticleId } from '../../core/ids';
import { cutPage, rowOfPage } from './annotation-page';
import { type ArticleRow, countsOfPage, nothingCounted } from './article-row';
import { allPages } from './change-annotations';

/**
 * Version 5: articles with their counts, by hash of their file; texts by hash; annotations in pages, by place, id, name and
 * words; the log of changes; small state. Versions 1 to 4 had a row for each annotation, by place, counts of their own, and
 * later copies of both that were read faster.
 */
export function declareSchema(database: Dexie): void {
  database
    .version(5)
    .stores({
      articles: 'id, source.sha256',
      texts: 'hash',
      annotationPages: '[articleId+from], &*ids, *names, *words',
      changes: 'seq, groupId',
      state: 'key',
      annotations: null,
      counts: null,
      blocks: null,
      libraryPages: null,
    })
    .upgrade(makePages);
}

/** An annotation as versions 1 to 4 stored it: with the ends of its extent, and perhaps its words as an enterprise. */
interface FormerRow extends Annotation {
  readonly start: number;
  readonly end: number;
  readonly enterpriseWords?: string;
}

/**
 * Puts the annotations of every article into pages, and counts them. Runs in the transaction of the upgrade: a store that
 * could not be upgraded to the end stays as it was.
 */
async function makePages(transaction: Transaction): Promise<void> {
  const former = transaction.table<FormerRow>('annotations');
  const counts = new Map<ArticleId, ArticleCounts>();
  for (let next = await former.orderBy(place).first(); next; ) {
    const { articleId } = next;
    const rows = await former
      .where(place)
      .between(...allPages(articleId))
      .toArray();
    const annotations = rows.map(annotationOf).toSorted(compareAnnotations);
    const pages = cutPage({ articleId, from: 0, annotations });
    await transaction.table('annotationPages').bulkAdd(pages.map(rowOfPage));
    counts.set(articleId, countsOfPage(annotations));
    next = await former.where(place).above([articleId, Dexie.maxKey]).first();
  }
  await transaction
    .table<Article | ArticleRow>('articles')
    .toCollection()
    .modify((article, held) => {
      held.value = { ...article, counts: counts.get(article.id) ?? nothingCounted };
    });
}

const place = '[articleId+start]';

function annotationOf({
  start: _start,
  end: _end,
  enterpriseWords: _enterpriseWords,
  ...annotation
}: FormerRow): Annotation {
  return annotation;
}
