// @ts-check
import './bootstrap/require-node.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { projectRoot } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';
import { ProgressDisplay } from './testing/progress-display.mjs';
import { keepStepTime, readStepTimes } from './testing/step-times.mjs';
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
const steps = listSteps(wanted.parts, {
  root: projectRoot,
  filter: wanted.filter,
  testElectron: wanted.testElectron,
  say: (line) => {
    display.clear();
    sayAside(line);
  },
});
const names = steps.map(({ name }) => name);
const display = new ProgressDisplay({
  names,
  // Of a part of the tests nothing can be said from how long the whole took.
  lasted: wanted.filter === null ? readStepTimes(projectRoot, names) : names.map(() => undefined),
  isTerminal: process.stderr.isTTY,
  write: (text) => void process.stderr.write(text),
  now: () => performance.now(),
});
const clock = setInterval(() => display.refresh(), 1000);
for (const [index, step] of steps.entries()) {
  const startedAt = performance.now();
  display.begin(index);
  const { tally, output } = await step.run(display.update);
  display.clear();
  const milliseconds = performance.now() - startedAt;
  if (wanted.filter === null && tally.failed === 0)
    keepStepTime(projectRoot, step.name, milliseconds);
  console.log(`${step.name} (${(milliseconds / 1000).toFixed(1)} s): ${formatTally(tally)}`);
  for (const { name, reason } of tally.skipped) console.log(`  skipped: ${name}: ${reason}`);
  for (const name of tally.unsteady ?? [])
    console.log(`  passed only at a second attempt: ${name}`);
  if (tally.failed > 0) console.log(output.trimEnd());
  tallies.push(tally);
}
clearInterval(clock);
const total = sumTallies(tallies);
console.log(formatTally(total));
process.exitCode = total.failed === 0 ? 0 : 1;
