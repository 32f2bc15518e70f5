import { z } from 'zod';
import { annotationKinds, claimStatuses } from '../../core/annotation/annotation';
import { workStatuses } from '../../core/work-status';
import { exportFormat, exportVersion } from './format';

// The page's content security policy forbids code made from strings, which zod would otherwise try.
z.config({ jitless: true });

/** JSON can say -0, which is 0 but does not compare as the same value everywhere. */
const offset = z
  .int()
  .min(0)
  .overwrite((value) => value + 0);
const time = z.iso.datetime({ precision: 3 }).describe('ISO 8601 in UTC with milliseconds');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One span of an annotation. */
export const spanSchema = z
  .strictObject({ start: offset, end: offset })
  .describe('[start, end), never empty');

const common = {
  id: z.string().regex(/^ann_.+$/),
  spans: z
    .array(spanSchema)
    .min(1)
    .describe('In UTF-16 code units of the article text, in text order, not touching each other'),
  codePointSpans: z.array(spanSchema).min(1).describe('The same spans in Unicode code points'),
  quote: z.strictObject({
    exact: z.string().min(1).describe('The words of the spans, several joined by " … "'),
    prefix: z.string().describe('Up to 32 UTF-16 units before the first span'),
    suffix: z.string().describe('Up to 32 UTF-16 units after the last span'),
  }),
};

const tail = {
  provenance: z.strictObject({
    coder: z.string(),
    origin: z.enum(['hand', 'suggestion', 'import']),
    rule: z.string().optional(),
  }),
  createdAt: time,
  updatedAt: time,
  note: z.string().optional(),
};

const dateBasis = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('hand') }),
  z.strictObject({ by: z.literal('rule'), rule: z.string() }),
]);

const [enterprise, claim, date] = annotationKinds;

/** One annotation of an export; the fields of its body stand beside its `kind`. */
export const annotationSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal(enterprise),
    name: z.string().optional().describe('What the enterprise should go by'),
    ...tail,
  }),
  z.strictObject({
    ...common,
    kind: z.literal(claim),
    status: z.enum(claimStatuses).describe('What the text asserts, not what anyone believes'),
    ...tail,
  }),
  z.strictObject({
    ...common,
    kind: z.literal(date),
    edtf: z.string().optional().describe('ISO 8601-2:2019 level 1, and X inside month or day'),
    basis: dateBasis.optional(),
    ...tail,
  }),
]);

/** One article of an export, with its text and annotations. */
export const articleSchema = z.strictObject({
  id: z.string().regex(/^art_.+$/),
  title: z.string(),
  outlet: z.string().optional(),
  language: z.string().optional().describe('BCP 47'),
  published: z
    .strictObject({
      date: z.iso.date(),
      basis: z.enum(['header', 'dateline', 'file', 'user']),
    })
    .optional(),
  url: z.string().optional(),
  source: z.strictObject({
    fileName: z.string(),
    mediaType: z.enum(['text/plain', 'text/markdown', 'text/html']),
    encoding: z.string().describe('WHATWG encoding name in lower case'),
    byteLength: offset,
    sha256: sha256.describe('SHA-256 of the bytes of the file'),
  }),
  textHash: sha256.describe('SHA-256 of the UTF-8 of text'),
  textLength: z.strictObject({ utf16: offset, codePoints: offset }),
  importedAt: time,
  status: z
    .enum(workStatuses)
    .optional()
    .describe('How far the analyst has got, where a person said so'),
  note: z.string().optional().describe('What the analyst notes on the article as a whole'),
  text: z.string().describe('The text as stored: never cleaned; every offset counts in it'),
  annotations: z.array(annotationSchema),
});

/** A whole export. */
export const exportSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(exportFormat),
  version: z.literal(exportVersion),
  exportedAt: time,
  generator: z.strictObject({ name: z.literal('Dateline'), version: z.string() }),
  offsetUnit: z.literal('utf-16'),
  articles: z.array(articleSchema),
});

/** One annotation as an export has it. */
export type ExchangeAnnotation = z.infer<typeof annotationSchema>;
/** One article as an export has it. */
export type ExchangeArticle = z.infer<typeof articleSchema>;
/** An export as a reader has it once parsed. */
export type ExchangeFile = z.infer<typeof exportSchema>;

/** The published JSON Schema (draft 2020-12) as the text of `resources/schema/dateline-1.schema.json`. */
export function formatJsonSchema(): string {
  const generated = z.toJSONSchema(exportSchema, { target: 'draft-2020-12' });
  const { $schema, ...rest } = generated;
  const schema = {
    $schema,
    $id: 'dateline-1.schema.json',
    title: 'Dateline export, version 1',
    ...rest,
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
