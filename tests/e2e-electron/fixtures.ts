import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { DatelinePage } from '../support/app/dateline-page';
import {
  chosenElectron,
  type ElectronStart,
  makeElectronFolder,
  type RunningElectron,
  startElectron,
} from '../support/app/electron-app';

/** A folder of the test's own: for files to open, the program's data, and what it exports. */
export interface Desk {
  readonly folder: string;
  readonly data: string;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): Promise<string>;
  /** Starts the program on the desk's data; it ends with the test at the latest. */
  start(start?: Partial<ElectronStart>): Promise<Program>;
}

/** The program and its window as a person sees it. */
export interface Program extends RunningElectron {
  readonly window: DatelinePage;
}

interface Fixtures {
  desk: Desk;
  needsElectron: undefined;
}

/** Playwright's `test`, skipped with the reason where there is no Electron. */
export const test = base.extend<Fixtures>({
  needsElectron: [
    // Playwright reads what a fixture needs from this pattern, so it must be there.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, lend, info) => {
      const chosen = chosenElectron();
      info.skip(!chosen.ok, chosen.ok ? '' : `Electron is not on this machine: ${chosen.reason}`);
      await lend(undefined);
    },
    { auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern
  desk: async ({}, lend) => {
    const { folder, remove } = await makeElectronFolder();
    const data = join(folder, 'data');
    const running: RunningElectron[] = [];
    await lend({
      folder,
      data,
      write: async (name, content) => {
        const path = join(folder, name);
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, content);
        return path;
      },
      start: async (start = {}) => {
        const program = await startElectron({ data, ...start });
        running.push(program);
        const window = new DatelinePage(program.page);
        await expect(window.status).toBeVisible();
        return { ...program, window };
      },
    });
    for (const program of running) await program.end();
    await remove();
  },
});

export { expect };
