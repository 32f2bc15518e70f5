// @ts-check
import { writeFileSync } from 'node:fs';
import { tellProgress } from './progress.mjs';
import { tallyPathVariable } from './tally.mjs';

/** Playwright's reporter for `npm test`: counts, tells how far it is, and keeps the reason of every skipped test. */
export default class PlaywrightTally {
  /** @type {import('@playwright/test/reporter').Suite | null} */
  #suite = null;
  #errors = 0;
  /** Tests that have ended, each once, also when they are tried again. */
  #ended = new Set();

  /**
   * @param {import('@playwright/test/reporter').FullConfig} _config
   * @param {import('@playwright/test/reporter').Suite} suite
   */
  onBegin(_config, suite) {
    this.#suite = suite;
    this.#tell();
  }

  /** @param {import('@playwright/test/reporter').TestCase} test */
  onTestEnd(test) {
    this.#ended.add(test.id);
    this.#tell();
  }

  #tell() {
    const total = this.#suite?.allTests().length ?? 0;
    const done = this.#ended.size;
    tellProgress({ share: total === 0 ? 0 : done / total, words: `${done} of ${total} tests` });
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
    /** @type {string[]} */
    const unsteady = [];
    for (const test of this.#suite?.allTests() ?? []) {
      const outcome = test.outcome();
      if (outcome === 'expected' || outcome === 'flaky') passed += 1;
      if (outcome === 'expected') continue;
      if (outcome === 'flaky') unsteady.push(nameOf(test));
      else if (outcome === 'skipped') {
        const note = test.annotations.find(({ type }) => type === 'skip' || type === 'fixme');
        skipped.push({
          name: nameOf(test),
          reason: note?.description ?? 'no reason given',
        });
      } else failed += 1;
    }
    writeFileSync(path, JSON.stringify({ passed, failed, skipped, unsteady }));
  }

  /** The other reporters print; this one does not. */
  printsToStdio() {
    return false;
  }
}

/**
 * @param {import('@playwright/test/reporter').TestCase} test
 * @returns {string}
 */
function nameOf(test) {
  return test
    .titlePath()
    .filter((part) => part !== '')
    .join(' > ');
}
