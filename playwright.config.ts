import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { testLimitMs, waitLimitMs } from './scripts/testing/limits.mjs';

/** Each test has a program, a port and a context of its own, so as many run at once as there are cores; more than a few gain little. */
const mostWorkers = 4;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: Math.min(availableParallelism(), mostWorkers),
  // On a busy machine a test may be disturbed once; the tally names it. At the desk nothing is tried twice.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: testLimitMs,
  expect: { timeout: waitLimitMs },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'line',
  use: {
    // Recording every test would take a third of all the time; `--trace=on` records those that are looked into.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
});
