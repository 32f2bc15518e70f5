// @ts-check
import { parseArgs } from 'node:util';

/** The parts of `npm test` that can be asked for alone. */
export const testParts = /** @type {const} */ (['static', 'unit', 'component', 'e2e']);

/** @typedef {(typeof testParts)[number]} TestPart */

/** How `npm test` is called, for the person. */
export const testUsage = [
  'npm test -- [--only PART] [--filter PATTERN]',
  `  --only PART       one of ${testParts.join(', ')}`,
  '  --filter PATTERN  only test files whose path holds PATTERN, and no static checks',
].join('\n');

/**
 * Reads the arguments of `npm test`.
 *
 * @param {readonly string[]} given
 * @returns {{parts: readonly TestPart[], filter: string | null} | {fault: string}}
 */
export function parseTestArguments(given) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: { only: { type: 'string' }, filter: { type: 'string' } },
    });
    const filter = values.filter ?? null;
    if (values.only === undefined) {
      return { parts: testParts.filter((part) => filter === null || part !== 'static'), filter };
    }
    const only = testParts.find((part) => part === values.only);
    if (only === undefined) return { fault: `there is no part “${values.only}”` };
    return { parts: [only], filter };
  } catch (error) {
    return { fault: error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error) };
  }
}
