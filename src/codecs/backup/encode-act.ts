import type { ChangeEntry } from '../../core/change';

/** The entries of one act, as `actsOf` gives them, as a record of the journal: JSON in UTF-8. */
export function encodeAct(entries: readonly ChangeEntry[]): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(entries));
}
