import type { Database } from './db';
import { lastSeq } from './journal-source';

/** How often something is read while it may change, before all writing waits for it. */
const patience = 3;

/**
 * What `read` gives of a store that did not change while it was read: it reads again when an act was applied meanwhile,
 * and at last in one transaction, for which acts wait. `read` awaits nothing but the database.
 */
export async function steadily<T>(database: Database, read: () => Promise<T>): Promise<T> {
  for (let left = patience; left > 0; left -= 1) {
    const before = await lastSeq(database);
    const value = await read();
    if ((await lastSeq(database)) === before) return value;
  }
  return database.transaction('r', database.tables, read);
}
