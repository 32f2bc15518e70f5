// @ts-check
import './bootstrap/require-node.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { projectRoot } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';
import { listSteps } from './testing/steps.mjs';
import { formatTally, sumTallies } from './testing/tally.mjs';
import { parseTestArguments, testUsage } from './testing/test-arguments.mjs';

const wanted = parseTestArguments(process.argv.slice(2));
if ('fault' in wanted) {
  sayAside(`${wanted.fault}.\n${testUsage}`);
  process.exit(2);
}
await prepare({ build: false });

/** @type {import('./testing/tally.mjs').Tally[]} */
const tallies = [];
for (const step of listSteps(wanted.parts, {
  root: projectRoot,
  filter: wanted.filter,
  testElectron: wanted.testElectron,
  say: sayAside,
})) {
  const startedAt = performance.now();
  const { tally, output } = await step.run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${step.name} (${seconds} s): ${formatTally(tally)}`);
  for (const { name, reason } of tally.skipped) console.log(`  skipped: ${name}: ${reason}`);
  for (const name of tally.unsteady ?? [])
    console.log(`  passed only at a second attempt: ${name}`);
  if (tally.failed > 0) console.log(output.trimEnd());
  tallies.push(tally);
}
const total = sumTallies(tallies);
console.log(formatTally(total));
process.exitCode = total.failed === 0 ? 0 : 1;
