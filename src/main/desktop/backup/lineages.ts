import { join } from 'node:path';
import type { KeptLineage, KeptSnapshot } from '../../../preload/contract';
import { failureOf } from '../file-error';
import { createJournal, type Journal, type JournalParts } from './journal';
import { type KeptFiles, type SnapshotFile, sortKeptFiles } from './kept-files';
import { isLineage } from './names';
import { planRotation } from './rotation';

/** What a lineage's folder holds, with the runs of its journal. */
export interface LineageState extends KeptFiles {
  readonly kept: KeptLineage;
  readonly byteLength: number;
}

/** All lineages of the backup. Throws what the system raises. */
export interface Lineages {
  folderOf(lineage: string): string;
  journalOf(lineage: string): Journal;
  /** What the folder of one lineage holds now. */
  filesOf(lineage: string): Promise<KeptFiles>;
  /** Those of which anything is left, the one written to last first. */
  describe(): Promise<readonly LineageState[]>;
  /** Removes what is over `limit` bytes, holding `newest` for the newest lineage. A failure is only reported. */
  rotate(newest: string, limit: number): Promise<void>;
  /** Closes what is being written to. */
  end(): Promise<void>;
}

/** Finds the lineages in `root`, each in a folder of its name. */
export function createLineages(
  parts: Omit<JournalParts, 'folder' | 'lineage'> & { readonly root: string },
): Lineages {
  const { files, root, ...others } = parts;
  const journals = new Map<string, Journal>();
  const folderOf = (lineage: string) => join(root, lineage);
  const filesOf = async (lineage: string) => sortKeptFiles(await files.list(folderOf(lineage)));

  function journalOf(lineage: string): Journal {
    const folder = folderOf(lineage);
    const journal = journals.get(lineage) ?? createJournal({ files, ...others, folder, lineage });
    journals.set(lineage, journal);
    return journal;
  }

  async function describeOne(lineage: string): Promise<LineageState> {
    const entries = await files.list(folderOf(lineage));
    const kept = sortKeptFiles(entries);
    const { runs, damaged } = await journalOf(lineage).describe();
    const snapshots = kept.snapshots.map(withoutName);
    return {
      ...kept,
      damaged: [...kept.damaged, ...damaged],
      kept: { lineage, snapshots, journal: runs },
      byteLength: entries.reduce((sum, { byteLength }) => sum + byteLength, 0),
    };
  }

  async function describe(): Promise<readonly LineageState[]> {
    const states: LineageState[] = [];
    for (const { name, isFolder } of await files.list(root))
      if (isFolder && isLineage(name)) states.push(await describeOne(name));
    return states.toSorted((a, b) => (lastWritten(a.kept) < lastWritten(b.kept) ? 1 : -1));
  }

  async function rotate(newest: string, limit: number): Promise<void> {
    const states = (await describe()).map((state) => ({ ...state, lineage: state.kept.lineage }));
    const first = states.filter(({ lineage }) => lineage === newest);
    const rest = states.filter(({ lineage }) => lineage !== newest);
    for (const { lineage, name } of planRotation([...first, ...rest], limit))
      await journalOf(lineage).remove([name]);
  }

  return {
    folderOf,
    journalOf,
    filesOf,
    describe,
    rotate: async (newest, limit) => {
      try {
        await rotate(newest, limit);
      } catch (cause) {
        console.error('The oldest of the backup could not be removed:', failureOf(cause).error);
      }
    },
    end: async () => {
      await Promise.all([...journals.values()].map((journal) => journal.end()));
    },
  };
}

function withoutName({ seq, at, byteLength, sha256 }: SnapshotFile): KeptSnapshot {
  return { seq, at, byteLength, sha256 };
}

/** When anything of the lineage was written last; empty when nothing of it is left. */
function lastWritten({ snapshots, journal }: KeptLineage): string {
  const times = [...snapshots.map(({ at }) => at), ...journal.map(({ lastAt }) => lastAt)];
  return times.reduce((latest, time) => (time > latest ? time : latest), '');
}
