import { type Random, randomOf } from './random';
import type { FuzzCase, FuzzTarget, KeptInput } from './target';

/** A case that failed. */
export interface FuzzFailure {
  readonly index: number;
  readonly input: KeptInput;
  readonly fault: string;
}

/** What came of the cases of one target. Times are in milliseconds. */
export interface FuzzReport {
  readonly runs: number;
  readonly failures: readonly FuzzFailure[];
  readonly slowest: { readonly index: number; readonly milliseconds: number };
  /** The cases that took longer than `slowFrom`. */
  readonly slow: readonly number[];
}

/** Which cases of a target: from `first` on, up to `end`. `onCase` is called before each of them. */
export interface FuzzRun {
  readonly seed: number;
  readonly first: number;
  readonly end: number;
  readonly onCase?: (index: number) => void;
}

/** A case is told as slow from here on, in milliseconds. */
const slowFrom = 5_000;

/** Failures beyond these are most likely of the same few faults. */
const mostFailures = 20;

/** Runs cases of `target`, and stops early only when very many have failed. */
export async function runTarget(
  target: FuzzTarget,
  { seed, first, end, onCase = () => {} }: FuzzRun,
): Promise<FuzzReport> {
  const failures: FuzzFailure[] = [];
  const slow: number[] = [];
  let slowest = { index: first, milliseconds: 0 };
  let index = first;
  for (; index < end && failures.length < mostFailures; index += 1) {
    onCase(index);
    const startedAt = performance.now();
    const failure = await runCase(target, randomOf(seed, target.name, index));
    const milliseconds = performance.now() - startedAt;
    if (failure !== null) failures.push({ index, ...failure });
    if (milliseconds > slowFrom) slow.push(index);
    if (milliseconds > slowest.milliseconds) slowest = { index, milliseconds };
  }
  return { runs: index - first, failures, slowest, slow };
}

async function runCase(target: FuzzTarget, random: Random) {
  let made: FuzzCase | null = null;
  try {
    made = target.make(random);
    await made.check();
    return null;
  } catch (error) {
    const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { input: made?.input ?? '(the case could not be made)', fault };
  }
}
