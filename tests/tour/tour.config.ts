import { defineConfig } from '@playwright/test';
import { testLimitMs, waitLimitMs } from '../../scripts/testing/limits.mjs';

/** The tour is run by `npm run tour`, which names what to do, the article, the tags and the folder in the environment. */
export default defineConfig({
  testDir: '.',
  testMatch: `${process.env['DATELINE_TOUR'] ?? 'tour'}.spec.ts`,
  outputDir: '../../test-results/tour',
  workers: 1,
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: testLimitMs,
  reporter: 'line',
  expect: { timeout: waitLimitMs },
  use: { actionTimeout: waitLimitMs },
});
