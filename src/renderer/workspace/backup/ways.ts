import type { KeptLineage, KeptSnapshot } from '../../../preload/contract';

/** One way to bring a store back: from a snapshot, or from nothing, on through the journal up to entry `to`. */
export interface Way {
  /** Null begins with an empty store, at the journal's first entry. */
  readonly snapshot: KeptSnapshot | null;
  readonly to: number;
}

/**
 * Every way to bring back what `kept` holds, up to entry `target` at most (null: as far as it goes), the one that reaches
 * furthest and reads least first. The others are for when that one turns out to be damaged.
 */
export function waysTo(kept: KeptLineage, target: number | null): readonly Way[] {
  const limit = target ?? Number.POSITIVE_INFINITY;
  const starts: readonly (KeptSnapshot | null)[] = [...kept.snapshots, null];
  return starts
    .flatMap((snapshot): Way[] => {
      const from = snapshot?.seq ?? 0;
      const to = Math.min(reachFrom(kept, from), limit);
      return from > limit || to === 0 ? [] : [{ snapshot, to }];
    })
    .toSorted((a, b) => b.to - a.to || (b.snapshot?.seq ?? 0) - (a.snapshot?.seq ?? 0));
}

/** The last entry that can be brought back at all; 0 when nothing can. */
export function reachOf(kept: KeptLineage): number {
  return waysTo(kept, null)[0]?.to ?? 0;
}

/** The last entry of which anything is kept, whether or not it can be brought back. */
export function lastKeptOf({ snapshots, journal }: KeptLineage): number {
  return Math.max(0, ...snapshots.map(({ seq }) => seq), ...journal.map(({ last }) => last));
}

/** When the last act that is kept was written: ISO 8601 in UTC; null when nothing is kept. */
export function lastWrittenOf({ snapshots, journal }: KeptLineage): string | null {
  const times = [...snapshots.map(({ at }) => at), ...journal.map(({ lastAt }) => lastAt)];
  return times.toSorted().at(-1) ?? null;
}

/** How far the journal goes on from a store as it was after entry `seq`. */
function reachFrom({ journal }: KeptLineage, seq: number): number {
  const run = journal.find(({ first, last }) => first <= seq + 1 && seq + 1 <= last);
  return run?.last ?? seq;
}
