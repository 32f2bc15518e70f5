import { annotationDefinition } from '../records/annotation';
import type { Patch } from '../records/patch';
import type { RecordOf } from '../records/records';
import type { Fields } from '../records/shape';
import type { Span } from '../text/span';

const bodies = annotationDefinition.fields.body;

/** What an analyst says of some words of one article. Times are ISO 8601 in UTC with milliseconds. */
export type Annotation = RecordOf<'annotations'>;

/** The part of an annotation that depends on its kind. */
export type AnnotationBody = Annotation['body'];

/** What an annotation says its words are. The lower-case value is also the one exported. */
export type AnnotationKind = AnnotationBody['kind'];

/** Every kind, in the order of their keys `1` `2` `3`. */
export const annotationKinds = Object.keys(bodies.of) as readonly AnnotationKind[];

/** A named enterprise; `name` is what it should go by, which need not be the words tagged. */
export type EnterpriseBody = Extract<AnnotationBody, { kind: 'enterprise' }>;

/** A clause that claims something of an enterprise. */
export type ClaimBody = Extract<AnnotationBody, { kind: 'claim' }>;

/** Words that name a time; `edtf` is its value in the Extended Date/Time Format (ISO 8601-2:2019). */
export type DateBody = Extract<AnnotationBody, { kind: 'date' }>;

/** Fields of a body of one kind that are to be set; undefined takes a field away. */
export type BodyPatch = {
  readonly [Kind in AnnotationKind]: { readonly kind: Kind } & Patch<
    Omit<Extract<AnnotationBody, { kind: Kind }>, 'kind'>
  >;
}[AnnotationKind];

/** How far along the text says the thing claimed is. It is the text's assertion, never the analyst's belief. */
export type ClaimStatus = ClaimBody['status'];

/** Every claim status, in the order in which forms list them. */
export const claimStatuses: readonly ClaimStatus[] = bodies.of.claim.status.values;

/** How a date got its value: typed by a person, or by a named rule whose proposal a person accepted. */
export type DateBasis = NonNullable<DateBody['basis']>;

/** The words annotated and up to 32 UTF-16 units on either side, as in the W3C TextQuoteSelector. */
export type Quote = Annotation['quote'];

/** Who made an annotation, and how. An empty `coder` is one who gave no name. */
export type Provenance = Annotation['provenance'];

/** One or more spans of a text in text order, the first always there, not touching each other. */
export type Fragments = Annotation['fragments'];

/** One end of one fragment, the fragment by its place in `Annotation.fragments`. */
export interface FragmentEnd {
  readonly fragment: number;
  readonly end: 'start' | 'end';
}

/** From the first word of the first fragment to the last word of the last. */
export function extentOf(annotation: Annotation): Span {
  const [first] = annotation.fragments;
  const last = annotation.fragments[annotation.fragments.length - 1] ?? first;
  return { start: first.start, end: last.end };
}

/** What a body of `kind` says before the analyst has said anything. */
export function emptyBody(kind: AnnotationKind): AnnotationBody {
  const fields: Fields = bodies.of[kind];
  const initial = Object.entries(fields).flatMap(([name, shape]) =>
    'initial' in shape ? [[name, shape.initial]] : [],
  );
  return { kind, ...Object.fromEntries(initial) } as AnnotationBody;
}
