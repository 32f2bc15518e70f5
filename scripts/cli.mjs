// @ts-check
import './bootstrap/require-node.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { followToEnd } from './bootstrap/follow.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { ownsProcessGroup } from './bootstrap/process-tree.mjs';
import { callersFolder, projectRoot } from './bootstrap/project.mjs';

await prepare({ build: true });
const program = join(projectRoot, 'out', 'main', 'cli.cjs');
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
  cwd: projectRoot,
  env: { ...process.env, INIT_CWD: callersFolder() },
  detached: ownsProcessGroup,
  stdio: 'inherit',
});
process.exitCode = await followToEnd(child);
