import { currentVersions } from '../../src/core/records/upgrade';

/** Rows of `table` that were stored when records were of their first version, as they are read now: entries say their versions. */
export function readNow(table: string, rows: readonly object[]): readonly object[] {
  return table === 'changes' ? rows.map((row) => ({ ...row, versions: currentVersions })) : rows;
}
