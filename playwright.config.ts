import { defineConfig } from '@playwright/test';
import { chromiumFlags } from './scripts/bootstrap/chromium-probe.mjs';

/** The browser that the commands found, as `npm test` passes it on. */
const executablePath = process.env['DATELINE_CHROMIUM'];

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  // On a busy machine a test may be disturbed once; the tally names it. At the desk nothing is tried twice.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: 'line',
  use: {
    trace: 'retain-on-failure',
    launchOptions: {
      args: chromiumFlags(),
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
});
