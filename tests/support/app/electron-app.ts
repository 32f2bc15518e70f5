import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronArguments } from '../../../scripts/bootstrap/start-electron.mjs';
import type { ChosenElectron } from '../../../scripts/testing/electron/choose-electron.mjs';
import { workLimitMs } from '../../../scripts/testing/limits.mjs';

const root = resolve(import.meta.dirname, '../../..');

/** The environment variable in which the set-up of the specs tells their workers what it has chosen. */
export const chosenElectronVariable = 'DATELINE_CHOSEN_ELECTRON';

/** The Electron that was chosen for this run; none outside of it. */
export function chosenElectron(): ChosenElectron {
  const told = process.env[chosenElectronVariable];
  return told === undefined
    ? { ok: false, reason: 'the set-up of the specs has not run' }
    : (JSON.parse(told) as ChosenElectron);
}

/** The program in Electron. */
export interface RunningElectron {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Its data. */
  readonly data: string;
  /** The main process. */
  readonly process: ChildProcess;
  /** What it has written to standard output and to standard error so far. */
  readonly output: () => string;
  readonly errors: () => string;
  /** Settles when the main process is gone, with its exit code; null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Ends it, however it stands. */
  end(): Promise<void>;
}

/** How the program is started. */
export interface ElectronStart {
  /** The folder of its data. */
  readonly data: string;
  readonly files?: readonly string[];
  /** The languages of the person's system, as LANGUAGE has them. */
  readonly language?: string;
}

/** Starts the built program and waits for its window. Throws where no Electron was chosen. */
export async function startElectron(start: ElectronStart): Promise<RunningElectron> {
  const { executable, args, env } = commandOf(start);
  const app = await _electron.launch({
    executablePath: executable,
    args,
    env,
    cwd: root,
    // The page sees the desktop’s own.
    colorScheme: null,
    timeout: workLimitMs,
  });
  const main = app.process();
  const output = collect(main.stdout);
  const errors = collect(main.stderr);
  const ended = new Promise<number | null>((settle) => main.once('exit', settle));
  const end = async (): Promise<void> => {
    if (main.exitCode === null && main.signalCode === null) main.kill('SIGKILL');
    await ended;
  };
  try {
    const page = await app.firstWindow({ timeout: workLimitMs });
    return { app, page, data: start.data, process: main, output, errors, ended, end };
  } catch (error) {
    await end();
    throw error;
  }
}

/** What came of a start that hands its files to the program that runs already. */
export interface SecondStartOutcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Starts the program a second time, as a person does, and waits for its end. */
export async function startElectronAgain(start: ElectronStart): Promise<SecondStartOutcome> {
  const { executable, args, env } = commandOf(start);
  const child = spawn(executable, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const code = new Promise<number | null>((settle) => child.once('close', settle));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, output, errors };
}

/** A folder of the test's own, and how to remove it. */
export async function makeElectronFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-electron-'));
  return {
    folder,
    // Chromium's processes may write a moment longer than the main process lives.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  };
}

function commandOf({ data, files = [], language = 'en' }: ElectronStart) {
  const chosen = chosenElectron();
  if (!chosen.ok) throw new Error(chosen.reason);
  const request = {
    shell: 'electron',
    data,
    exports: null,
    port: null,
    files: [...files],
  } as const;
  const { WAYLAND_DISPLAY: _, XDG_SESSION_TYPE: __, ...given } = process.env;
  return {
    executable: chosen.executable,
    // Containers give shared memory little room.
    args: ['--disable-dev-shm-usage', ...electronArguments(root, request)],
    env: {
      ...withoutUndefined(given),
      LANGUAGE: language,
      DATELINE_TEST_SHELL: join(root, 'tests/support/electron-25/main.cjs'),
    },
  };
}

function withoutUndefined(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let collected = '';
  stream?.on('data', (chunk: Buffer) => {
    collected += chunk.toString('utf8');
  });
  return () => collected;
}
