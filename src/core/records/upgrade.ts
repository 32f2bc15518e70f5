import type { Plain, Versioned } from './definition';
import { versionedDefinitions, type versionsShape } from './entry';
import type { ValueOf } from './shape';

/** Of which version the log and the records are in what was written; 1 where nothing is said. */
export type Versions = ValueOf<typeof versionsShape>;

/** Definitions by name, as `versionedDefinitions` has them; a test gives its own. */
export type VersionedDefinitions = Readonly<Record<string, Versioned>>;

/** What this program writes. */
export const currentVersions: Versions = versionsOf(versionedDefinitions);

function versionsOf(definitions: VersionedDefinitions): Versions {
  const versions = Object.entries(definitions).map(([name, { version }]) => [name, version]);
  return Object.fromEntries(versions);
}

/** Whether any of the versions that were written is one that only a newer program reads. */
export function isNewer(
  versions: unknown,
  definitions: VersionedDefinitions = versionedDefinitions,
): boolean {
  if (!isPlain(versions)) return false;
  return Object.entries(versions).some(([name, version]) => {
    const known = Object.hasOwn(definitions, name) ? (definitions[name]?.version ?? 0) : 0;
    return typeof version === 'number' && version > known;
  });
}

/**
 * Rows of a snapshot, or entries of the log, as this program would have written them. Records are of `versions`; entries say
 * themselves of which versions they are. What is not of the right shape is left as it is, for the check that follows.
 */
export function upgradeRows(
  kind: string,
  rows: unknown,
  versions: Plain = {},
  definitions: VersionedDefinitions = versionedDefinitions,
): unknown {
  if (!Array.isArray(rows)) return rows;
  if (kind === 'entries') return rows.map((entry: unknown) => upgradeEntry(entry, definitions));
  const definition = Object.hasOwn(definitions, kind) ? definitions[kind] : undefined;
  if (!definition) return rows;
  const from = versionIn(versions, kind);
  return rows.map((record: unknown) => upgradeRecord(record, from, definition));
}

/**
 * An entry of the log as this program would have written it; the same object when there is nothing to be made of it, or
 * when its versions are none that this program can read.
 */
export function upgradeEntry<Entry>(
  entry: Entry,
  definitions: VersionedDefinitions = versionedDefinitions,
): Entry {
  if (!isPlain(entry)) return entry;
  const { versions, change } = entry;
  const written = isPlain(versions) ? versions : {};
  if (isNewer(written, definitions) || !Object.values(written).every(isVersion)) return entry;
  const isOld = Object.entries(definitions).some(
    ([name, { version }]) => versionIn(written, name) < version,
  );
  if (!isOld || !isPlain(change) || !Array.isArray(change['records'])) return entry;
  const records = change['records'].map((record: unknown) => {
    const table = isPlain(record) ? String(record['table']) : '';
    const definition = Object.hasOwn(definitions, table) ? definitions[table] : undefined;
    if (!definition || !isPlain(record)) return record;
    const from = versionIn(written, table);
    return {
      ...record,
      before: upgradeRecord(record['before'], from, definition),
      after: upgradeRecord(record['after'], from, definition),
    };
  });
  return { ...entry, versions: versionsOf(definitions), change: { ...change, records } };
}

function upgradeRecord(record: unknown, from: number, { upgrades }: Versioned): unknown {
  if (!isPlain(record)) return record;
  return upgrades.slice(from - 1).reduce((older, upgrade) => upgrade(older), record);
}

function isVersion(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}

function versionIn(versions: Plain, name: string): number {
  const version = versions[name];
  return typeof version === 'number' ? version : 1;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
