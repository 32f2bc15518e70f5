import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright';
import { startBrowser, type TortureBrowser } from './browser';
import { type Mutant, mutantVariable, type ShellOrder } from './orders';

/** What the torture runs the program from; absolute paths. */
export interface TortureTools {
  /** The bundle of `shell.ts`. */
  readonly shell: string;
  /** The folder of the build: `renderer` and `main/cli.cjs` are taken from it. */
  readonly built: string;
  readonly chromium: string;
  readonly mutant: Mutant | null;
}

/** Where one run keeps its things. */
export interface RunFolders {
  readonly data: string;
  readonly exports: string;
  readonly profile: string;
}

/** The folders of a run within one of its own. */
export function foldersIn(base: string): RunFolders {
  return {
    data: join(base, 'data'),
    exports: join(base, 'exports'),
    profile: join(base, 'profile'),
  };
}

/** The running program: the shell's process, the browser, and the page in it. */
export class Program {
  readonly #tools: TortureTools;
  readonly #folders: RunFolders;
  #shell: ChildProcess | null = null;
  #browser: TortureBrowser | null = null;
  #page: Page | null = null;

  constructor(tools: TortureTools, folders: RunFolders) {
    this.#tools = tools;
    this.#folders = folders;
  }

  get page(): Page {
    if (!this.#page) throw new Error('no page is open');
    return this.#page;
  }

  /** Starts whatever is not running and opens a page, as a person does who starts the program. */
  async start(files: readonly string[] = []): Promise<void> {
    const address = await this.#startShell(files);
    this.#browser ??= await startBrowser(this.#tools.chromium, this.#folders.profile);
    await this.#page?.close().catch(() => undefined);
    this.#page = await this.#browser.open(address);
  }

  tell(order: ShellOrder): void {
    this.#shell?.send(order);
  }

  /** Waits until the shell's process is gone by itself, as after a torn flush; false when it is not in time. */
  async shellEnds(milliseconds: number): Promise<boolean> {
    const shell = this.#shell;
    if (!shell || isGone(shell)) return true;
    const signal = AbortSignal.timeout(milliseconds);
    return once(shell, 'exit', { signal }).then(
      () => true,
      () => false,
    );
  }

  async killPages(): Promise<void> {
    await this.#browser?.killPages();
  }

  async killBrowser(): Promise<void> {
    const browser = this.#browser;
    this.#browser = null;
    this.#page = null;
    await browser?.kill();
  }

  async killShell(): Promise<void> {
    const shell = this.#shell;
    this.#shell = null;
    if (!shell || isGone(shell)) return;
    const gone = once(shell, 'exit');
    shell.kill('SIGKILL');
    await gone;
  }

  async killAll(): Promise<void> {
    await Promise.all([this.killShell(), this.killBrowser()]);
  }

  /** A shell that runs already is only asked for a new address by a second start, as the program does it. */
  async #startShell(files: readonly string[]): Promise<string> {
    const { shell, built, mutant } = this.#tools;
    const { data, exports } = this.#folders;
    const args = ['--no-window', '--data', data, '--exports', exports];
    const child = fork(shell, [...args, '--renderer', join(built, 'renderer'), ...files], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...process.env, ...(mutant && { [mutantVariable]: mutant }) },
    });
    if (!this.#shell || isGone(this.#shell)) this.#shell = child;
    return readAddress(child);
  }
}

function isGone({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function readAddress({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the shell has no output');
  for await (const line of createInterface({ input: stdout })) {
    const address = /Dateline is open at (http:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    stdout.resume();
    return address;
  }
  throw new Error('the shell ended without an address');
}
