import { z } from 'zod';
import type { TextShape } from '../../core/records/shape';

// The page's content security policy forbids code made from strings, which zod would otherwise try as soon as the first
// schema is made: this stands before all of them.
z.config({ jitless: true });

/** What is asked of the values that hold no others. */
export interface Leaves {
  readonly text: (form: TextShape['form']) => z.ZodType;
  readonly whole: (min: number) => z.ZodType;
  readonly id: (prefix: string) => z.ZodType;
  readonly sha256: () => z.ZodType;
  readonly fragments: () => z.ZodType;
  /** The same, where the field may be absent. */
  readonly optional: (schema: z.ZodType) => z.ZodType;
}

const sha256Pattern = /^[0-9a-f]{64}$/;

const span = z
  .strictObject({ start: z.int().min(0), end: z.int().min(0) })
  .refine(({ start, end }) => start < end);

/**
 * What a store and its backups ask. The forms of texts are not held against anything: nothing depends on them, and
 * nothing may be lost over them. Whether fragments lie in their text is not known here.
 */
export const storedLeaves: Leaves = {
  text: () => z.string(),
  whole: (min) => z.int().min(min),
  id: (prefix) =>
    z.custom<string>(
      (value) =>
        typeof value === 'string' &&
        value.startsWith(`${prefix}_`) &&
        value.length > prefix.length + 1,
    ),
  sha256: () => z.custom<string>((value) => typeof value === 'string' && sha256Pattern.test(value)),
  fragments: () =>
    z
      .tuple([span], span)
      .refine((spans) => spans.every(({ start }, index) => start > (spans[index - 1]?.end ?? -1))),
  optional: (schema) => z.exactOptional(schema),
};

const forms = {
  filled: () => z.string().min(1),
  day: () => z.iso.date(),
  time: () => z.iso.datetime({ precision: 3 }).describe('ISO 8601 in UTC with milliseconds'),
} as const;

/** What an export is held against, and what its published schema says. */
export const exchangeLeaves: Leaves = {
  text: (form) => (form === undefined ? z.string() : forms[form]()),
  // JSON can say -0, which is 0 but does not compare as the same value everywhere.
  whole: (min) =>
    z
      .int()
      .min(min)
      .overwrite((value) => value + 0),
  id: (prefix) => z.string().regex(new RegExp(`^${prefix}_.+$`)),
  sha256: () => z.string().regex(sha256Pattern),
  fragments: () => {
    throw new Error('an export has spans in two units instead');
  },
  optional: (schema) => schema.optional(),
};
