import { basename, join } from 'node:path';
import type { JournalPiece, JournalRun } from '../../../preload/contract';
import { createTurns } from '../turns';
import { type ActLog, addPiece, type KeptAct, type KeptPiece, mayFollow, runsOf } from './acts';
import type { BackupFiles } from './files';
import type { Folders } from './folders';
import { indexSegments, type JournalIndex } from './journal-index';
import { sortKeptFiles } from './kept-files';
import { piecesAfter, readPieces } from './read-pieces';
import { beginSegment, type Segment } from './segment';

/** What a journal is made of. */
export interface JournalParts {
  readonly files: BackupFiles;
  readonly folders: Folders;
  /** The folder of the lineage. */
  readonly folder: string;
  readonly lineage: string;
  readonly now: () => Date;
  /** A segment that holds as much is followed by a new one. */
  readonly segmentBytes: number;
}

/** The journal of one lineage. What is asked of it is done in turn. Throws what the system raises. */
export interface Journal {
  /** See `Desktop.appendJournal`; `pieces` are in order. `lost` when what was flushed was not there afterwards. */
  append(pieces: readonly JournalPiece[]): Promise<'written' | 'out-of-step' | 'lost'>;
  /** See `Desktop.readJournal`; null when the disk no longer holds what it held. */
  read(from: {
    readonly after: number;
    readonly skip: number;
  }): Promise<readonly JournalPiece[] | null>;
  /** The runs, and the names of segments with damage. */
  describe(): Promise<{
    readonly runs: readonly JournalRun[];
    readonly damaged: readonly string[];
  }>;
  /** Removes segments by their names, but for the one that is being written to. */
  remove(names: readonly string[]): Promise<void>;
  /** Closes the segment that is being written to; the next append begins a new one. */
  end(): Promise<void>;
}

/**
 * Keeps the journal of one lineage in segments. The segments of an earlier start are never written to, nor is one after
 * an append that failed: what reached the disk of that append is not known.
 */
export function createJournal(parts: JournalParts): Journal {
  const { files, folders, folder, lineage, now, segmentBytes } = parts;
  const inTurn = createTurns();
  let known: JournalIndex | null = null;
  let segment: Segment | null = null;

  async function index(): Promise<JournalIndex> {
    known ??= await indexSegments(
      files,
      { lineage, folder },
      sortKeptFiles(await files.list(folder)).segments,
    );
    return known;
  }

  /** Null when it is not known: see `Journal.read`. */
  function forget(): null {
    known = null;
    folders.forget();
    return null;
  }

  async function isNext(log: ActLog, piece: JournalPiece): Promise<boolean> {
    const isKnown = log.acts.length > 0 || piece.index > 0;
    if (isKnown && mayFollow(log, piece, [])) return true;
    const { snapshots } = sortKeptFiles(await files.list(folder));
    const seqs = snapshots.map(({ seq }) => seq);
    return mayFollow(log, piece, seqs);
  }

  async function endSegment(): Promise<void> {
    const ended = segment;
    segment = null;
    await ended?.end();
  }

  /** Null when an earlier segment is gone, as with a folder that was taken away and made anew. */
  async function currentSegment(state: JournalIndex, first: number): Promise<Segment | null> {
    if (segment !== null && segment.byteLength >= segmentBytes) await endSegment();
    if (segment !== null) return segment;
    await folders.make(folder);
    const names = new Set((await files.list(folder)).map(({ name }) => name));
    const isThere = ({ path }: KeptPiece) => names.has(basename(path));
    if (!state.log.acts.every(({ pieces }) => pieces.every(isThere))) return null;
    segment = await beginSegment(files, folder, { lineage, number: state.nextNumber, first });
    state.nextNumber += 1;
    return segment;
  }

  /** One attempt; `lost` when the disk no longer holds what it held, and nothing is known of it any more. */
  async function appendOnce(
    pieces: readonly JournalPiece[],
  ): Promise<'written' | 'out-of-step' | 'lost'> {
    const state = await index();
    const [next] = pieces;
    if (next === undefined) return 'written';
    if (!(await isNext(state.log, next))) return 'out-of-step';
    let places: KeptPiece[] | null = null;
    try {
      const current = await currentSegment(state, next.first);
      places = current && (await current.append(pieces, now().getTime()));
    } finally {
      if (places === null) await endSegment();
    }
    if (places === null) {
      forget();
      return 'lost';
    }
    for (const place of places) addPiece(state.log, place);
    return 'written';
  }

  return {
    append: (pieces) =>
      inTurn(async () => {
        const outcome = await appendOnce(pieces);
        return outcome === 'lost' ? appendOnce(pieces) : outcome;
      }),
    read: ({ after, skip }) =>
      inTurn(async () => {
        const { log } = await index();
        return (await readPieces(files, piecesAfter(log.acts, after, skip))) ?? forget();
      }),
    describe: () =>
      inTurn(async () => {
        const { log, damaged } = await index();
        return { runs: runsOf(log.acts), damaged };
      }),
    remove: (names) =>
      inTurn(async () => {
        for (const name of names) {
          const path = join(folder, name);
          if (path === segment?.path) continue;
          await files.remove(path);
          if (known !== null) forgetSegment(known, name, path);
        }
      }),
    end: () => inTurn(endSegment),
  };
}

/** What the index says without a segment that is no longer there. */
function forgetSegment(index: JournalIndex, name: string, path: string): void {
  const isElsewhere = ({ pieces }: KeptAct) => pieces.every((piece) => piece.path !== path);
  const { log, damaged } = index;
  log.acts = log.acts.filter(isElsewhere);
  if (log.unfinished !== null && !isElsewhere(log.unfinished)) log.unfinished = null;
  index.damaged = damaged.filter((other) => other !== name);
}
