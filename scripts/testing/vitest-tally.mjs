// @ts-check
import { writeFileSync } from 'node:fs';
import { tellProgress } from './progress.mjs';
import { tallyPathVariable } from './tally.mjs';

/**
 * Vitest's reporter for `npm test`: counts, tells how far it is, and keeps the reason of every skipped test. Started by
 * hand, it keeps silent.
 */
export default class VitestTally {
  #files = 0;
  #filesDone = 0;
  #testsDone = 0;
  /** How many tests the files that are running have, and how many of them are over. */
  #running = /** @type {Map<string, {tests: number, done: number}>} */ (new Map());

  /** @param {ReadonlyArray<unknown>} specifications one for each file */
  onTestRunStart(specifications) {
    this.#files = specifications.length;
    this.#tell();
  }

  /** @param {import('vitest/node').TestModule} module */
  onTestModuleCollected(module) {
    this.#running.set(module.id, { tests: [...module.children.allTests()].length, done: 0 });
  }

  /** @param {import('vitest/node').TestCase} test */
  onTestCaseResult(test) {
    this.#testsDone += 1;
    const file = this.#running.get(test.module.id);
    if (file) file.done += 1;
    this.#tell();
  }

  /** @param {import('vitest/node').TestModule} module */
  onTestModuleEnd(module) {
    this.#running.delete(module.id);
    this.#filesDone += 1;
    this.#tell();
  }

  #tell() {
    const begun = [...this.#running.values()].filter(({ tests }) => tests > 0);
    const parts = begun.reduce((sum, { tests, done }) => sum + Math.min(done / tests, 1), 0);
    const share = this.#files === 0 ? 0 : Math.min((this.#filesDone + parts) / this.#files, 1);
    const files = `${this.#filesDone} of ${this.#files} test files`;
    tellProgress({ share, words: `${this.#testsDone} tests, ${files}` });
  }

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
