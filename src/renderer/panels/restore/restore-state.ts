import type { ChangeLabel } from '../../../core/change';
import type { Catalogue } from '../../i18n/en';
import type { FileFacts } from '../../i18n/en/errors';

/** How much a project holds. */
export interface ProjectCounts {
  readonly articles: number;
  readonly annotations: number;
}

/** What was found where the project should be. */
export interface FoundProject extends ProjectCounts {
  /** ISO 8601 in UTC; null when nothing was ever changed in it. */
  readonly lastChangeAt: string | null;
}

/** Why the restore page is shown, with what only that reason knows. */
export type RestoreReason =
  /** There is a backup, but no store. */
  | { readonly kind: 'missing' }
  /** The store does not open; `detail` holds the system's words for it. */
  | { readonly kind: 'damaged'; readonly detail: string }
  /** A newer Dateline wrote the store. */
  | { readonly kind: 'newer' }
  /** The backup goes on where the store ends; `changes` of it are in the backup alone, null when that is not known. */
  | { readonly kind: 'behind'; readonly changes: number | null }
  /** The store and its backup say different things of the same change. */
  | { readonly kind: 'diverged' }
  /** The person asked for it; nothing is wrong. */
  | { readonly kind: 'asked' };

/** What is kept of one store through its life: of this project, or of one before it was restored. */
export interface RestoreLineage {
  readonly lineage: string;
  /** Whether it is that of the store which is there, or of the one that was there last. */
  readonly isPresent: boolean;
  /** When the last thing that is kept of it was written: ISO 8601 in UTC; null when that is not known. */
  readonly until: string | null;
  /** Newest first: at most one `latest`, then snapshots, no two of one `seq`. */
  readonly points: readonly RestorePoint[];
}

/** A state that can be brought back, or can no more. */
export interface RestorePoint {
  /** `latest` is everything up to the last change that is kept. */
  readonly kind: 'latest' | 'snapshot';
  /** The last entry of the log that it holds; null for `latest`. */
  readonly seq: number | null;
  /** When it was written: ISO 8601 in UTC; null when that is not known. */
  readonly at: string | null;
  /** Of the file; absent where there is no one file. */
  readonly byteLength?: number;
  /** Known to be damaged: it is shown and cannot be chosen. */
  readonly isDamaged: boolean;
  /** Whether changes after it are kept, each of which can be chosen as well. */
  readonly hasActs: boolean;
}

/** One change after a snapshot, as far as which the project can be brought back. */
export interface RestoreAct {
  /** The last entry of the log that it wrote. */
  readonly seq: number;
  readonly act: 'do' | 'undo' | 'redo';
  readonly label: ChangeLabel;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Empty when no name was given. */
  readonly coder: string;
}

/** The changes after one point, from the newest to the oldest. */
export type PointActs =
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly acts: readonly RestoreAct[] }
  | { readonly kind: 'unreadable' };

/** How far a project is to be brought back: up to entry `seq` of a lineage, or as far as it goes when null. */
export interface RestoreChoice {
  readonly lineage: string;
  readonly seq: number | null;
}

/** Whether `a` and `b` are the same point of the same lineage. */
export function isSameChoice(a: RestoreChoice | null, b: RestoreChoice | null): boolean {
  return a !== null && b !== null && a.lineage === b.lineage && a.seq === b.seq;
}

/** What the backup offers. */
export type RestoreOffer =
  | { readonly kind: 'reading' }
  | {
      readonly kind: 'read';
      /** The one written to last comes first. None when there is no backup. */
      readonly lineages: readonly RestoreLineage[];
      /** The names of files that are damaged or not of this program. */
      readonly damagedFiles: readonly string[];
    }
  /** The backup folder could not be read. */
  | { readonly kind: 'unreadable'; readonly problem: RestoreProblem };

/** Why a backup could not be read or restored: a code with its facts. */
export interface RestoreProblem extends FileFacts {
  readonly code: keyof Catalogue['restoreErrors'];
}

/** What the chosen point holds. */
export type RestorePreviewState =
  | {
      readonly kind: 'reading';
      /** 0 to 1; absent while it is not known. */
      readonly share?: number;
    }
  | ({
      readonly kind: 'ready';
      readonly lastChange: Pick<RestoreAct, 'act' | 'label' | 'at' | 'coder'> | null;
      /** Texts of its articles that are nowhere in the backup. */
      readonly missingTexts: number;
    } & ProjectCounts)
  | { readonly kind: 'unreadable'; readonly problem: RestoreProblem };

/** How far a restore is. */
export type RestoreStage =
  | { readonly kind: 'choosing' }
  | {
      readonly kind: 'restoring';
      /** What is put in place so far. */
      readonly done: ProjectCounts;
      /** How much it will be; null while that is not known. */
      readonly of: ProjectCounts | null;
      readonly secondsLeft?: number;
    }
  /** Stopped: what was half made is being removed. */
  | { readonly kind: 'withdrawing' }
  /** Nothing of it is left, and the store is as it was. */
  | { readonly kind: 'failed'; readonly problem: RestoreProblem };

/** A store that a restore has put aside. */
export interface StoreKeptAside {
  /** Of the database: what `onRemoveKept` is called with. */
  readonly name: string;
  /** When it was put aside: ISO 8601 in UTC; null when that is not known. */
  readonly at: string | null;
}
