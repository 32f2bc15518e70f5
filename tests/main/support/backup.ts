import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Backup, createBackup } from '../../../src/main/desktop/backup/backup';
import type { BackupFiles } from '../../../src/main/desktop/backup/files';
import { nodeFiles } from '../../../src/main/desktop/backup/node-files';
import { createReadings, type Readings } from '../../../src/main/desktop/reading';
import { createSavings, type Savings } from '../../../src/main/desktop/saving';
import {
  chunkBytes,
  type JournalPiece,
  type KeptItem,
  type SaveDigest,
  type SavedFile,
} from '../../../src/preload/contract';
import { valueOf } from './desktop';
import { temporaryFolder } from './temporary-folder';

/** The backup of one start of main. */
export interface TestBackup {
  readonly folder: string;
  readonly methods: Backup['methods'];
  readonly savings: Savings;
  readonly readings: Readings;
  /** Ends this start as a kill would, but for the files that it holds open. */
  end(): Promise<void>;
}

/** What a test may choose of a start. */
export interface TestBackupOptions {
  /** The folder of an earlier start, to begin another one on it. */
  readonly folder?: string;
  readonly files?: BackupFiles;
  readonly maxBytes?: number;
  readonly segmentBytes?: number;
  readonly now?: () => Date;
}

/** One store of which a backup is kept. */
export const lineage = 'lin_first';

/** A start of main on a folder of its own, or on that of an earlier start. */
export async function testBackup(options: TestBackupOptions = {}): Promise<TestBackup> {
  const folder = options.folder ?? join(await temporaryFolder(), 'backup');
  const { files = nodeFiles, now = () => new Date('2025-01-15T09:00:00.000Z') } = options;
  const readings = createReadings();
  const savings = createSavings(files, {
    note: async () => undefined,
    forget: async () => undefined,
    settled: async () => undefined,
  });
  const { methods, end } = createBackup({
    folder,
    files,
    savings,
    readings,
    now,
    isOver: () => false,
    ...(options.maxBytes === undefined ? {} : { maxBytes: options.maxBytes }),
    ...(options.segmentBytes === undefined ? {} : { segmentBytes: options.segmentBytes }),
  });
  onTestFinished(end);
  return { folder, methods, savings, readings, end };
}

/** The only piece of an act of the entries `first` to `last`. */
export function act(first: number, last = first, words = `act ${first}`): JournalPiece {
  return { first, last, index: 0, isEnd: true, bytes: bytesOf(words) };
}

/** The pieces of an act of entry `first`, one for each of `words`. */
export function piecesOf(first: number, words: readonly string[]): JournalPiece[] {
  return words.map((word, index) => ({
    first,
    last: first,
    index,
    isEnd: index === words.length - 1,
    bytes: bytesOf(word),
  }));
}

/** Acts of one entry each, from `first` to `last`. */
export function acts(first: number, last: number): JournalPiece[] {
  return Array.from({ length: last - first + 1 }, (_, at) => act(first + at));
}

/** UTF-8. */
export function bytesOf(words: string): Uint8Array {
  return new TextEncoder().encode(words);
}

/** What the pieces of the run that follows `after` say, read to its end. */
export async function readWords(
  { methods }: Pick<TestBackup, 'methods'>,
  after = 0,
  of = lineage,
): Promise<string[]> {
  const words: string[] = [];
  for (;;) {
    const pieces = valueOf(await methods.readJournal(of, { after, skip: words.length }));
    if (pieces.length === 0) return words;
    words.push(...pieces.map(({ bytes }) => new TextDecoder().decode(bytes)));
  }
}

/** The runs of a lineage as `first-last`, in order; none when nothing is kept of it. */
export async function runs({ methods }: TestBackup, of = lineage): Promise<string[]> {
  const { lineages } = valueOf(await methods.describeBackup());
  const kept = lineages.find((other) => other.lineage === of);
  return (kept?.journal ?? []).map(({ first, last }) => `${first}-${last}`);
}

/** The digest of `bytes`. */
export function digestOf(bytes: Uint8Array): SaveDigest {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { byteLength: bytes.byteLength, sha256 };
}

/** Saves a text; false when it was kept already. */
export async function saveText(backup: TestBackup, words: string): Promise<boolean> {
  const bytes = bytesOf(words);
  const { sha256 } = digestOf(bytes);
  const begun = valueOf(await backup.methods.beginBackupSave({ kind: 'text', sha256 }));
  if (begun === null) return false;
  valueOf(await backup.savings.write(begun.saveId, bytes));
  valueOf(await backup.savings.commit(begun.saveId, digestOf(bytes)));
  return true;
}

/** Saves a snapshot of entry `seq`, taken on a day of January 2025. */
export async function saveSnapshot(
  { methods, savings }: TestBackup,
  seq: number,
  {
    of = lineage,
    day = seq,
    bytes = bytesOf(`store ${seq}`),
  }: { readonly of?: string; readonly day?: number; readonly bytes?: Uint8Array } = {},
): Promise<SavedFile> {
  const begun = valueOf(await methods.beginBackupSave({ kind: 'snapshot', lineage: of }));
  if (begun === null) throw new Error('a snapshot is never kept already');
  const { saveId } = begun;
  for (let at = 0; at < bytes.length; at += chunkBytes)
    valueOf(await savings.write(saveId, bytes.subarray(at, at + chunkBytes)));
  const at = `2025-01-${String(day).padStart(2, '0')}T12:30:00.250Z`;
  return valueOf(await methods.commitSnapshot(saveId, { seq, at, ...digestOf(bytes) }));
}

/** What a kept item holds. */
export async function readKept(backup: TestBackup, item: KeptItem): Promise<string> {
  const { readId } = valueOf(await backup.methods.beginBackupRead(item));
  const chunks: Uint8Array[] = [];
  for (;;) {
    const chunk = valueOf(await backup.readings.next(readId));
    if (chunk === null) return Buffer.concat(chunks).toString();
    chunks.push(chunk);
  }
}

/** The names in the folder of a lineage that begin with `prefix`, with their paths, in order. */
export async function filesOf(
  { folder }: TestBackup,
  prefix: 'journal' | 'snapshot' | '.dateline',
  of = lineage,
): Promise<{ readonly name: string; readonly path: string }[]> {
  const names = (await readdir(join(folder, of))).filter((name) => name.startsWith(prefix));
  return names.toSorted().map((name) => ({ name, path: join(folder, of, name) }));
}

/** The only segment of the journal. */
export async function onlySegment(backup: TestBackup): Promise<string> {
  const [only, ...others] = await filesOf(backup, 'journal');
  if (only === undefined || others.length > 0) throw new Error('expected one segment');
  return only.path;
}
