import { z } from 'zod';
import {
  type Annotation,
  type AnnotationBody,
  annotationKinds,
  claimStatuses,
  type Fragments,
} from '../../core/annotation/annotation';
import type { Article } from '../../core/article';
import { type AnnotationId, type ArticleId, type Id, isSha256, type Sha256 } from '../../core/ids';
import type { Span } from '../../core/text/span';
import { workStatuses } from '../../core/work-status';

// The page's content security policy forbids code made from strings, which zod would otherwise try.
z.config({ jitless: true });

/** An id of `prefix`. */
export function idSchema<Prefix extends string>(prefix: Prefix): z.ZodType<Id<Prefix>> {
  const begin = `${prefix}_`;
  return z.custom<Id<Prefix>>(
    (value) => typeof value === 'string' && value.startsWith(begin) && value.length > begin.length,
  );
}

/** A whole number from 0, such as an offset or a count. */
export const countSchema = z.int().min(0);

/** What is written of times. The form is not held against the calendar: nothing depends on it, and nothing may be lost over it. */
export const timeSchema = z.string();

const articleId: z.ZodType<ArticleId> = idSchema('art');
const annotationId: z.ZodType<AnnotationId> = idSchema('ann');
const sha256 = z.custom<Sha256>((value) => typeof value === 'string' && isSha256(value));

/** One article as it is stored, and nothing else. */
export const articleRecord = z.strictObject({
  id: articleId,
  title: z.string(),
  outlet: z.string().exactOptional(),
  language: z.string().exactOptional(),
  published: z
    .strictObject({
      date: z.string(),
      basis: z.enum(['header', 'dateline', 'file', 'user']),
    })
    .exactOptional(),
  url: z.string().exactOptional(),
  source: z.strictObject({
    fileName: z.string(),
    mediaType: z.enum(['text/plain', 'text/markdown', 'text/html']),
    encoding: z.string(),
    byteLength: countSchema,
    sha256,
  }),
  textHash: sha256,
  textLength: countSchema,
  importedAt: timeSchema,
  status: z.enum(workStatuses).exactOptional(),
  note: z.string().exactOptional(),
}) satisfies z.ZodType<Article>;

const span: z.ZodType<Span> = z
  .strictObject({ start: countSchema, end: countSchema })
  .refine(({ start, end }) => start < end);

const fragments: z.ZodType<Fragments> = z
  .tuple([span], span)
  .refine((spans) => spans.every(({ start }, index) => start > (spans[index - 1]?.end ?? -1)));

const [enterprise, claim, date] = annotationKinds;

const body: z.ZodType<AnnotationBody> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal(enterprise), name: z.string().exactOptional() }),
  z.strictObject({ kind: z.literal(claim), status: z.enum(claimStatuses) }),
  z.strictObject({
    kind: z.literal(date),
    edtf: z.string().exactOptional(),
    basis: z
      .discriminatedUnion('by', [
        z.strictObject({ by: z.literal('hand') }),
        z.strictObject({ by: z.literal('rule'), rule: z.string() }),
      ])
      .exactOptional(),
  }),
]);

/** One annotation as it is stored, and nothing else. Whether its spans lie in the text is not known here. */
export const annotationRecord = z.strictObject({
  id: annotationId,
  articleId,
  fragments,
  quote: z.strictObject({ exact: z.string(), prefix: z.string(), suffix: z.string() }),
  body,
  provenance: z.strictObject({
    coder: z.string(),
    origin: z.enum(['hand', 'suggestion', 'import']),
    rule: z.string().exactOptional(),
  }),
  createdAt: timeSchema,
  updatedAt: timeSchema,
  note: z.string().exactOptional(),
}) satisfies z.ZodType<Annotation>;
