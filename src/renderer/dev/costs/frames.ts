import { medianOf, percentile95Of } from './statistics';

/** One animation frame. */
export interface Frame {
  /** When it began, in milliseconds on the clock of `performance.now`. */
  readonly at: number;
  /** How long after the frame before it, in milliseconds. */
  readonly duration: number;
}

/** How many of the latest frames the chart, the median and the percentile are of. */
export const framesShown = 240;

/** How far back the longest frame is looked for, in milliseconds. */
export const longestWithin = 10_000;

/** What the latest frames amount to, in milliseconds; null where there was no frame. */
export interface FrameSummary {
  /** Of the last 240 frames, the oldest first. */
  readonly durations: readonly number[];
  readonly median: number | null;
  readonly percentile95: number | null;
  /** Of the last 10 seconds, however many frames that were. */
  readonly longest: number | null;
}

/** `frames` without those that no figure is made of any more at `now`. The oldest come first. */
export function dropOldFrames(frames: readonly Frame[], now: number): readonly Frame[] {
  const recent = frames.findIndex(({ at }) => at >= now - longestWithin);
  const firstShown = Math.max(0, frames.length - framesShown);
  return frames.slice(recent < 0 ? firstShown : Math.min(recent, firstShown));
}

/** What `frames`, the oldest first, amount to at `now`. */
export function summariseFrames(frames: readonly Frame[], now: number): FrameSummary {
  const durations = frames.slice(-framesShown).map(({ duration }) => duration);
  const recent = frames.filter(({ at }) => at >= now - longestWithin);
  return {
    durations,
    median: medianOf(durations),
    percentile95: percentile95Of(durations),
    longest: recent.length === 0 ? null : Math.max(...recent.map(({ duration }) => duration)),
  };
}
