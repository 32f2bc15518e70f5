import type { ExportFormatName } from '../../core/formats';

/** What the file's `format` says: the name that the table of formats has for it. */
export const exportFormat = 'dateline' satisfies ExportFormatName;

/**
 * The version of the format that this program writes, and the newest that it reads.
 *
 * It rises by one, once a release, as soon as an export may hold anything that the version before could not: a new field, a
 * new kind, a new value of a choice. What is published stays: `resources/schema` keeps the schema of every version, and
 * `tests/fixtures` an export of each, which is read for ever. An older export is read as what it is: a field that it does
 * not have is absent. A newer one is refused by its number, with the advice to open it with a newer program, and nothing of
 * it is read.
 */
export const exportVersion = 1;

/** The file name of the published schema of a version. */
export function schemaNameOf(version: number): string {
  return `dateline-${version}.schema.json`;
}
