// @ts-check
import { parseArgs } from 'node:util';

/** The kinds of scenarios that can be asked for alone, as in `tests/torture/scenario.ts`. */
export const tortureFamilies = /** @type {const} */ ([
  'killed',
  'power-cut',
  'store-lost',
  'flipped',
  'disk-full',
  'backup-removed',
]);

/** The ways in which the program can be made to break its word, as in `tests/torture/orders.ts`. */
export const tortureMutants = /** @type {const} */ (['no-flush']);

/** How `npm run torture` is called, for the person. */
export const tortureUsage = [
  'npm run torture -- [--runs N] [--seed S] [--only R] [--family FAMILY] [--mutant MUTANT] [--keep]',
  'Works in the real program as fast as it answers, interrupts it at a random moment, starts it again, and holds what is',
  'there against what it had called saved.',
  '  --runs N         how many runs (10)',
  '  --seed S         from which everything is drawn (1)',
  '  --only R         only the run with this number, from 0',
  `  --family FAMILY  one of ${tortureFamilies.join(', ')}`,
  `  --mutant MUTANT  makes the program break its word, which must be found: ${tortureMutants.join(', ')}`,
  '  --keep           keeps the folder of every run; that of one that found something is kept in any case',
].join('\n');

/**
 * What was asked for; `runs` are the numbers of the runs.
 *
 * @typedef {object} TortureArguments
 * @property {number[]} runs
 * @property {number} seed
 * @property {(typeof tortureFamilies)[number]} [family]
 * @property {(typeof tortureMutants)[number] | null} mutant
 * @property {'found' | 'all'} keep which runs leave their folders
 */

/**
 * Reads the arguments of `npm run torture`.
 *
 * @param {readonly string[]} given
 * @returns {TortureArguments | {fault: string}}
 */
export function readTortureArguments(given) {
  try {
    const { values } = parseArgs({
      args: [...given],
      options: {
        runs: { type: 'string', default: '10' },
        seed: { type: 'string', default: '1' },
        only: { type: 'string' },
        family: { type: 'string' },
        mutant: { type: 'string' },
        keep: { type: 'boolean', default: false },
      },
    });
    for (const name of /** @type {const} */ (['runs', 'seed', 'only']))
      if (values[name] !== undefined && !/^\d{1,9}$/.test(values[name]))
        return { fault: `--${name} must be a number` };
    const family = tortureFamilies.find((one) => one === values.family);
    if (values.family !== undefined && family === undefined)
      return { fault: `there is no family “${values.family}”` };
    const mutant = tortureMutants.find((one) => one === values.mutant) ?? null;
    if (values.mutant !== undefined && mutant === null)
      return { fault: `there is no mutant “${values.mutant}”` };
    const all = Array.from({ length: Number(values.runs) }, (_, run) => run);
    return {
      runs: values.only === undefined ? all : [Number(values.only)],
      seed: Number(values.seed),
      ...(family && { family }),
      mutant,
      keep: values.keep ? 'all' : 'found',
    };
  } catch (error) {
    return { fault: error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error) };
  }
}
