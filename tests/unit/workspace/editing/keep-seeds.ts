import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';

/** Where a failing run was found: what makes fast-check come to the same value again. */
export interface KeptSeed {
  readonly seed: number;
  readonly path: string;
}

/** What is checked, for how many values, and where failing runs are kept. */
export interface KeptProperty<Value> {
  readonly values: fc.Arbitrary<Value>;
  readonly check: (value: Value) => Promise<void>;
  readonly runs: number;
  /** A file with a list of `KeptSeed`; one that is not there holds none. */
  readonly file: string | URL;
}

/** The failing runs kept in `file`. */
export function readKeptSeeds(file: string | URL): readonly KeptSeed[] {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as KeptSeed[]) : [];
}

/**
 * Checks first the values that have failed before, then `runs` new ones. A new failure is kept, shrunk to its smallest,
 * and thrown with what fast-check says of it. A kept seed is of the arbitrary as it was: when that is another, delete
 * the seed and name the case instead.
 */
export async function checkKeeping<Value>(property: KeptProperty<Value>): Promise<void> {
  const { values, check, runs, file } = property;
  for (const kept of readKeptSeeds(file)) {
    const [value] = fc.sample(values, { ...kept, numRuns: 1 });
    if (value !== undefined) await check(value);
  }
  await fc.assert(fc.asyncProperty(values, check), {
    numRuns: runs,
    asyncReporter: async (details) => {
      if (!details.failed) return;
      const { seed, counterexamplePath } = details;
      if (counterexamplePath !== null) keep(file, { seed, path: counterexamplePath });
      throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    },
  });
}

function keep(file: string | URL, kept: KeptSeed): void {
  const seeds = [...readKeptSeeds(file), kept];
  writeFileSync(file, `${JSON.stringify(seeds, null, 2)}\n`);
}
