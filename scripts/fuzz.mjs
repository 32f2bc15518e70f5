// @ts-check
import './bootstrap/require-node.mjs';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './bootstrap/prepare.mjs';
import { callersFolder, projectRoot } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';

const usage = `npm run fuzz -- [--runs N] [--seed S] [--only NAME] [--case I] [--out DIR]
Throws N (1000) generated inputs at every part that reads what others wrote, and checks what must hold of each. The same
seed gives the same inputs; without one a seed is drawn and printed. A failing input is left in DIR
(test-results/fuzz) with the command that makes it again: --only NAME --seed S --case I.`;

/** @returns {{runs: number, seed: number, only: string | undefined, onlyCase: number | null, out: string}} */
function readArguments() {
  try {
    const options = /** @type {const} */ ({
      runs: { type: 'string', default: '1000' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
      only: { type: 'string' },
      case: { type: 'string' },
      out: { type: 'string' },
    });
    const { values } = parseArgs({ options });
    return {
      runs: wholeNumber(values.runs),
      seed: wholeNumber(values.seed),
      only: values.only,
      onlyCase: values.case === undefined ? null : wholeNumber(values.case),
      out: values.out
        ? resolve(callersFolder(), values.out)
        : join(projectRoot, 'test-results', 'fuzz'),
    };
  } catch (fault) {
    sayAside(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
    process.exit(2);
  }
}

/** @param {string} words */
function wholeNumber(words) {
  if (!/^\d{1,10}$/.test(words)) throw new Error(`${words} is no whole number`);
  return Number(words);
}

const { runs, seed, only, onlyCase, out } = readArguments();
await prepare({ build: false });
// Vite is there only once the dependencies are.
const { buildTargets, listTargets, runCases } = await import('./fuzzing/fuzz-worker.mjs');
const script = await buildTargets(projectRoot);
const names = (await listTargets(script)).filter((name) => only === undefined || name === only);
if (names.length === 0) {
  sayAside(`There is no target ${only}; there are ${(await listTargets(script)).join(', ')}.`);
  process.exit(2);
}

console.log(`seed ${seed}`);
let [total, failed] = [0, 0];
for (const target of names) {
  const range =
    onlyCase === null ? { first: 0, end: runs } : { first: onlyCase, end: onlyCase + 1 };
  const {
    runs: done,
    failures,
    slowest,
    slow,
  } = await runCases(script, { target, seed, ...range });
  total += done;
  failed += failures.length;
  const slowestMs = Math.round(slowest.milliseconds);
  console.log(`${target}: ${done} runs, ${failures.length} failures, slowest ${slowestMs} ms`);
  for (const index of slow) console.log(`  slow: case ${index}`);
  for (const failure of failures) console.log(`  failed: ${keep(target, failure)}`);
}
console.log(`${total} runs, ${failed} failures`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * Leaves a failing input and how to make it again, and gives the folder they are in.
 *
 * @param {string} target
 * @param {import('./fuzzing/fuzz-worker.mjs').Failure} failure
 */
function keep(target, { index, input, fault }) {
  const folder = join(out, `${target}-${seed}-${index}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, typeof input === 'string' ? 'input.txt' : 'input.bin'), input);
  const again = `npm run fuzz -- --only ${target} --seed ${seed} --case ${index}`;
  writeFileSync(join(folder, 'fault.txt'), `${again}\n\n${fault}\n`);
  return folder;
}
