import type { Tear } from './unflushed-file';

/** What the torture tells the shell that it runs, by the channel between Node's processes. */
export type ShellOrder =
  | { readonly kind: 'full'; readonly isFull: boolean }
  /** The next flush is torn, and ends the process. */
  | { readonly kind: 'tear'; readonly tear: Tear };

/** Ways in which the program is made to break its word, to show that the torture finds it. */
export const mutants = ['no-flush'] as const;

export type Mutant = (typeof mutants)[number];

/** The environment variable that names a mutant to the shell. */
export const mutantVariable = 'DATELINE_TORTURE_MUTANT';
