import dump from '../fixtures/store-version-2.json';
import { type FormerTables, makeFormerStore } from './former-stores';

/**
 * What such a store held: two articles of which one was removed, annotations of each kind, one of them of two fragments,
 * and a history whose last step was undone.
 */
export const version2Tables = dump.tables as unknown as FormerTables;

/** Makes a store of version 2 called `name`, which holds `version2Tables`. */
export function makeVersion2Store(name: string): Promise<void> {
  return makeFormerStore(name, 2, version2Tables);
}
