import { z } from 'zod';
import type { LineageId } from '../../core/ids';
import type { SnapshotBatch, SnapshotHead, SnapshotTail, StateFact } from '../../core/snapshot';
import { entrySchema, groupIdSchema, labelSchema } from './entry-schema';
import {
  annotationRecord,
  articleRecord,
  countSchema,
  idSchema,
  timeSchema,
} from './record-schema';
import { snapshotFormat, snapshotVersion } from './snapshot-format';

const lineage: z.ZodType<LineageId> = idSchema('lin');

/** The first line. */
export const headSchema: z.ZodType<SnapshotHead & { format: string; formatVersion: number }> =
  z.strictObject({
    format: z.literal(snapshotFormat),
    formatVersion: z.literal(snapshotVersion),
    program: z.string(),
    lineage,
    from: countSchema,
    at: timeSchema,
  });

/** The last line. */
export const endSchema: z.ZodType<{ readonly end: SnapshotTail }> = z.strictObject({
  end: z.strictObject({
    to: countSchema,
    articles: countSchema,
    annotations: countSchema,
    entries: countSchema,
  }),
});

const step = z.strictObject({
  groupId: groupIdSchema,
  label: labelSchema,
  previous: groupIdSchema.exactOptional(),
});

/** Of what the store itself keeps as state, the shape is known; the rest is plain values that only its owner reads. */
const stateValues: Readonly<Record<string, z.ZodType>> = {
  'undo-stack': z.strictObject({ undo: step.nullable(), redo: z.array(step) }),
  'staged-group': z.strictObject({
    groupId: groupIdSchema,
    seqs: z.array(z.int().min(1)).min(1),
  }),
};

const stateFact: z.ZodType<StateFact> = z
  .strictObject({ key: z.string().min(1), value: z.unknown() })
  .refine(({ value }) => isPlain(value))
  .refine(({ key, value }) => {
    const schema = Object.hasOwn(stateValues, key) ? stateValues[key] : undefined;
    return schema?.safeParse(value).success ?? true;
  });

/** A line of rows of each kind, as the batch that it holds. */
export const batchSchemas: Readonly<Record<SnapshotBatch['kind'], z.ZodType<SnapshotBatch>>> = {
  articles: z
    .strictObject({ articles: z.array(articleRecord) })
    .transform(({ articles }) => ({ kind: 'articles', rows: articles })),
  annotations: z
    .strictObject({ annotations: z.array(annotationRecord) })
    .transform(({ annotations }) => ({ kind: 'annotations', rows: annotations })),
  entries: z
    .strictObject({ entries: z.array(entrySchema) })
    .transform(({ entries }) => ({ kind: 'entries', rows: entries })),
  state: z
    .strictObject({ state: z.array(stateFact) })
    .transform(({ state }) => ({ kind: 'state', rows: state })),
};

/** Whether no key of it means something else to the language than to this program. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return !Object.hasOwn(value, '__proto__') && Object.values(value).every(isPlain);
}
