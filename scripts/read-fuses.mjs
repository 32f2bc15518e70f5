// @ts-check
import './bootstrap/require-node.mjs';
import { resolve } from 'node:path';
import { prepare } from './bootstrap/prepare.mjs';
import { callersFolder } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';
import { findFuseFaults } from './packaging/read-fuses.mjs';

const [program, ...others] = process.argv.slice(2);
if (program === undefined || others.length > 0) {
  sayAside('node scripts/read-fuses.mjs PROGRAM');
  process.exit(2);
}
await prepare({ build: false });
try {
  const faults = await findFuseFaults(resolve(callersFolder(), program));
  for (const fault of faults) sayAside(`${fault}.`);
  if (faults.length > 0) process.exit(1);
  console.log('Every fuse is as the configuration says.');
} catch (error) {
  sayAside(
    `The fuses of ${program} could not be read: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exit(1);
}
