import type { Job } from './cost-log';
import type { Figures, Split } from './figures';
import type { LongFrames } from './long-frames';

// English only, and not in the catalogues: nobody but developers sees these words, and no build for others has them.

/** What the card is called; a build for others is searched for it. */
export const costsTitle = 'Frame times and last costs';

/** What each job is called. */
export const jobNames = { open: 'Open', tag: 'Tag', undo: 'Undo' } satisfies Record<Job, string>;

/** Up to when each part of a cost is counted, in the order of the columns. */
export const parts = [
  { part: 'known', name: 'in memory' },
  { part: 'drawn', name: 'drawn' },
  { part: 'stored', name: 'saved' },
] as const satisfies readonly { readonly part: keyof Split; readonly name: string }[];

/** Milliseconds with one decimal, and a dash where there are none. */
export function formatTime(milliseconds: number | null): string {
  return milliseconds === null ? '–' : milliseconds.toFixed(1);
}

/** The same with its unit. */
export function withUnit(milliseconds: number | null): string {
  return `${formatTime(milliseconds)} ms`;
}

/** How many long frames there were and what the last one was. */
export function describeLongFrames(longFrames: LongFrames | null): string {
  if (longFrames === null) return 'not told by this browser';
  const { count, last } = longFrames;
  if (!last) return 'none';
  const cause = last.invoker === null ? '' : `, ${last.invoker}`;
  return `${count}; the last ${withUnit(last.duration)}, blocking ${withUnit(last.blocking)}${cause}`;
}

/** All figures as lines of text, the costs as columns between tabs, to be pasted into a report or a table. */
export function writeFigures({ frames, longFrames, costs }: Figures): string {
  const columns = ['last', 'median'].flatMap((of) => parts.map(({ name }) => `${of}, ${name}`));
  return [
    `Frames, the last ${frames.durations.length}: median ${withUnit(frames.median)}, 95th percentile ${withUnit(frames.percentile95)}`,
    `Longest frame of the last 10 s: ${withUnit(frames.longest)}`,
    `Long frames: ${describeLongFrames(longFrames)}`,
    '',
    ['ms', ...columns, 'runs'].join('\t'),
    ...costs.map(({ job, last, median, runs }) =>
      [
        jobNames[job],
        ...[last, median].flatMap((split) => parts.map(({ part }) => formatTime(split[part]))),
        runs,
      ].join('\t'),
    ),
  ].join('\n');
}
