import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The program's server in the loopback shell. */
export interface RunningProgram {
  /** What a person would open, with its one-time key. */
  readonly address: string;
  close(): Promise<void>;
}

/** Where a program with its things in `folder` puts exports. */
export function exportsIn(folder: string): string {
  return join(folder, 'exports');
}

/** Starts the built program of the checkout at `root` with its things in `folder`. */
export async function startProgram(root: string, folder: string): Promise<RunningProgram> {
  const args = [
    join(root, 'out', 'main', 'loopback.cjs'),
    '--no-window',
    '--data',
    join(folder, 'data'),
    '--exports',
    exportsIn(folder),
  ];
  const server = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  return { address: await readAddress(server), close: () => end(server) };
}

async function readAddress({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('the program has no output');
  for await (const line of createInterface({ input: stdout })) {
    const address = /Dateline is open at (http:\S+)/.exec(line)?.[1];
    if (!address) continue;
    stdout.resume();
    return address;
  }
  throw new Error('the program ended without an address');
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((settle) => server.once('exit', settle));
  server.kill('SIGINT');
  await gone;
}
