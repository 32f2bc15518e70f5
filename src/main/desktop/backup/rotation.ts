import type { KeptFiles, SegmentFile, SnapshotFile } from './kept-files';

/** What is kept of one lineage, for deciding what may go. */
export interface RotatedLineage extends KeptFiles {
  readonly lineage: string;
}

/** A file that is to go. */
export interface Removal {
  readonly lineage: string;
  readonly name: string;
}

type KeptFile = SegmentFile | SnapshotFile;

/** How many snapshots of each lineage stay when the oldest go. */
const stayingSnapshots = 2;

/**
 * What to remove, in this order, so that snapshots and journals hold at most `limit` bytes. `lineages` are newest first.
 * The oldest snapshots go first, each with the segments that no snapshot needs any more, but the two newest of a lineage
 * stay; then whole lineages, the oldest first. The newest lineage stays in any case, so that it may remain over the limit.
 */
export function planRotation(lineages: readonly RotatedLineage[], limit: number): Removal[] {
  const gone = new Set<KeptFile>();
  const removals: Removal[] = [];
  const all = lineages.flatMap(({ segments, snapshots }) => [...segments, ...snapshots]);
  let over = all.reduce((sum, { byteLength }) => sum + byteLength, -limit);

  function remove({ lineage }: RotatedLineage, file: KeptFile): void {
    if (gone.has(file)) return;
    gone.add(file);
    removals.push({ lineage, name: file.name });
    over -= file.byteLength;
  }

  function removeUnneeded(lineage: RotatedLineage): void {
    for (const segment of unneededSegments(lineage, gone)) if (over > 0) remove(lineage, segment);
  }

  for (const { lineage, file } of snapshotsThatMayGo(lineages)) {
    if (over <= 0) break;
    remove(lineage, file);
    removeUnneeded(lineage);
  }
  for (const lineage of lineages) removeUnneeded(lineage);
  for (const lineage of lineages.slice(1).toReversed()) {
    if (over <= 0) break;
    const files = [...lineage.segments, ...lineage.snapshots.toReversed()];
    for (const file of files) remove(lineage, file);
  }
  return removals;
}

/** Oldest first. */
function snapshotsThatMayGo(
  lineages: readonly RotatedLineage[],
): { readonly lineage: RotatedLineage; readonly file: SnapshotFile }[] {
  return lineages
    .flatMap((lineage) =>
      lineage.snapshots.slice(stayingSnapshots).map((file) => ({ lineage, file })),
    )
    .toSorted((a, b) => (a.file.at < b.file.at ? -1 : 1));
}

/**
 * The segments whose acts are all in the oldest snapshot that stays. The next segment says so: its first act comes after
 * them, or has begun in them. The last segment is never among them.
 */
function unneededSegments(
  { segments, snapshots }: RotatedLineage,
  gone: ReadonlySet<KeptFile>,
): SegmentFile[] {
  const oldest = snapshots.findLast((snapshot) => !gone.has(snapshot));
  if (oldest === undefined) return [];
  return segments.filter((_, at) => (segments[at + 1]?.first ?? Infinity) <= oldest.seq);
}
