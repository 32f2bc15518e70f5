import { datelineEyes } from './dateline-eyes';
import type { EyeName, Eyes } from './eyes';
import { recordFrames } from './frames';
import { timeHits, timeLookUps } from './hits';
import { selectText, selectWords } from './select-words';
import { type Watch, watchFor } from './watch';

/** What an eye is to see. */
export interface Sight {
  readonly eye: EyeName;
  readonly is: string | number;
}

/** What the bench puts into every page that it measures. */
export interface Probe {
  /** Begins watches; `results` settles when all are met. */
  arm(watches: readonly Watch[]): void;
  /** Milliseconds, in the order of the watches. */
  results(): Promise<readonly number[]>;
  look(eye: EyeName): unknown;
  /** When the second animation frame after an eye sees a value comes, in milliseconds since the epoch. */
  seenAt(wanted: Sight): Promise<number>;
  recordFrames(): void;
  /** The milliseconds between the animation frames of the scrolling recorded last. */
  frames(): Promise<readonly number[]>;
  timeHits: typeof timeHits;
  /** Throws where the page offers no look-up. */
  timeLookUps: typeof timeLookUps;
  selectWords: typeof selectWords;
  selectText: typeof selectText;
  /** Has the next document loaded in this tab begin `watch` with its navigation. */
  armNextStart(watch: Watch): void;
}

declare global {
  // oxlint-disable-next-line no-var
  var probe: Probe;
  /** How a baseline is seen; absent in the program's own window. */
  // oxlint-disable-next-line no-var
  var baselineEyes: Eyes | undefined;
}

const startKey = 'bench-start';
const eyes = (): Eyes => globalThis.baselineEyes ?? datelineEyes;
let armed: Promise<readonly number[]> = Promise.resolve([]);
let frames: Promise<readonly number[]> = Promise.resolve([]);

globalThis.probe = {
  arm: (watches) => {
    armed = Promise.all(watches.map((watch) => watchFor(eyes(), watch)));
  },
  results: () => armed,
  look: (eye) => eyes()[eye](),
  seenAt: async ({ eye, is }) =>
    performance.timeOrigin + (await watchFor(eyes(), { event: null, eye, until: { is } })),
  recordFrames: () => {
    frames = recordFrames();
  },
  frames: () => frames,
  timeHits,
  timeLookUps,
  selectWords,
  selectText,
  armNextStart: (watch) => sessionStorage.setItem(startKey, JSON.stringify(watch)),
};

const wanted = sessionStorage.getItem(startKey);
if (wanted !== null) {
  sessionStorage.removeItem(startKey);
  globalThis.probe.arm([JSON.parse(wanted) as Watch]);
}
