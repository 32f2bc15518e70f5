import type { Random } from './random';

/** An input as it is kept for a person who wants to look at it. */
export type KeptInput = string | Uint8Array;

/** One part of the program with the inputs thrown at it and what must hold for each of them. */
export interface FuzzTarget {
  readonly name: string;
  /** The case of `random`. */
  make(random: Random): FuzzCase;
}

/** One input, not checked yet. */
export interface FuzzCase {
  /** The input for a person: a text, or the bytes of a file. */
  readonly input: KeptInput;
  /** Throws when something does not hold that must. */
  readonly check: () => void | Promise<void>;
}
