import type { Database } from '../storage/db';
import { lastSeq, pageAfter } from '../storage/journal-source';
import {
  forgetLibraryCopy,
  pagesOf,
  seqOfLibraryCopy,
  writeLibraryCopy,
} from '../storage/library-copy';
import type { Store } from '../storage/store';
import type { Library } from './library';
import { type After, type Keeping, watchStillness } from './stillness';

/** A library of fewer articles is read fast enough row by row. */
const fewest = 1_000;

/** When more entries than these, or more records in them, have come since the copy was made, it is made anew. */
const mostSince = { entries: 100, records: 1_000 };

/** How many pages are made in one turn, and how long the window is left alone after each, in milliseconds. */
const turn = { pages: 10, pause: 40 };

/** What a copy of the library is kept with. */
export interface LibraryKeeping {
  readonly library: Library;
  readonly database: Database;
  readonly store: Store;
  readonly after: After;
}

/**
 * Keeps a copy of a large library, from which it is read faster at the next start: made whenever neither library nor
 * store has changed for five seconds, where there is none that can be read or too much has been done since. Once an act
 * was refused, since a record was not as it should be, no more is made until the next start has read the rows.
 */
export function keepLibraryCopy(keeping: LibraryKeeping): Keeping {
  const { library, database, store, after } = keeping;
  let working: Promise<void> | null = null;
  let hasWritten = false;
  let isRefused = false;
  const work = async (): Promise<void> => {
    try {
      if (await copyLibrary(keeping, hasWritten || library.isFromCopy)) hasWritten = true;
      // The refusal has taken away the copy that was there, and came before this one.
      if (isRefused) await forgetLibraryCopy(database);
    } catch {
      // Without a copy the library is read by rows; what cannot be written here a person hears of at the next edit.
    }
    working = null;
  };
  const stopWatching = watchStillness([library, store], after, () => {
    if (working) return false;
    working = work();
    return true;
  });
  const stop = (): void => {
    stopWatching();
    stopListening();
  };
  const stopListening = store.onConflict(() => {
    isRefused = true;
    stop();
  });
  return {
    stop,
    idle: async () => {
      await working;
    },
  };
}

/** Writes a copy where one is wanted, if what is in memory is what is stored. Whether it has. */
async function copyLibrary(
  { library, database, store, after }: LibraryKeeping,
  isReadable: boolean,
): Promise<boolean> {
  const { version, content } = library;
  const isStored = (): boolean =>
    library.version === version && store.state.status.state === 'saved';
  if (!content || content.articles.length < fewest || !isStored()) return false;
  // Nothing was on its way before and nothing after: what is in memory is what was stored then.
  const seq = await lastSeq(database);
  if (isReadable && !(await isBehind(database, seq))) return false;
  const pages: string[] = [];
  for (const page of pagesOf(content)) {
    pages.push(page);
    if (pages.length % turn.pages > 0) continue;
    await new Promise<void>((settle) => after(turn.pause, settle));
    if (!isStored()) return false;
  }
  if (!isStored()) return false;
  await writeLibraryCopy(database, seq, pages);
  return true;
}

/** Whether there is no copy, or too much has come since it. */
async function isBehind(database: Database, last: number): Promise<boolean> {
  const seq = await seqOfLibraryCopy(database);
  if (seq === null || last - seq > mostSince.entries) return true;
  const entries = await pageAfter(database, seq, mostSince.entries);
  let records = 0;
  for (const { change } of entries) records += change.records.length;
  return records > mostSince.records;
}
