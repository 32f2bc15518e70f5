import './scripts/testing/map-group-by.mjs';
import { availableParallelism } from 'node:os';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './scripts/bootstrap/chromium-probe.mjs';
import { listImportedPackages } from './scripts/testing/imported-packages.mjs';
import { testLimitMs, waitLimitMs } from './scripts/testing/limits.mjs';

/** The browser that the commands found, as `npm test` passes it on. */
const executablePath = process.env['DATELINE_CHROMIUM'];

/** On a busy machine a test may be disturbed once; the tally names it. At the desk nothing is tried twice. */
const retry = process.env['CI'] === undefined ? 0 : 1;

/** Only what hangs is ended. */
const limits = {
  testTimeout: testLimitMs,
  hookTimeout: testLimitMs,
  expect: { poll: { timeout: waitLimitMs } },
};

export default defineConfig({
  test: {
    // Otherwise a core is left to a person who watches, which on two cores is half of them.
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          name: 'node',
          retry,
          ...limits,
          environment: 'node',
          include: ['tests/{unit,storage,main,scripts}/**/*.test.ts'],
        },
      },
      {
        // The built Electron shell on the double of Electron, with a Chromium page.
        test: {
          name: 'electron-double',
          retry,
          ...limits,
          environment: 'node',
          include: ['tests/electron/**/*.test.ts'],
          fileParallelism: false,
        },
      },
      {
        // The built program, interrupted. Never tried twice: a loss is not to pass at a second attempt.
        test: {
          name: 'torture',
          retry: 0,
          ...limits,
          environment: 'node',
          include: ['tests/torture/**/*.test.ts'],
          fileParallelism: false,
        },
      },
      {
        plugins: [react()],
        optimizeDeps: {
          include: [
            'react/jsx-dev-runtime',
            ...listImportedPackages(import.meta.dirname, [
              'src/core',
              'src/codecs',
              'src/renderer',
              'tests/component',
            ]),
          ],
        },
        test: {
          name: 'component',
          retry,
          ...limits,
          include: ['tests/component/**/*.test.tsx'],
          browser: {
            connectTimeout: testLimitMs,
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                args: chromiumFlags(),
                ...(executablePath === undefined ? {} : { executablePath }),
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
