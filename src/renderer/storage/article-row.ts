import type { Annotation } from '../../core/annotation/annotation';
import { countMentions } from '../../core/annotation/mention';
import type { Article } from '../../core/article';
import { type ArticleCounts, noCounts } from '../../core/health/finding';

/** Those of an article without annotations. */
export const nothingCounted: ArticleCounts = { ...noCounts, annotations: 0 };

/** An article as stored: with what every act that changes its annotations counts. */
export interface ArticleRow extends Article {
  readonly counts: ArticleCounts;
}

/** What one page adds to the counts of its article. */
export function countsOfPage(inReadingOrder: readonly Annotation[]): ArticleCounts {
  return { ...countMentions(inReadingOrder), annotations: inReadingOrder.length };
}

/** Counts with others added, or for -1 taken away. */
export function addCounts(
  { enterprise, claim, date, annotations }: ArticleCounts,
  more: ArticleCounts,
  sign: 1 | -1 = 1,
): ArticleCounts {
  return {
    enterprise: enterprise + sign * more.enterprise,
    claim: claim + sign * more.claim,
    date: date + sign * more.date,
    annotations: annotations + sign * more.annotations,
  };
}
