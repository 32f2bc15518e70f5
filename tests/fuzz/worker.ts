import { parentPort, workerData } from 'node:worker_threads';
import { randomOf } from './random';
import { runTarget } from './run-target';
import { fuzzTargets } from './targets';

/**
 * What the worker is to do, as `scripts/fuzz.mjs` says it: tell the names of all targets, run cases of one target,
 * or only make the case `first`, whose check would not end.
 */
interface Order {
  readonly act: 'list' | 'run' | 'make';
  readonly target: string;
  readonly seed: number;
  readonly first: number;
  readonly end: number;
  /** The index of the case at hand goes here, for whoever watches. */
  readonly current: SharedArrayBuffer;
}

const order = workerData as Order;

// A port between threads, which has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(await carryOut(order));

async function carryOut({ act, target: name, seed, first, end, current }: Order): Promise<unknown> {
  if (act === 'list') return fuzzTargets.map((target) => target.name);
  const target = fuzzTargets.find((candidate) => candidate.name === name);
  if (!target) throw new Error(`no target is called ${name}`);
  if (act === 'make') return target.make(randomOf(seed, name, first)).input;
  const cell = new Int32Array(current);
  const onCase = (index: number) => Atomics.store(cell, 0, index);
  return runTarget(target, { seed, first, end, onCase });
}
