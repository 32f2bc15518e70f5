import { type HealthCode, healthCodes } from '../../../core/health/finding';
import type { AnnotationId, ArticleId } from '../../../core/ids';

/** One fault, with what a person knows the place by. */
export interface ShownFinding {
  readonly code: HealthCode;
  readonly articleId?: ArticleId;
  readonly annotationId?: AnnotationId;
  /** Of the article, where it is there. */
  readonly articleTitle?: string;
  /** The words that were tagged. */
  readonly words?: string;
  /** How many records it stands for; one when absent. */
  readonly count?: number;
}

/** How far a check of the project is. */
export type HealthState =
  | {
      readonly kind: 'checking';
      /** Articles checked, of how many; 0 of 0 while that is not known. */
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'sound'; readonly articles: number; readonly annotations: number }
  | {
      readonly kind: 'faulty';
      /** At most the first thousand or so. */
      readonly findings: readonly ShownFinding[];
      /** All of them. */
      readonly count: number;
    }
  /** It could not be finished; `detail` holds the system's words, or nothing. */
  | { readonly kind: 'stopped'; readonly detail: string };

/** Whether there is an annotation in an article that can be shown. */
export function canBeShown({ code, articleId, annotationId }: ShownFinding): boolean {
  return annotationId !== undefined && articleId !== undefined && code !== 'article-missing';
}

/** How many records the findings of each code stand for, in the order of `healthCodes`, without those that have none. */
export function countByCode(
  findings: readonly ShownFinding[],
): readonly (readonly [HealthCode, number])[] {
  const counts = new Map<HealthCode, number>();
  for (const { code, count = 1 } of findings) counts.set(code, (counts.get(code) ?? 0) + count);
  return healthCodes.flatMap((code) => {
    const count = counts.get(code);
    return count === undefined ? [] : [[code, count] as const];
  });
}
