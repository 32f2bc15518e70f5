import dump from '../fixtures/store-version-3.json';
import { type FormerTables, makeFormerStore } from './former-stores';

/**
 * What such a store held: an article, annotations of each kind in rows and in a block, one of them touched since, and a
 * history whose last step was undone.
 */
export const version3Tables = dump.tables as unknown as FormerTables & {
  readonly blocks: readonly object[];
};

/** Makes a store of version 3 called `name`, which holds `version3Tables`. */
export function makeVersion3Store(name: string): Promise<void> {
  return makeFormerStore(name, 3, version3Tables);
}
