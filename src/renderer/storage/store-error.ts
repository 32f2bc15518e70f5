/** Why something could not be read from or written to the store. */
export type StoreErrorCode =
  /** The disk or the browser's share of it is full. */
  | 'no-space'
  /** The browser closed or took away the database. */
  | 'closed'
  /** A record is not as the change says it was: someone else changed it meanwhile. */
  | 'conflict'
  /** A newer Dateline wrote this store. */
  | 'newer-version'
  | 'system';

export interface StoreError {
  readonly code: StoreErrorCode;
  /** The browser's own words, for a report. */
  readonly detail: string;
}

/** Reads what Dexie or IndexedDB threw. Anything that is no `Error` is a bug and is thrown on. */
export function storeErrorOf(thrown: unknown): StoreError {
  if (!(thrown instanceof Error)) throw thrown;
  const inner = innerNames(thrown);
  const detail = `${thrown.name}: ${thrown.message}`;
  if (inner.includes('QuotaExceededError')) return { code: 'no-space', detail };
  if (inner.includes('VersionError')) return { code: 'newer-version', detail };
  if (inner.some((name) => name === 'DatabaseClosedError' || name === 'InvalidStateError'))
    return { code: 'closed', detail };
  return { code: 'system', detail };
}

function innerNames(error: Error): readonly string[] {
  const names = [error.name];
  if ('inner' in error && error.inner instanceof Error) names.push(...innerNames(error.inner));
  return names;
}
