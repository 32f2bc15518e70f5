import type { ChangeEntry } from '../../../core/change';
import type { BackupState, KeptLineage } from '../../../preload/contract';
import type {
  RestoreAct,
  RestoreChoice,
  RestoreLineage,
  RestorePoint,
  RestoreProblem,
} from '../../panels/restore/restore-state';
import type { RestoreError } from '../../workspace/backup/restore';
import { lastWrittenOf, reachOf, waysTo } from '../../workspace/backup/ways';

/**
 * What the backup offers, `present` being the lineage of the store that is there. Where there is none, the one written to
 * last stands for it.
 */
export function offerOf(backup: BackupState, present: string | null): readonly RestoreLineage[] {
  const offered = backup.lineages.filter((kept) => reachOf(kept) > 0);
  const own = present ?? offered[0]?.lineage;
  return offered.map((kept) => ({
    lineage: kept.lineage,
    isPresent: kept.lineage === own,
    until: lastWrittenOf(kept),
    points: pointsOf(kept),
  }));
}

/** The point to begin with: the last change of the store that is there, else of the lineage written to last. */
export function firstChoice(lineages: readonly RestoreLineage[]): RestoreChoice | null {
  const own = lineages.find(({ isPresent }) => isPresent) ?? lineages[0];
  return own ? { lineage: own.lineage, seq: null } : null;
}

/** Up to which entry the acts after a point go: the next snapshot shows its own. */
export function endOfActs(kept: KeptLineage, seq: number): number {
  const next = kept.snapshots.findLast((snapshot) => snapshot.seq > seq);
  const reach = waysTo(kept, null).find(({ snapshot }) => snapshot?.seq === seq)?.to ?? seq;
  return Math.min(reach, next?.seq ?? reach);
}

/** One act of the journal as the page shows it. */
export function shownAct(entries: readonly ChangeEntry[]): RestoreAct | null {
  const last = entries.at(-1);
  return (
    (last && {
      seq: last.seq,
      act: last.act,
      label: last.change.label,
      at: last.at,
      coder: last.coder,
    }) ??
    null
  );
}

/** A failure in the page's terms. */
export function problemOf(error: RestoreError): RestoreProblem {
  switch (error.code) {
    case 'newer':
      return { code: 'newer-version' };
    case 'journal-ends':
    case 'log-gap':
    case 'nothing':
      return { code: 'gap' };
    case 'misfit':
      return { code: 'conflict', detail: error.fault.detail };
    case 'store':
      return { code: error.error.code, detail: error.error.detail };
    case 'truncated':
    case 'corrupt':
    case 'not-text':
    case 'malformed':
    case 'foreign':
    case 'wrong-value':
    case 'out-of-place':
    case 'counts-differ':
    case 'not-the-same':
      return { code: 'damaged', detail: error.code };
    default:
      return error;
  }
}

function pointsOf(kept: KeptLineage): readonly RestorePoint[] {
  const latest: RestorePoint = {
    kind: 'latest',
    seq: null,
    at: lastWrittenOf(kept),
    isDamaged: false,
    hasActs: false,
  };
  return [latest, ...kept.snapshots.map((snapshot) => pointOf(kept, snapshot))];
}

function pointOf(
  kept: KeptLineage,
  { seq, at, byteLength }: KeptLineage['snapshots'][number],
): RestorePoint {
  return {
    kind: 'snapshot',
    seq,
    at,
    byteLength,
    isDamaged: false,
    hasActs: endOfActs(kept, seq) > seq,
  };
}
