import type { KeptSnapshot } from '../../../preload/contract';
import type { FolderEntry } from './files';
import { isNoDamage, parseName } from './names';

/** A segment of the journal as its folder shows it. */
export interface SegmentFile {
  readonly name: string;
  /** The first entry of the act that it begins with, or begins in the middle of. */
  readonly first: number;
  readonly byteLength: number;
}

/** A snapshot as its folder shows it. */
export interface SnapshotFile extends KeptSnapshot {
  readonly name: string;
}

/** What the folder of a lineage holds. */
export interface KeptFiles {
  /** In the order of their first acts. */
  readonly segments: readonly SegmentFile[];
  /** Newest first. */
  readonly snapshots: readonly SnapshotFile[];
  /** The names of what is of no use: empty or foreign. Half-written files are none. */
  readonly damaged: readonly string[];
}

/** Reads the names in the folder of a lineage. */
export function sortKeptFiles(entries: readonly FolderEntry[]): KeptFiles {
  const segments: SegmentFile[] = [];
  const snapshots: SnapshotFile[] = [];
  const damaged: string[] = [];
  for (const { name, isFolder, byteLength } of entries) {
    const read = isFolder ? null : parseName(name);
    if (read?.kind === 'segment') segments.push({ name, first: read.first, byteLength });
    else if (read?.kind === 'snapshot' && byteLength > 0) {
      const { seq, at, sha256 } = read;
      snapshots.push({ name, seq, at, sha256, byteLength });
    } else if (!isNoDamage(name)) damaged.push(name);
  }
  segments.sort((a, b) => a.first - b.first || (a.name < b.name ? -1 : 1));
  snapshots.sort((a, b) => b.seq - a.seq || (a.at < b.at ? 1 : -1));
  return { segments, snapshots, damaged };
}
