// @ts-check
import { writeFileSync } from 'node:fs';
import { tallyPathVariable } from './tally.mjs';

/** Playwright's reporter for `npm test`: counts, and keeps the reason of every skipped test. */
export default class PlaywrightTally {
  /** @type {import('@playwright/test/reporter').Suite | null} */
  #suite = null;
  #errors = 0;

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite;
  }

  /** A failure outside any test, such as a file that cannot be loaded. */
  onError() {
    this.#errors += 1;
  }

  onEnd() {
    const path = process.env[tallyPathVariable];
    if (path === undefined) return;
    let passed = 0;
    let failed = this.#errors;
    /** @type {import('./tally.mjs').SkippedTest[]} */
    const skipped = [];
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected') passed += 1;
      else if (outcome === 'skipped') {
        const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
        skipped.push({
          name: test
            .titlePath()
            .filter((part) => part !== '')
            .join(' > '),
          reason: note?.description ?? 'no reason given',
        });
      } else failed += 1;
    }
    writeFileSync(path, JSON.stringify({ passed, failed, skipped }));
  }

  /** The other reporters print; this one does not. */
  printsToStdio() {
    return false;
  }
}
