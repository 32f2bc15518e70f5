import type { Fields } from './shape';

/** An object of which nothing is known but that it is one. */
export type Plain = Readonly<Record<string, unknown>>;

/**
 * Makes of what one version of the program wrote what the next would have written. It takes any object and throws at none:
 * what it cannot read it leaves, for the check that follows.
 */
export type Upgrade = (older: Plain) => Plain;

/** What is written down and read again by later programs. */
export interface Versioned {
  /** Rises by one with every change of what may be written, a new optional field included. */
  readonly version: number;
  /** How older ones are read: the first makes version 2 of version 1, and so on; one fewer than `version`. */
  readonly upgrades: readonly Upgrade[];
}

/**
 * One kind of record, defined once: types, store, journal, snapshot, undo, health check, comparison at import, export and
 * published schema follow from it.
 */
export interface RecordDefinition extends Versioned {
  /** What the ids of its records begin with. */
  readonly prefix: string;
  /** Its fields in the order in which they are written. */
  readonly fields: Fields;
  /** How two of them are compared: every field counts, one that is added included, but for those named here. */
  readonly comparison: {
    /** The fields in which two records of one thing may differ without saying anything else. */
    readonly uncounted: readonly string[];
    /** The fields whose own fields are compared one by one. */
    readonly parts: readonly string[];
  };
}

/** The upgrade to a version that has optional fields more and is the same otherwise. */
export const unchanged: Upgrade = (older) => older;
