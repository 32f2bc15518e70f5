import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import dump from '../fixtures/store-version-4.json';
import { makeFormerStore } from './former-stores';

const folder = join(import.meta.dirname, '../fixtures');

/**
 * One project as the program wrote it when records were of their first version: its store (of version 4), and of that
 * store a journal, a snapshot and an export. An act of every label is in it, groups of several parts, undo and redo.
 */
export const firstRecords = {
  /** Every table of the store that is no cache. */
  tables: dump.tables as Readonly<Record<string, readonly object[]>>,
  /** The acts of the journal, one record each. */
  journal: readFileSync(join(folder, 'journal-version-1.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => new TextEncoder().encode(line)),
  snapshot: new Uint8Array(readFileSync(join(folder, 'snapshot-version-1.gz'))),
  export: new Uint8Array(readFileSync(join(folder, 'export-version-1.json'))),
} as const;

/** Makes a store of version 4 called `name`, which holds `firstRecords.tables`. */
export function makeVersion4Store(name: string): Promise<void> {
  return makeFormerStore(name, 4, firstRecords.tables);
}
