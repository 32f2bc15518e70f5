import type { Draw } from './draw';
import type { Tear } from './unflushed-file';

/** What becomes of the browser's store while the program is not running. */
export type StoreFate =
  | 'left'
  | 'deleted'
  /** A copy from earlier in the run stands in its place, made while the store was in use. */
  | 'older'
  /** The same, with some of its files missing. */
  | 'half-copied';

/** Which kind of file of the backup gets a bit flipped. */
export type FlippedFile = 'snapshot' | 'journal' | 'text';

/** What disturbs the work while it goes on. */
export type Disturbance =
  | { readonly kind: 'none' }
  /** The person asks for a snapshot, which is one copy more: the journal holds everything from its beginning. */
  | { readonly kind: 'backed-up' }
  /** No room is left for a while. */
  | { readonly kind: 'disk-full' }
  /** The folder of the backup is removed from outside. */
  | { readonly kind: 'backup-removed' };

/** How the work ends. */
export type Interruption =
  | { readonly kind: 'page-killed' }
  | { readonly kind: 'shell-killed' }
  | { readonly kind: 'browser-killed' }
  /** All processes at once, and with them what was not flushed; torn: in the middle of a flush. */
  | { readonly kind: 'power-cut'; readonly tear: Tear | null };

/**
 * What is done to one run. Of the backup and the store one may be harmed, or both where the program promises that a third
 * copy serves. Beyond the promise, and so never drawn, is a store that is gone together with
 * - a flip in the journal, when no snapshot was taken behind it: what follows the flip was in the store alone;
 * - a flip in a text, which the backup keeps once, or in the only snapshot that a journal begins behind;
 * - a backup folder or a full disk that the program has not got over yet, which it says in the status line.
 */
export interface Scenario {
  readonly disturbance: Disturbance;
  readonly interruption: Interruption;
  readonly store: StoreFate;
  /** A bit that is flipped while nothing runs. */
  readonly flipped: FlippedFile | null;
  /** Whether the store is deleted once more, after the program has said that all is saved again. */
  readonly deletedAfterwards: boolean;
}

/** The families of scenarios that can be asked for alone. */
export const families = [
  'killed',
  'power-cut',
  'store-lost',
  'flipped',
  'disk-full',
  'backup-removed',
] as const;

export type Family = (typeof families)[number];

/** Draws what is done to a run; the work is always ended at a random moment. */
export function drawScenario(draw: Draw, family: Family = draw.one(drawn)): Scenario {
  const disturbance: Disturbance = { kind: draw.chance(40) ? 'backed-up' : 'none' };
  const calm = { disturbance, flipped: null } as const;
  const powerCut = { kind: 'power-cut', tear: drawTear(draw) } as const;
  switch (family) {
    case 'killed':
      return {
        ...calm,
        interruption: { kind: draw.one(['page-killed', 'shell-killed', 'browser-killed']) },
        store: 'left',
        deletedAfterwards: draw.chance(30),
      };
    case 'power-cut':
      return {
        ...calm,
        interruption: powerCut,
        store: draw.one(['left', 'older', 'half-copied']),
        deletedAfterwards: draw.chance(30),
      };
    case 'store-lost':
      return {
        ...calm,
        interruption: powerCut,
        store: 'deleted',
        deletedAfterwards: draw.chance(30),
      };
    case 'flipped': {
      const flipped = draw.one<FlippedFile>(['snapshot', 'journal', 'journal', 'text']);
      return {
        disturbance: flipped === 'snapshot' ? { kind: 'backed-up' } : disturbance,
        interruption: powerCut,
        store: flipped === 'snapshot' ? draw.one<StoreFate>(['left', 'deleted']) : 'left',
        flipped,
        deletedAfterwards: flipped === 'journal',
      };
    }
    case 'disk-full':
    case 'backup-removed':
      return {
        disturbance: { kind: family },
        interruption: powerCut,
        store: draw.one(['left', 'deleted']),
        flipped: null,
        deletedAfterwards: false,
      };
  }
}

/** A scenario in words, for the line that tells of the run. */
export function describeScenario(scenario: Scenario): string {
  const { disturbance, interruption, store, flipped, deletedAfterwards } = scenario;
  return [
    disturbance.kind === 'none' ? '' : disturbance.kind,
    interruption.kind,
    interruption.kind === 'power-cut' && interruption.tear ? 'torn' : '',
    flipped === null ? '' : `${flipped} flipped`,
    `store ${store}`,
    deletedAfterwards ? 'deleted afterwards' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** Each family as often as it is likely. */
const drawn: readonly [Family, ...Family[]] = [
  'killed',
  'killed',
  'power-cut',
  'power-cut',
  'store-lost',
  'store-lost',
  'flipped',
  'flipped',
  'disk-full',
  'backup-removed',
];

function drawTear(draw: Draw): Tear | null {
  return draw.chance(50) ? { share: draw.share(), zeros: draw.chance(30) } : null;
}
