import type { entryShape, recordChangeShape } from './records/entry';
import type { labelShape } from './records/label';
import type { ValueOf } from './records/shape';

/** One record before and after; null where there is none. At least one side is there. */
export type RecordChange = ValueOf<typeof recordChangeShape>;

/** What was done, for a person to read in the history: words are made from it by the catalogue. */
export type ChangeLabel = ValueOf<typeof labelShape>;

/** All the records that one act of a person changes, applied together or not at all. */
export interface Change {
  readonly label: ChangeLabel;
  readonly records: readonly RecordChange[];
}

/** The change that takes `change` back. */
export function invert(change: Change): Change {
  return {
    label: change.label,
    records: change.records
      .map((record) => ({ ...record, before: record.after, after: record.before }) as RecordChange)
      .toReversed(),
  };
}

/** One applied change in the numbered log, `seq` rising by one from 1; times are ISO 8601 in UTC with milliseconds. */
export type ChangeEntry = ValueOf<typeof entryShape>;
