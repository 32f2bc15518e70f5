import type { Dexie } from 'dexie';

/** Version 4: a place for a copy of the library, from which a large one is read faster. It is made later. */
export function schema0004(database: Dexie): void {
  database.version(4).stores({ libraryPages: '[seq+number]' });
}
