import { z } from 'zod';
import { annotationKinds } from '../../core/annotation/annotation';
import type { ChangeEntry, ChangeLabel, RecordChange } from '../../core/change';
import type { GroupId } from '../../core/ids';
import { workStatuses } from '../../core/work-status';
import {
  annotationRecord,
  articleRecord,
  countSchema,
  idSchema,
  timeSchema,
} from './record-schema';

const kind = z.enum(annotationKinds);
const ofOne = { kind, exact: z.string() };
const count = countSchema;
const title = z.string();

/** What was done. */
export const labelSchema: z.ZodType<ChangeLabel> = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('open-articles'), count, title }),
  z.strictObject({ code: z.literal('remove-article'), title }),
  z.strictObject({ code: z.literal('edit-article'), title }),
  z.strictObject({ code: z.literal('annotate'), ...ofOne }),
  z.strictObject({ code: z.literal('delete-annotation'), ...ofOne }),
  z.strictObject({ code: z.literal('change-kind'), ...ofOne }),
  z.strictObject({ code: z.literal('edit-annotation'), ...ofOne }),
  z.strictObject({ code: z.literal('move-ends'), ...ofOne }),
  z.strictObject({ code: z.literal('add-fragment'), ...ofOne }),
  z.strictObject({ code: z.literal('remove-fragment'), ...ofOne }),
  z.strictObject({ code: z.enum(['annotate-all', 'delete-all']), ...ofOne, count }),
  z.strictObject({ code: z.literal('delete-annotations'), count }),
  z.strictObject({ code: z.literal('change-kinds'), kind, count }),
  z.strictObject({ code: z.literal('name-enterprises'), name: z.string(), count }),
  z.strictObject({
    code: z.literal('set-work-status'),
    status: z.enum(workStatuses).nullable(),
    title,
  }),
  z.strictObject({ code: z.literal('edit-article-note'), title }),
  z.strictObject({ code: z.literal('import'), count, articles: count, fileName: z.string() }),
]);

const recordChange: z.ZodType<RecordChange> = z
  .discriminatedUnion('table', [
    z.strictObject({
      table: z.literal('articles'),
      id: articleRecord.shape.id,
      before: articleRecord.nullable(),
      after: articleRecord.nullable(),
    }),
    z.strictObject({
      table: z.literal('annotations'),
      id: annotationRecord.shape.id,
      before: annotationRecord.nullable(),
      after: annotationRecord.nullable(),
    }),
  ])
  .refine(
    ({ id, before, after }) =>
      (before ?? after) !== null && (before?.id ?? id) === id && (after?.id ?? id) === id,
  );

/** The id of a group. */
export const groupIdSchema: z.ZodType<GroupId> = idSchema('grp');

/** One entry of the log, and nothing else. */
export const entrySchema: z.ZodType<ChangeEntry> = z
  .strictObject({
    seq: z.int().min(1),
    groupId: groupIdSchema,
    act: z.enum(['do', 'undo', 'redo']),
    of: groupIdSchema.exactOptional(),
    previous: groupIdSchema.exactOptional(),
    isPart: z.literal(true).exactOptional(),
    at: timeSchema,
    coder: z.string(),
    change: z.strictObject({ label: labelSchema, records: z.array(recordChange) }),
  })
  .refine(({ act, of }) => (act === 'do') === (of === undefined));
