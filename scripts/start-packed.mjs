// @ts-check
import './bootstrap/require-node.mjs';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRoot } from './bootstrap/display.mjs';
import { launchElectron } from './bootstrap/launch.mjs';
import { endProcessTree } from './bootstrap/process-tree.mjs';
import { callersFolder } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';
import { absoluteFile } from './start-arguments.mjs';

const [program, ...files] = process.argv
  .slice(2)
  .map((path) => absoluteFile(path, callersFolder()));
if (program === undefined) {
  sayAside('node scripts/start-packed.mjs PROGRAM [FILE…]');
  process.exit(2);
}
const data = mkdtempSync(join(tmpdir(), 'dateline-packed-'));
try {
  const launched = await launchElectron({
    executable: program,
    args: [...(isRoot() ? ['--no-sandbox'] : []), `--user-data-dir=${data}`, ...files],
    cwd: data,
    env: process.env,
  });
  if (launched.ok) {
    await endProcessTree(launched.child);
    console.log('The packed program opened its window.');
  } else {
    sayAside(`The packed program did not open: ${launched.reason}.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(data, { recursive: true, force: true, maxRetries: 5 });
}
