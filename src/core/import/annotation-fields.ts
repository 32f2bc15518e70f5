import type { Annotation } from '../annotation/annotation';
import { type ComparedField, differingFields } from './compare-records';

/**
 * How annotations are compared. What does not count: which record it is, the quote, which follows from the fragments and
 * the text, and the two times. Where nothing but times differs, the record that is here stays as it is, times included;
 * where something is decided for the file's, its times come with it.
 */
const comparison = {
  uncounted: ['id', 'articleId', 'quote', 'createdAt', 'updatedAt'],
  parts: ['body', 'provenance'],
} as const;

/** A field in which two annotations can differ. */
export type AnnotationField = ComparedField<
  Annotation,
  (typeof comparison.uncounted)[number],
  'body' | 'provenance'
>;

/** The fields in which two annotations differ, in the order of an export. */
export function differingAnnotationFields(
  a: Annotation,
  b: Annotation,
): readonly AnnotationField[] {
  return differingFields(a, b, comparison);
}
