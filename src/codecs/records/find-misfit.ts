import { z } from 'zod';
import { recordDefinitions, type Table, tables } from '../../core/records/records';
import { object } from '../../core/records/shape';
import { placeOf } from '../exchange/fault';
import { type Leaves, storedLeaves } from './leaves';
import { schemaOf } from './schema-of';

/** Whether spans are sound is told when they are held against their text. */
const leaves: Leaves = {
  ...storedLeaves,
  fragments: () => z.array(z.strictObject({ start: z.number(), end: z.number() })).min(1),
};

const schemas = new Map(
  tables.map((table) => [table, schemaOf(object(recordDefinitions[table].fields), leaves)]),
);

/**
 * Where a value is not what a record of the table may be: a JSON pointer (RFC 6901) to the first place, empty for the value
 * as a whole. Null when it is one.
 */
export function findMisfit(table: Table, value: unknown): string | null {
  const parsed = schemas.get(table)?.safeParse(value);
  if (!parsed || parsed.success) return null;
  const path = parsed.error.issues[0]?.path ?? [];
  return placeOf('', ...path.map((key) => (typeof key === 'symbol' ? '' : key)));
}
