import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { findElectron } from '../../../scripts/bootstrap/electron.mjs';
import { electronArguments } from '../../../scripts/bootstrap/start-electron.mjs';

const root = resolve(import.meta.dirname, '../../..');

const runtime = findElectron({
  packageFolder: join(root, 'node_modules', 'electron'),
  env: process.env,
});

/** Why Electron cannot be tested on this machine; null where it can. */
export const electronIsMissing: string | null = runtime.ok
  ? null
  : `Electron is not on this machine: ${runtime.reason}`;

/** The program in Electron. */
export interface RunningElectron {
  readonly app: ElectronApplication;
  /** A folder of its own, with its data and room for exports. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Starts the built program on `files`, with a data folder of its own. Throws where `electronIsMissing`. */
export async function launchElectron(files: readonly string[]): Promise<RunningElectron> {
  if (!runtime.ok) throw new Error(electronIsMissing ?? '');
  const folder = await mkdtemp(join(tmpdir(), 'dateline-electron-'));
  const request = {
    shell: 'electron',
    data: join(folder, 'data'),
    exports: null,
    port: null,
    files: [...files],
  } as const;
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...electronArguments(root, request)],
    cwd: root,
  });
  return {
    app,
    folder,
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
