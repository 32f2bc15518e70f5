import { basename, dirname, join } from 'node:path';
import type { Result } from '../../../core/result';
import {
  type BackupState,
  backupBytes,
  type Desktop,
  type FileError,
  type KeptItem,
  type KeptLineage,
  type SaveSession,
} from '../../../preload/contract';
import { answering, fail } from '../file-error';
import type { Readings } from '../reading';
import type { Savings } from '../saving';
import { areInOrder } from './acts';
import type { BackupFiles } from './files';
import { createFolders } from './folders';
import { openKeptFile } from './kept-source';
import { createLineages } from './lineages';
import { isLineage, isNoDamage, snapshotName } from './names';
import { sweepTemporary } from './sweep';
import { createTexts } from './texts';

/** The copy of the page's store that main keeps. */
export interface Backup {
  /** The part of the contract that is about it. */
  readonly methods: Pick<
    Desktop,
    | 'describeBackup'
    | 'appendJournal'
    | 'readJournal'
    | 'beginBackupSave'
    | 'commitSnapshot'
    | 'beginBackupRead'
  >;
  /** Waits for what is under way and closes what is being written to. */
  end(): Promise<void>;
}

/** What the backup is made of. */
export interface BackupParts {
  /** Made when something is to be kept; the folder that it is in is there. */
  readonly folder: string;
  readonly files: BackupFiles;
  readonly savings: Savings;
  readonly readings: Readings;
  readonly now: () => Date;
  /** Whether the shell is closing: then everything is `stale`. */
  readonly isOver: () => boolean;
  /** How much snapshots and journals may hold; `backupBytes` unless given. */
  readonly maxBytes?: number;
  /** A segment of the journal that holds as much is followed by a new one; 8 MB unless given. */
  readonly segmentBytes?: number;
}

/** The name of the folder of texts, beside those of the lineages. */
const textsName = 'texts';

/** Keeps the backup in `folder`. What an earlier start left half-written is removed before anything else is done. */
export function createBackup(parts: BackupParts): Backup {
  const { folder, files, savings, readings, now, isOver } = parts;
  const { maxBytes = backupBytes, segmentBytes = 8 * 1024 * 1024 } = parts;
  const folders = createFolders(files, folder);
  const texts = createTexts(files, join(folder, textsName));
  const lineages = createLineages({ root: folder, files, folders, now, segmentBytes });
  let swept: Promise<void> | null = null;

  /** Does `work`, when this start has swept, and turns what the system raises into an answer. */
  async function answer<T>(
    work: () => Promise<Result<T, FileError>>,
  ): Promise<Result<T, FileError>> {
    return answering('backup', async () => {
      swept ??= sweepTemporary(files, folder);
      await swept;
      return isOver() ? fail('stale') : work();
    });
  }

  async function beginText(sha256: string): Promise<Result<SaveSession | null, FileError>> {
    if (await texts.has(sha256)) return { ok: true, value: null };
    await folders.make(texts.folderOf(sha256));
    return savings.begin({ kind: 'text', destination: texts.pathOf(sha256), sha256 });
  }

  async function beginSnapshot(lineage: string): Promise<Result<SaveSession, FileError>> {
    await folders.make(lineages.folderOf(lineage));
    return savings.begin({ kind: 'snapshot', folder: lineages.folderOf(lineage) });
  }

  /** Null when no such snapshot is there. */
  async function pathOf(item: KeptItem): Promise<string | null> {
    if (item.kind === 'text') return texts.pathOf(item.sha256);
    const { snapshots } = await lineages.filesOf(item.lineage);
    const found = snapshots.find(({ sha256 }) => sha256 === item.sha256);
    return found === undefined ? null : join(lineages.folderOf(item.lineage), found.name);
  }

  async function describe(): Promise<BackupState> {
    const others = (await files.list(folder)).filter(
      ({ name, isFolder }) => !isFolder || (name !== textsName && !isLineage(name)),
    );
    const states = await lineages.describe();
    const text = await texts.describe();
    const foreign = others.map(({ name }) => name).filter((name) => !isNoDamage(name));
    const all = [...others, ...states, text];
    return {
      folder,
      lineages: states.map(({ kept }) => kept).filter(isSomething),
      damaged: [...foreign, ...states.flatMap(({ damaged }) => damaged), ...text.damaged],
      byteLength: all.reduce((sum, { byteLength }) => sum + byteLength, 0),
    };
  }

  return {
    methods: {
      describeBackup: () => answer(async () => ({ ok: true, value: await describe() })),
      appendJournal: (lineage, pieces) =>
        answer(async () => {
          if (!areInOrder(pieces)) return fail('refused');
          const outcome = await lineages.journalOf(lineage).append(pieces);
          return outcome === 'lost' ? fail('missing') : { ok: true, value: outcome };
        }),
      readJournal: (lineage, from) =>
        answer(async () => {
          const pieces = await lineages.journalOf(lineage).read(from);
          return pieces === null ? fail('not-verified') : { ok: true, value: pieces };
        }),
      beginBackupSave: (item) =>
        answer<SaveSession | null>(() =>
          item.kind === 'text' ? beginText(item.sha256) : beginSnapshot(item.lineage),
        ),
      commitSnapshot: (saveId, { seq, at, ...digest }) =>
        answer(async () => {
          const name = snapshotName({ seq, at, sha256: digest.sha256 });
          const saved = await savings.commitSnapshot(saveId, digest, name);
          if (saved.ok) await lineages.rotate(basename(dirname(saved.value.destination)), maxBytes);
          return saved;
        }),
      beginBackupRead: (item) =>
        answer(async () => {
          const path = await pathOf(item);
          if (path === null) return fail('missing');
          return readings.begin(async () => ({ ok: true, value: await openKeptFile(files, path) }));
        }),
    },
    end: () => lineages.end(),
  };
}

function isSomething({ snapshots, journal }: KeptLineage): boolean {
  return snapshots.length + journal.length > 0;
}
