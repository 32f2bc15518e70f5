import type { LineageId } from '../../../core/ids';
import type { BackupState, KeptLineage } from '../../../preload/contract';
import type { StoreError } from '../../storage/store-error';
import { lastKeptOf, reachOf } from './ways';

/** What a start finds where the store should be. */
export type FoundStore =
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly error: StoreError }
  | {
      readonly state: 'open';
      /** Null for a store that has had no backup yet. */
      readonly lineage: LineageId | null;
      /** The last entry of its log; 0 when nothing was ever done in it. */
      readonly lastSeq: number;
      /** Whether the last act of its journal is the same in its own log; null when only one of them has it. */
      readonly agrees: boolean | null;
    };

/** Why a store should not simply be gone on with. */
export type RestoreReason = 'missing' | 'damaged' | 'newer' | 'behind' | 'diverged';

/** What the backup needs before it holds all that the store holds. */
export type BackupNeed = 'nothing' | 'catch-up' | 'snapshot';

/** What a start makes of a store and its backup. */
export type Verdict =
  /** There is nothing anywhere: an empty store is to be made. */
  | { readonly kind: 'new' }
  | {
      readonly kind: 'sound';
      readonly need: BackupNeed;
      /** Up to which entry the backup can bring the store back. */
      readonly reach: number;
      /** Whether a backup that was there before is gone or has a hole. */
      readonly lost: 'folder' | 'part' | null;
    }
  | { readonly kind: 'restore'; readonly reason: RestoreReason };

/** A backlog of more acts is written as a snapshot rather than act by act. */
const longestCatchUp = 5_000;

/**
 * Holds the store against its backup. `journalled` is how far the store remembers the journal to have gone; a null
 * `backup` could not be looked at, which is no reason to keep anyone from a store that opens.
 */
export function judge(
  store: FoundStore,
  backup: BackupState | null,
  journalled: number | null,
): Verdict {
  const somethingKept = backup?.lineages.some((kept) => reachOf(kept) > 0) ?? false;
  if (store.state === 'unreadable')
    return {
      kind: 'restore',
      reason: store.error.code === 'newer-version' ? 'newer' : 'damaged',
    };
  if (store.state === 'missing' || (store.lineage === null && store.lastSeq === 0))
    return somethingKept ? { kind: 'restore', reason: 'missing' } : { kind: 'new' };
  const kept = backup?.lineages.find(({ lineage }) => lineage === store.lineage) ?? null;
  if (kept && lastKeptOf(kept) > store.lastSeq) return { kind: 'restore', reason: 'behind' };
  if (store.agrees === false) return { kind: 'restore', reason: 'diverged' };
  return soundness(store, backup, kept, journalled ?? 0);
}

function soundness(
  { lineage, lastSeq }: Extract<FoundStore, { state: 'open' }>,
  backup: BackupState | null,
  kept: KeptLineage | null,
  journalled: number,
): Verdict {
  const reach = kept ? reachOf(kept) : 0;
  const isWhole = !kept || reach === lastKeptOf(kept);
  const lost = lossOf(backup, kept, isWhole && journalled <= reach);
  if (backup && reach === lastSeq) return { kind: 'sound', need: 'nothing', reach, lost };
  // The log of a store from before there were backups does not tell parts of a group from steps of undo.
  const canFollow = backup !== null && lineage !== null && isWhole && lost === null;
  const isShort = lastSeq - reach <= longestCatchUp;
  return { kind: 'sound', need: canFollow && isShort ? 'catch-up' : 'snapshot', reach, lost };
}

function lossOf(
  backup: BackupState | null,
  kept: KeptLineage | null,
  hasAll: boolean,
): 'folder' | 'part' | null {
  if (backup === null || hasAll) return null;
  return kept ? 'part' : 'folder';
}
