import { randomName } from '../random-name';

/** A file of the journal, which begins with the act of entry `first`, or with more of it. */
export interface SegmentName {
  readonly kind: 'segment';
  readonly first: number;
}

/** A snapshot: see `KeptSnapshot`. */
export interface SnapshotName {
  readonly kind: 'snapshot';
  readonly seq: number;
  readonly at: string;
  readonly sha256: string;
}

/** What the name of a file in a lineage's folder says; null for a name that nothing here gives. */
export function parseName(name: string): SegmentName | SnapshotName | null {
  const segment = /^journal-(\d{12,16})-[\w-]{32}\.dlj$/.exec(name);
  if (segment !== null) return { kind: 'segment', first: Number(segment[1]) };
  const snapshot = /^snapshot-(\d{12,16})-(\d{8}T\d{9}Z)-([0-9a-f]{64})\.gz$/.exec(name);
  const [, seq, compact, sha256] = snapshot ?? [];
  if (seq === undefined || compact === undefined || sha256 === undefined) return null;
  const at = parseCompactTime(compact);
  return at === null ? null : { kind: 'snapshot', seq: Number(seq), at, sha256 };
}

/** The name of a new segment: no two are the same. */
export function segmentName(first: number): string {
  return `journal-${digits(first)}-${randomName()}.dlj`;
}

/** The name of a snapshot, which says all that there is to say of it. */
export function snapshotName({ seq, at, sha256 }: Omit<SnapshotName, 'kind'>): string {
  return `snapshot-${digits(seq)}-${at.replace(/[-:.]/g, '')}-${sha256}.gz`;
}

/** The name of a text. */
export function textName(sha256: string): string {
  return `${sha256}.txt`;
}

/** The folder of a text among the texts: a folder of all of them would be slow. */
export function textFolderName(sha256: string): string {
  return sha256.slice(0, 2);
}

/** The hash that a text is named by; null for another name. */
export function parseTextName(name: string): string | null {
  return /^([0-9a-f]{64})\.txt$/.exec(name)?.[1] ?? null;
}

/** Whether the name is that of a lineage, and so of its folder. */
export function isLineage(name: string): boolean {
  return /^lin_[\w-]{1,64}$/.test(name);
}

/** Whether a name that is none of ours is no sign of damage: hidden, as half-written files are, or put everywhere by a system. */
export function isNoDamage(name: string): boolean {
  return name.startsWith('.') || /^(?:thumbs\.db|desktop\.ini)$/i.test(name);
}

function digits(seq: number): string {
  return String(seq).padStart(12, '0');
}

/** `20250115T090000000Z` as ISO 8601; null when there is no such time. */
function parseCompactTime(compact: string): string | null {
  const iso = compact.replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/,
    '$1-$2-$3T$4:$5:$6.$7Z',
  );
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}
