import { type Cost, type Job, jobs } from './cost-log';
import type { FrameSummary } from './frames';
import type { LongFrames } from './long-frames';
import { medianOf } from './statistics';

/** What a job cost, in milliseconds from the key or click; `stored` is null where nothing is stored. */
export type Split = Pick<Cost, 'known' | 'drawn' | 'stored'>;

/** What a job cost the last time and what it usually costs. */
export interface JobCosts {
  readonly job: Job;
  readonly last: Split;
  /** The median of each part by itself, of the last 20 times. */
  readonly median: Split;
  /** Of how many times. */
  readonly runs: number;
}

/** Everything that the card shows. */
export interface Figures {
  readonly frames: FrameSummary;
  /** Null where the browser does not tell of long frames. */
  readonly longFrames: LongFrames | null;
  /** Of the jobs that were done, in their order. */
  readonly costs: readonly JobCosts[];
}

/** `costs`, the oldest first, by job; a job that was not done is left out. */
export function summariseCosts(costs: readonly Cost[]): readonly JobCosts[] {
  return jobs.flatMap((job) => {
    const runs = costs.filter((cost) => cost.job === job);
    const last = runs.at(-1);
    if (!last) return [];
    const median: Split = {
      known: medianOf(runs.map(({ known }) => known)) ?? last.known,
      drawn: medianOf(runs.map(({ drawn }) => drawn)) ?? last.drawn,
      stored: medianOf(runs.flatMap(({ stored }) => stored ?? [])),
    };
    return [{ job, last, median, runs: runs.length }];
  });
}
