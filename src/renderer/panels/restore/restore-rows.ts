import type {
  PointActs,
  RestoreAct,
  RestoreChoice,
  RestoreLineage,
  RestorePoint,
} from './restore-state';

/** What every row of the points says of its place. */
interface RowPlace {
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** Among the rows of its level below the same row, from 1, and how many those are. */
  readonly place: number;
  readonly of: number;
}

/** A row of the points: a project, a point, a change after it, or what is to be said instead of changes. */
export type RestoreRow = RowPlace &
  (
    | { readonly kind: 'lineage'; readonly kept: RestoreLineage; readonly isOpen: boolean }
    | {
        readonly kind: 'point';
        readonly choice: RestoreChoice;
        readonly point: RestorePoint;
        readonly isOpen: boolean;
      }
    | { readonly kind: 'act'; readonly choice: RestoreChoice; readonly act: RestoreAct }
    | { readonly kind: 'note'; readonly note: 'reading' | 'none' | 'unreadable' }
  );

/** What decides the rows. */
export interface RestoreView {
  readonly lineages: readonly RestoreLineage[];
  /** By `keyOfPoint`. */
  readonly acts: ReadonlyMap<string, PointActs>;
  /**
   * The keys of rows that are folded or unfolded unlike in the beginning, when only the first project is open and no point.
   */
  readonly turned: ReadonlySet<string>;
}

/** The name of a point, or of a change, among all. */
export function keyOfPoint({ lineage, seq }: RestoreChoice): string {
  return `${lineage}/${seq ?? 'latest'}`;
}

/** The rows of the points, under their projects once there is more than one. */
export function restoreRows({ lineages, acts, turned }: RestoreView): readonly RestoreRow[] {
  const [only] = lineages;
  if (only && lineages.length === 1) return pointRows(only, 1, acts, turned);
  return lineages.flatMap((kept, index): readonly RestoreRow[] => {
    const key = kept.lineage;
    const isOpen = (index === 0) !== turned.has(key);
    const place = { key, level: 1, place: index + 1, of: lineages.length };
    const head: RestoreRow = { ...place, kind: 'lineage', kept, isOpen };
    return isOpen ? [head, ...pointRows(kept, 2, acts, turned)] : [head];
  });
}

/** What a row restores; null when it cannot be chosen. */
export function choiceOfRow(row: RestoreRow): RestoreChoice | null {
  if (row.kind === 'act') return row.choice;
  return row.kind === 'point' && !row.point.isDamaged ? row.choice : null;
}

/** Whether a row can be folded and unfolded, and which it is; null when it cannot. */
export function opennessOf(row: RestoreRow): boolean | null {
  if (row.kind === 'lineage') return row.isOpen;
  return row.kind === 'point' && row.point.hasActs ? row.isOpen : null;
}

/** The row that holds the one at `index`, or -1 when none does. */
export function parentOf(rows: readonly RestoreRow[], index: number): number {
  const level = rows[index]?.level ?? 1;
  return rows.slice(0, index).findLastIndex((row) => row.level < level);
}

function pointRows(
  { lineage, points }: RestoreLineage,
  level: number,
  acts: RestoreView['acts'],
  turned: RestoreView['turned'],
): readonly RestoreRow[] {
  return points.flatMap((point, index): readonly RestoreRow[] => {
    const choice = { lineage, seq: point.seq };
    const key = keyOfPoint(choice);
    const isOpen = point.hasActs && turned.has(key);
    const place = { key, level, place: index + 1, of: points.length };
    const head: RestoreRow = { ...place, kind: 'point', choice, point, isOpen };
    return isOpen ? [head, ...actRows(choice, level + 1, acts.get(key))] : [head];
  });
}

function actRows(
  parent: RestoreChoice,
  level: number,
  held: PointActs | undefined,
): readonly RestoreRow[] {
  const key = keyOfPoint(parent);
  if (held?.kind === 'read' && held.acts.length > 0)
    return held.acts.map((act, index) => {
      const choice = { lineage: parent.lineage, seq: act.seq };
      const place = { key: `${key}/${act.seq}`, level, place: index + 1, of: held.acts.length };
      return { ...place, kind: 'act', choice, act };
    });
  const note = held?.kind === 'read' ? 'none' : (held?.kind ?? 'reading');
  return [{ key: `${key}/note`, level, place: 1, of: 1, kind: 'note', note }];
}
