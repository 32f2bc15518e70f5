import { z } from 'zod';
import {
  snapshotHeadShape,
  snapshotTailShape,
  stagedGroupShape,
  undoStackShape,
} from '../../core/records/entry';
import { recordDefinitions, tables } from '../../core/records/records';
import { constant, object } from '../../core/records/shape';
import type { SnapshotBatch, SnapshotHead, SnapshotTail, StateFact } from '../../core/snapshot';
import { schemaOf } from '../records/schema-of';
import { entrySchema } from './entry-schema';
import { snapshotFormat, snapshotVersion } from './snapshot-format';

/** The first line. */
export const headSchema: z.ZodType<SnapshotHead & { format: string; formatVersion: number }> =
  schemaOf(
    object({
      format: constant(snapshotFormat),
      formatVersion: constant(snapshotVersion),
      ...snapshotHeadShape.fields,
    }),
  );

/** The last line. */
export const endSchema: z.ZodType<{ readonly end: SnapshotTail }> = z.strictObject({
  end: schemaOf(snapshotTailShape),
});

/** Of what the store itself keeps as state, the shape is known; the rest is plain values that only its owner reads. */
const stateSchemas: Readonly<Record<string, z.ZodType>> = {
  'undo-stack': schemaOf(undoStackShape),
  'staged-group': schemaOf(stagedGroupShape),
};

const stateFact: z.ZodType<StateFact> = z
  .strictObject({ key: z.string().min(1), value: z.unknown() })
  .refine(({ value }) => isPlain(value))
  .refine(({ key, value }) => {
    const schema = Object.hasOwn(stateSchemas, key) ? stateSchemas[key] : undefined;
    return schema?.safeParse(value).success ?? true;
  });

/** What checks the rows of each kind of batch. */
export const rowSchemas = {
  ...Object.fromEntries(
    tables.map((table) => [table, z.array(schemaOf(object(recordDefinitions[table].fields)))]),
  ),
  entries: z.array(entrySchema),
  state: z.array(stateFact),
} as unknown as Readonly<Record<SnapshotBatch['kind'], z.ZodType<SnapshotBatch['rows']>>>;

/** Whether no key of it means something else to the language than to this program. */
function isPlain(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return !Object.hasOwn(value, '__proto__') && Object.values(value).every(isPlain);
}
