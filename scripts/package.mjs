// @ts-check
import './bootstrap/require-node.mjs';
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { followToEnd } from './bootstrap/follow.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { ownsProcessGroup } from './bootstrap/process-tree.mjs';
import { projectRoot } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';
import { findPackedPrograms, packedFolder } from './packaging/packed-programs.mjs';
import { findFuseFaults } from './packaging/read-fuses.mjs';
import {
  ensurePackagingTools,
  packagingCommand,
  packagingToolsFolder,
} from './packaging/tools.mjs';

await prepare({ build: true });
const failure = await ensurePackagingTools(projectRoot, sayAside);
if (failure !== null) {
  sayAside(failure);
  process.exit(1);
}
rmSync(join(projectRoot, packedFolder), { recursive: true, force: true });
const command = packagingCommand(
  packagingToolsFolder(projectRoot),
  projectRoot,
  process.argv.slice(2),
);
const child = spawn(process.execPath, command, {
  cwd: projectRoot,
  detached: ownsProcessGroup,
  stdio: 'inherit',
});
const code = await followToEnd(child);
if (code !== 0) process.exit(code);

const programs = findPackedPrograms(projectRoot);
for (const program of programs) {
  const faults = await findFuseFaults(program);
  for (const fault of faults) sayAside(`${program}: ${fault}.`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log(program);
}
if (programs.length === 0) {
  sayAside('Nothing was packed.');
  process.exitCode = 1;
}
