import { annotationDefinition } from '../../core/records/annotation';
import { articleDefinition } from '../../core/records/article';
import {
  about,
  anything,
  constant,
  count,
  list,
  object,
  optional,
  text,
  time,
  type ValueOf,
  variants,
} from '../../core/records/shape';
import { exportFormat, exportVersion } from './format';

const {
  id,
  articleId: _articleId,
  fragments: _fragments,
  body,
  quote,
  ...rest
} = annotationDefinition.fields;

/** One span of an annotation. */
export const spanShape = about(object({ start: count, end: count }), '[start, end), never empty');

const spans = about(
  list(spanShape, 1),
  'In UTF-16 code units of the article text, in text order, not touching each other',
);
const codePointSpans = about(list(spanShape, 1), 'The same spans in Unicode code points');

const place = { id, spans, codePointSpans, quote } as const;

type Bodies = typeof body.of;

/** The fields of annotations by their kind: those of the body stand beside those of the annotation. */
type FieldsByKind = {
  readonly [Kind in keyof Bodies]: typeof place & Bodies[Kind] & typeof rest;
};

function besideBody(annotation: object): FieldsByKind {
  const kinds = Object.entries(body.of).map(([kind, own]) => [
    kind,
    { ...annotation, ...own, ...rest },
  ]);
  return Object.fromEntries(kinds) as FieldsByKind;
}

/** One annotation of an export. */
export const annotationShape = variants(body.by, besideBody(place));

/** The same with its spans looked at elsewhere. */
export const annotationFieldsShape = variants(
  body.by,
  besideBody({ ...place, spans: list(anything, 1), codePointSpans: list(anything, 1) }),
);

/** Version 1 does not have the extractor: it is to be exported as soon as `exportVersion` rises. */
const { extractor: _extractor, ...source } = articleDefinition.fields.source.fields;

/** What an export says of an article beside its text and its annotations. */
export const articleFactsShape = object({
  ...articleDefinition.fields,
  source: object(source),
  textLength: object({ utf16: count, codePoints: count }),
});

const storedText = about(text, 'The text as stored: never cleaned; every offset counts in it');

/** One article of an export, with its text and annotations. */
export const articleShape = object({
  ...articleFactsShape.fields,
  text: storedText,
  annotations: list(annotationShape),
});

/** The same with its annotations looked at elsewhere. */
export const articleFieldsShape = object({
  ...articleFactsShape.fields,
  text: storedText,
  annotations: list(anything),
});

const envelope = {
  $schema: optional(text),
  format: constant(exportFormat),
  version: constant(exportVersion),
  exportedAt: time,
  generator: object({ name: constant('Dateline'), version: text }),
  offsetUnit: constant('utf-16'),
} as const;

/** A whole export. */
export const exportShape = object({ ...envelope, articles: list(articleShape) });

/** The same with its articles looked at elsewhere. */
export const envelopeShape = object({ ...envelope, articles: list(anything) });

/** An export as a reader has it once parsed. */
export type ExchangeFile = ValueOf<typeof exportShape>;
/** One annotation as an export has it. */
export type ExchangeAnnotation = ValueOf<typeof annotationShape>;
/** One article as an export has it. */
export type ExchangeArticle = ValueOf<typeof articleShape>;

/** A field of a body that is called like one of the annotation would be lost beside it. */
type Doubled = {
  [Kind in keyof Bodies]: Extract<keyof Bodies[Kind], keyof typeof place | keyof typeof rest>;
}[keyof Bodies];
const isDoubled: [Doubled] extends [never] ? false : Doubled = false;
void isDoubled;
