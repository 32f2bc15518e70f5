// @ts-check
import './bootstrap/require-node.mjs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from './bootstrap/chromium.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { projectRoot } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';
import { readTortureArguments, tortureUsage } from './testing/torture-arguments.mjs';
import { bundleTortureShell } from './testing/torture-shell.mjs';

const wanted = readTortureArguments(process.argv.slice(2));
if ('fault' in wanted) {
  sayAside(`${wanted.fault}.\n${tortureUsage}`);
  process.exit(2);
}
await prepare({ build: true });
const chromium = await ensureChromium(projectRoot, 'test', sayAside);
if (!chromium.ok) {
  sayAside(chromium.message);
  process.exit(1);
}
// Not at the top: the commands are loaded before the dependencies are there.
const { runnerImport } = await import('vite');
/** @type {{module: {torture(wish: object): Promise<{lost: number, wrong: number, broken: number}>}}} */
const { module: torturer } = await runnerImport(
  join(projectRoot, 'tests', 'torture', 'torture.ts'),
  { root: projectRoot },
);
const shell = await bundleTortureShell(projectRoot);
try {
  const { mutant, ...wish } = wanted;
  const { lost, wrong, broken } = await torturer.torture({
    ...wish,
    tools: {
      shell: shell.path,
      built: join(projectRoot, 'out'),
      chromium: chromium.executable,
      mutant,
    },
    print: console.log,
  });
  process.exitCode = lost + wrong + broken === 0 ? 0 : 1;
} finally {
  rmSync(shell.folder, { recursive: true, force: true });
}
