// @ts-check
import { writeFileSync } from 'node:fs';
import { tallyPathVariable } from './tally.mjs';

/** Vitest's reporter for `npm test`: counts, and keeps the reason of every skipped test. Unset, it keeps silent. */
export default class VitestTally {
  /**
   * @param {ReadonlyArray<import('vitest/node').TestModule>} modules
   * @param {ReadonlyArray<unknown>} unhandledErrors each counts as a failure, like a file that cannot be loaded
   */
  onTestRunEnd(modules, unhandledErrors) {
    const path = process.env[tallyPathVariable];
    if (path === undefined) return;
    let passed = 0;
    let failed = unhandledErrors.length;
    /** @type {import('./tally.mjs').SkippedTest[]} */
    const skipped = [];
    /** @type {string[]} */
    const unsteady = [];
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        const name = `${module.relativeModuleId} > ${test.fullName}`;
        if (test.diagnostic()?.flaky) unsteady.push(name);
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'failed') failed += 1;
        else {
          const note = 'note' in result ? result.note : undefined;
          skipped.push({ name, reason: note ?? 'no reason given' });
        }
      }
    }
    writeFileSync(path, JSON.stringify({ passed, failed, skipped, unsteady }));
  }
}
