import { spawn } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The checkout whose scripts are tested. */
export const checkout = resolve(import.meta.dirname, '..', '..');

/** A new folder, removed when the test is over. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dateline-scripts-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/** Writes a file with its folders; an `executable` one can be started. Returns its path. */
export function writeIn(
  folder: string,
  name: string,
  text: string,
  { executable = false }: { readonly executable?: boolean } = {},
): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  if (executable) chmodSync(path, 0o755);
  return path;
}

/** A copy of the installed electron package without its runtime, in a folder of its own; its path. */
export function copyElectronPackage(root: string): string {
  const modules = join(root, 'node_modules');
  const packageFolder = join(modules, 'electron');
  mkdirSync(packageFolder, { recursive: true });
  for (const name of ['install.js', 'index.js', 'package.json', 'checksums.json']) {
    cpSync(join(checkout, 'node_modules', 'electron', name), join(packageFolder, name));
  }
  for (const scope of ['@electron', '@electron-internal']) {
    symlinkSync(join(checkout, 'node_modules', scope), join(modules, scope));
  }
  return packageFolder;
}

/** What the stub of the loopback shell writes: its address, then how it was called. */
const loopbackStub = `
process.on('SIGTERM', () => { console.log('told to end'); process.exit(3); });
const given = process.argv.slice(2);
if (given.includes('--browser') && given.some((argument) => argument.endsWith('never-opens.txt'))) {
  console.error('The window did not open.');
  process.exit(4);
}
console.log('Dateline is open at http://127.0.0.1:9/');
console.log('called with ' + JSON.stringify(given));
if (given.some((argument) => argument.endsWith('stay.txt'))) setInterval(() => {}, 1000);
else process.exitCode = 7;
`;

/**
 * A project with the real commands and the real electron package, whose build leaves stubs: enough to run `npm start`
 * as a person does. Its folder.
 */
export function makeStubProject(): string {
  const root = temporaryFolder();
  cpSync(join(checkout, 'scripts'), join(root, 'scripts'), { recursive: true });
  copyElectronPackage(root);
  for (const name of ['playwright', 'playwright-core']) {
    symlinkSync(join(checkout, 'node_modules', name), join(root, 'node_modules', name));
  }
  writeIn(root, 'package.json', '{"name": "stub", "version": "0.0.0"}');
  writeIn(root, 'package-lock.json', '{"packages": {"": {}}}');
  writeIn(root, 'node_modules/.package-lock.json', '{"packages": {}}');
  writeIn(root, 'src/loopback.txt', loopbackStub);
  const bundler = `
    const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
    for (const name of ['main', 'preload', 'renderer']) mkdirSync('out/' + name, { recursive: true });
    for (const name of ['main/electron.cjs', 'main/cli.cjs', 'preload/index.cjs', 'renderer/index.html']) {
      writeFileSync('out/' + name, '');
    }
    writeFileSync('out/main/loopback.cjs', readFileSync('src/loopback.txt'));
  `;
  writeIn(root, 'node_modules/electron-vite/bin/electron-vite.js', bundler);
  return root;
}

/** How a command ended, and what it wrote. */
export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command of a project to its end, in an environment of its own. `signalAt`: once this text has come on
 * standard output, the command is sent SIGTERM.
 */
export function runCommand(
  root: string,
  args: readonly string[],
  { env, signalAt }: { readonly env: Record<string, string>; readonly signalAt?: string },
): Promise<CommandOutcome> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: root,
      electron_config_cache: join(root, 'zips'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const before = signalAt !== undefined && stdout.includes(signalAt);
    stdout += chunk.toString('utf8');
    if (signalAt !== undefined && !before && stdout.includes(signalAt)) child.kill('SIGTERM');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return new Promise((settle) => {
    child.once('close', (code) => settle({ code, stdout, stderr }));
  });
}
