import type { z } from 'zod';
import type { ChangeEntry, RecordChange } from '../../core/change';
import { entryShape } from '../../core/records/entry';
import { schemaOf } from '../records/schema-of';

/** One entry of the log, and nothing else. */
export const entrySchema: z.ZodType<ChangeEntry> = schemaOf(entryShape)
  .refine(({ act, of }) => (act === 'do') === (of === undefined))
  .check(({ value, issues }) => {
    for (const [index, record] of value.change.records.entries())
      if (!isSound(record))
        issues.push({
          code: 'custom',
          input: record,
          path: ['change', 'records', index],
        });
  });

/** Whether there is a record before or after, and both are the one that is named. */
function isSound({ id, before, after }: RecordChange): boolean {
  const sides = [before, after].filter((side) => side !== null);
  return sides.length > 0 && sides.every((side) => side.id === id);
}
