import type { Dexie } from 'dexie';

/** Version 3: a place for blocks, in which the annotations of a long article are read faster. They are made later. */
export function schema0003(database: Dexie): void {
  database.version(3).stores({ blocks: '[articleId+seq+number]' });
}
