import type { ImportPlan } from '../../../../core/import/import-plan';
import type { FileError } from '../../../../preload/contract';
import type { StoreError } from '../../../storage/store-error';
import type { ReadRefusal } from '../../../workers/import-reader';

/** How far a stage has got, and since when: `performance.now()`. `total` 0 is not known yet. */
export interface ImportProgress {
  readonly done: number;
  readonly total: number;
  readonly since: number;
}

/** Why a file is not imported. */
export type ImportRefusal = Exclude<ReadRefusal, { code: 'cancelled' }> | FileError;

/** What an import came to. */
export interface ImportResult {
  /** Annotations and articles added or replaced. */
  readonly annotations: number;
  readonly articles: number;
  /** Annotations left out since what they are of has changed or gone meanwhile. */
  readonly leftOut: number;
}

/** One import, from the file to its end. */
export type ImportStage =
  /** The file is read and every span of it checked. */
  | ({ readonly kind: 'reading' } & ImportProgress)
  | { readonly kind: 'refused'; readonly refusal: ImportRefusal }
  /** It is held against what is here. */
  | ({ readonly kind: 'comparing' } & ImportProgress)
  /** `seq`: the last entry of the log when the comparing began. */
  | { readonly kind: 'ready'; readonly plan: ImportPlan; readonly seq: number }
  | ({ readonly kind: 'applying' } & ImportProgress)
  /** It was cancelled or failed, and what was applied is being taken back. */
  | { readonly kind: 'withdrawing' }
  | ({ readonly kind: 'done' } & ImportResult)
  /** Nothing of it is stored, or, when `isWithdrawn` is false, what is will be taken back at the next start. */
  | { readonly kind: 'failed'; readonly error: StoreError; readonly isWithdrawn: boolean };

/** The import that is on its way, shown in its dialog, which may be closed meanwhile. */
export interface Importing {
  readonly fileName: string;
  readonly stage: ImportStage;
  /** Stops what is going on; of no effect in stages that wait for the person. */
  readonly cancel: () => void;
}
