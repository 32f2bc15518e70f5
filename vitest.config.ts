import './scripts/testing/map-group-by.mjs';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags } from './scripts/bootstrap/chromium-probe.mjs';
import { listImportedPackages } from './scripts/testing/imported-packages.mjs';

/** The browser that the commands found, as `npm test` passes it on. */
const executablePath = process.env['DATELINE_CHROMIUM'];

/** On a busy machine a test may be disturbed once; the tally names it. At the desk nothing is tried twice. */
const retry = process.env['CI'] === undefined ? 0 : 1;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          retry,
          environment: 'node',
          include: ['tests/{unit,storage,main,scripts}/**/*.test.ts'],
        },
      },
      {
        // The built Electron shell on the double of Electron, with a Chromium page.
        test: {
          name: 'electron-double',
          retry,
          environment: 'node',
          include: ['tests/electron/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        // The built program, interrupted. Never tried twice: a loss is not to pass at a second attempt.
        test: {
          name: 'torture',
          retry: 0,
          environment: 'node',
          include: ['tests/torture/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 240_000,
          hookTimeout: 60_000,
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
          include: ['tests/component/**/*.test.tsx'],
          browser: {
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
