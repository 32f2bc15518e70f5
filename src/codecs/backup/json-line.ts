import type { z } from 'zod';
import { err, ok, type Result } from '../../core/result';
import { placeOf } from '../exchange/fault';
import type { BackupFault } from './backup-fault';

/** The value that a line of JSON holds. */
export function parseLine(text: string, line: number): Result<unknown, BackupFault> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SyntaxError) return err({ code: 'malformed', line, place: '' });
    throw error;
  }
}

/** `value`, which stands at `at` in the line, as `schema` has it, or where it is not. */
export function checkLine<T>(
  schema: z.ZodType<T>,
  value: unknown,
  line: number,
  at = '',
): Result<T, BackupFault> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const path = parsed.error.issues[0]?.path ?? [];
  const place = placeOf(at, ...path.map((key) => (typeof key === 'symbol' ? '' : key)));
  return err({ code: 'wrong-value', line, place });
}
