import type { AnnotationKind } from '../annotation/annotation';
import type { AnnotationId, ArticleId, GroupId, Sha256 } from '../ids';
import type { Table } from '../records/records';

/** Where in the store something is wrong. */
interface OfAnnotation {
  readonly articleId: ArticleId;
  readonly annotationId: AnnotationId;
}

/** How many mentions of each kind: what several coders say of the same words is counted once. */
export type KindCounts = Readonly<Record<AnnotationKind, number>>;

/** Those of an article without annotations. */
export const noCounts: KindCounts = { enterprise: 0, claim: 0, date: 0 };

/** What is counted of one article: mentions of each kind, and annotations. */
export type ArticleCounts = KindCounts & { readonly annotations: number };

/** Something in a store that does not hold together. Nothing is changed by finding it. */
export type HealthFinding =
  /** A record that holds something else than its definition says. `place` is a JSON pointer to the first such field. */
  | {
      readonly code: 'record-misfits';
      readonly table: Table;
      readonly id: string;
      /** Of the article that it is or belongs to, where it says so. */
      readonly articleId: ArticleId;
      readonly place: string;
    }
  /** A fragment that is no stretch of its text: beyond its end, empty, or not of whole numbers. */
  | (OfAnnotation & {
      readonly code: 'span-outside-text';
      /** Which fragment, from 0. */
      readonly fragment: number;
      readonly start: number;
      readonly end: number;
      readonly textLength: number;
    })
  /** A fragment with an end within a surrogate pair. */
  | (OfAnnotation & {
      readonly code: 'span-splits-pair';
      readonly fragment: number;
      readonly start: number;
      readonly end: number;
    })
  /** A fragment that does not come clearly after the one before it. */
  | (OfAnnotation & { readonly code: 'fragments-out-of-order'; readonly fragment: number })
  /** The quote says other words than the text has there. */
  | (OfAnnotation & {
      readonly code: 'quote-differs';
      readonly part: 'exact' | 'prefix' | 'suffix';
      readonly said: string;
      readonly found: string;
    })
  /** Annotations of an article that is not there. */
  | {
      readonly code: 'article-missing';
      readonly articleId: ArticleId;
      /** One of them. */
      readonly annotationId: AnnotationId;
      readonly count: number;
    }
  /** An article whose text is not there. */
  | { readonly code: 'text-missing'; readonly articleId: ArticleId; readonly textHash: Sha256 }
  /** An article whose text is not the one that its hash names, or not so long as it says. */
  | { readonly code: 'text-differs'; readonly articleId: ArticleId; readonly textHash: Sha256 }
  /** The counts of an article are not those of its annotations. */
  | {
      readonly code: 'counts-differ';
      readonly articleId: ArticleId;
      readonly said: KindCounts;
      readonly found: KindCounts;
    }
  /** The annotations that are stored together from one place of the text on are out of order, or not found as they should be. */
  | { readonly code: 'page-differs'; readonly articleId: ArticleId; readonly from: number }
  /** Entries of the log are missing between `after` and `next`. */
  | { readonly code: 'log-gap'; readonly after: number; readonly next: number }
  /** A step that could be undone or redone is not in the log. */
  | { readonly code: 'undo-head-missing'; readonly groupId: GroupId };

/** What can be wrong. */
export type HealthCode = HealthFinding['code'];

/** Every code, in the order in which lists group them. */
export const healthCodes = [
  'record-misfits',
  'article-missing',
  'text-missing',
  'text-differs',
  'span-outside-text',
  'span-splits-pair',
  'fragments-out-of-order',
  'quote-differs',
  'counts-differ',
  'page-differs',
  'log-gap',
  'undo-head-missing',
] as const satisfies readonly HealthCode[];

/** How much has been checked, of how much: articles and texts together. */
export interface HealthProgress {
  readonly done: number;
  readonly total: number;
}

/** The most findings that a report lists. */
export const listedFindings = 1_000;

/** What a check of a whole store has found. */
export interface HealthReport {
  /** The first `listedFindings` of them. */
  readonly findings: readonly HealthFinding[];
  readonly findingCount: number;
  /** How many articles and annotations were checked. */
  readonly articles: number;
  readonly annotations: number;
}
