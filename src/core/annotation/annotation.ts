import type { AnnotationId, ArticleId } from '../ids';
import type { Span } from '../text/span';

/** What an annotation says its words are. The lower-case value is also the one exported. */
export type AnnotationKind = 'enterprise' | 'claim' | 'date';

/** Every kind, in the order of their keys `1` `2` `3`. */
export const annotationKinds = [
  'enterprise',
  'claim',
  'date',
] as const satisfies readonly AnnotationKind[];

/** How far along the text says the thing claimed is. It is the text's assertion, never the analyst's belief. */
export type ClaimStatus = 'planned' | 'in-progress' | 'completed' | 'asserted' | 'unknown';

/** Every claim status, in the order in which forms list them. */
export const claimStatuses = [
  'planned',
  'in-progress',
  'completed',
  'asserted',
  'unknown',
] as const satisfies readonly ClaimStatus[];

/** A named enterprise; `name` is what it should go by, which need not be the words tagged. */
export interface EnterpriseBody {
  readonly kind: 'enterprise';
  readonly name?: string;
}

/** A clause that claims something of an enterprise. */
export interface ClaimBody {
  readonly kind: 'claim';
  readonly status: ClaimStatus;
}

/** How a date got its value: typed by a person, or by a named rule whose proposal a person accepted. */
export type DateBasis = { readonly by: 'hand' } | { readonly by: 'rule'; readonly rule: string };

/** Words that name a time; `edtf` is its value in the Extended Date/Time Format (ISO 8601-2:2019). */
export interface DateBody {
  readonly kind: 'date';
  readonly edtf?: string;
  readonly basis?: DateBasis;
}

export type AnnotationBody = EnterpriseBody | ClaimBody | DateBody;

/** The words annotated and up to 32 UTF-16 units on either side, as in the W3C TextQuoteSelector. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Who made an annotation, and how. An empty `coder` is one who gave no name. */
export interface Provenance {
  readonly coder: string;
  readonly origin: 'hand' | 'suggestion' | 'import';
  /** Which rule suggested it, when one did. */
  readonly rule?: string;
}

/** One or more spans of a text in text order, the first always there. */
export type Fragments = readonly [Span, ...Span[]];

/** One end of one fragment, the fragment by its place in `Annotation.fragments`. */
export interface FragmentEnd {
  readonly fragment: number;
  readonly end: 'start' | 'end';
}

/** What an analyst says of some words of one article. Times are ISO 8601 in UTC with milliseconds. */
export interface Annotation {
  readonly id: AnnotationId;
  readonly articleId: ArticleId;
  /** In text order, not touching each other; nearly always one. */
  readonly fragments: Fragments;
  /** The words of the fragments, joined by ` … ` when there are several. */
  readonly quote: Quote;
  readonly body: AnnotationBody;
  readonly provenance: Provenance;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly note?: string;
}

/** From the first word of the first fragment to the last word of the last. */
export function extentOf(annotation: Annotation): Span {
  const [first] = annotation.fragments;
  const last = annotation.fragments[annotation.fragments.length - 1] ?? first;
  return { start: first.start, end: last.end };
}

/** What a body of `kind` says before the analyst has said anything. */
export function emptyBody(kind: AnnotationKind): AnnotationBody {
  return kind === 'claim' ? { kind, status: 'unknown' } : { kind };
}
