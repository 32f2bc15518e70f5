import { defineConfig } from '@playwright/test';
import { waitLimitMs, workLimitMs } from '../../scripts/testing/limits.mjs';

/** What only Electron itself can show. Every test starts a program of its own. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/electron',
  globalSetup: './setup.ts',
  workers: 1,
  // On a busy machine a test may be disturbed once; the tally names it. At the desk nothing is tried twice.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: workLimitMs,
  expect: { timeout: waitLimitMs },
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'list',
});
