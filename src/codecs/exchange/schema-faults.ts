import type { z } from 'zod';
import { type Fault, placeOf } from './fault';

/** The faults that a schema finds in the value at `place`: one for each missing, unknown or wrong key. */
export function findSchemaFaults(schema: z.ZodType, value: unknown, place: string): Fault[] {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => {
    const at = placeOf(place, ...issue.path.map((key) => (typeof key === 'symbol' ? '' : key)));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(
        (key): Fault => ({
          place: placeOf(at, key),
          code: 'unknown-key',
          message: `The format has no key "${key}" here.`,
        }),
      );
    }
    // A kind that is none of the union's reports the whole object as its input, not the kind.
    if (issue.code !== 'invalid_union' && issue.input === undefined)
      return [{ place: at, code: 'missing', message: 'This key is missing.' } satisfies Fault];
    return [{ place: at, code: 'wrong-value', message: describeIssue(issue) } satisfies Fault];
  });
}

function describeIssue(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `The value should be of type ${issue.expected}.`;
    case 'invalid_value':
      return `The value should be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}.`;
    case 'invalid_format':
      return issue.pattern === undefined
        ? `The value does not have the form ${issue.format}.`
        : `The value does not have the form ${issue.pattern}.`;
    case 'too_small':
      return `The value is too small: at least ${issue.minimum}.`;
    case 'invalid_union':
      return 'The value is none of those that the format knows.';
    default:
      return `${issue.message}.`;
  }
}
