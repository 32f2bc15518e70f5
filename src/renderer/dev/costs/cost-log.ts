/** What is timed, in the order in which it is listed. */
export const jobs = ['open', 'tag', 'undo'] as const;

/** `open`: another article; `tag`: words tagged anew; `undo`: one step taken back. */
export type Job = (typeof jobs)[number];

/** What one key or click cost, each in milliseconds from when the browser got it (`Event.timeStamp`). */
export interface Cost {
  readonly job: Job;
  /** Until the change was in memory. */
  readonly known: number;
  /** Until the second animation frame after it: the first one draws it, and the next one tells that it has been drawn. */
  readonly drawn: number;
  /** Until everything was in the store and in its backup; null for opening, which changes no record. */
  readonly stored: number | null;
}

/** Something that was seen to happen; `at` is in milliseconds on the clock of `performance.now`. */
export type Sighting =
  /** A key or click; `at` is when the browser got it. */
  | { readonly kind: 'input'; readonly at: number }
  /** The store was handed an act. */
  | { readonly kind: 'begun'; readonly at: number }
  /** Another article is in memory. */
  | { readonly kind: 'opened'; readonly at: number }
  /** The annotations of the open article have changed. */
  | { readonly kind: 'changed'; readonly at: number }
  /** What was opened or changed at `since` has been drawn. */
  | { readonly kind: 'drawn'; readonly at: number; readonly since: number }
  /** An act is in the store; `other` is one that is not timed. */
  | { readonly kind: 'applied'; readonly at: number; readonly job: Job | 'other' }
  /** Nothing waits to be written any more. */
  | { readonly kind: 'written'; readonly at: number };

/** What a key or click has led to so far, the times as they were seen; null where it has not come to that. */
interface UnderWay {
  readonly input: number;
  readonly job: Job | 'other' | null;
  readonly known: number | null;
  readonly drawn: number | null;
  readonly stored: number | null;
}

/** What was seen so far. */
export interface CostLog {
  /** The last key or click, until something has come of it. */
  readonly input: number | null;
  /** The oldest first. */
  readonly underWay: readonly UnderWay[];
  /** The last 20 of each job, the oldest first. */
  readonly costs: readonly Cost[];
}

/** A log in which nothing has been seen. */
export const emptyLog: CostLog = { input: null, underWay: [], costs: [] };

/** How many costs of a job are kept. */
export const costsKept = 20;

/** What comes so long after a key or click is not its doing, in milliseconds. */
const patience = 10_000;

/**
 * The log after `sighting`. An act is that of the last key or click before it, and what an act leads to comes in the order
 * of the acts, since the store runs one after another. Acts that no input led to, that change nothing in the open article,
 * or that are given up, leave no cost.
 */
export function follow(log: CostLog, sighting: Sighting): CostLog {
  const { at } = sighting;
  switch (sighting.kind) {
    case 'input':
      return { ...log, input: at };
    case 'begun':
      return begin(log, at, {});
    case 'opened': {
      // One that was left before it had been drawn never will be.
      const underWay = log.underWay.filter(({ job }) => job !== 'open');
      return begin({ ...log, underWay }, at, { job: 'open', known: at });
    }
    case 'changed': {
      const waits = ({ known }: UnderWay): boolean => known === null;
      return log.underWay.some(waits)
        ? amendFirst(log, waits, { known: at })
        : begin(log, at, { known: at });
    }
    case 'drawn':
      return finish({
        ...log,
        underWay: log.underWay.map((one) =>
          one.known === sighting.since ? { ...one, drawn: at } : one,
        ),
      });
    case 'applied':
      return amendFirst(log, ({ job }) => job === null, { job: sighting.job });
    case 'written':
      return finish({
        ...log,
        underWay: log.underWay
          .filter(({ job, known }) => job !== null && known !== null)
          .map((one) => ({ ...one, stored: one.stored ?? at })),
      });
  }
}

function begin(log: CostLog, at: number, facts: Partial<UnderWay>): CostLog {
  const { input } = log;
  if (input === null || at - input > patience) return { ...log, input: null };
  const begun = { input, job: null, known: null, drawn: null, stored: null, ...facts };
  return { ...log, input: null, underWay: [...log.underWay, begun] };
}

function amendFirst(
  log: CostLog,
  waits: (one: UnderWay) => boolean,
  facts: Partial<UnderWay>,
): CostLog {
  const first = log.underWay.findIndex(waits);
  return {
    ...log,
    underWay: log.underWay.map((one, index) => (index === first ? { ...one, ...facts } : one)),
  };
}

/** Makes costs of what has come to its end. */
function finish(log: CostLog): CostLog {
  const ended = log.underWay.filter(isOver);
  return {
    ...log,
    underWay: log.underWay.filter((one) => !isOver(one)),
    costs: keepLatest([...log.costs, ...ended.flatMap(costsOf)]),
  };
}

function isOver({ job, known, drawn, stored }: UnderWay): boolean {
  return known !== null && drawn !== null && (job === 'open' || (job !== null && stored !== null));
}

/** Of what is over; nothing of what is not timed. */
function costsOf({ input, job, known, drawn, stored }: UnderWay): readonly Cost[] {
  if (job === null || job === 'other' || known === null || drawn === null) return [];
  return [
    {
      job,
      known: known - input,
      drawn: drawn - input,
      stored: job === 'open' || stored === null ? null : stored - input,
    },
  ];
}

function keepLatest(costs: readonly Cost[]): readonly Cost[] {
  return costs.filter(
    ({ job }, index) =>
      costs.slice(index + 1).filter((later) => later.job === job).length < costsKept,
  );
}
