/** What the `format` of a snapshot says. */
export const snapshotFormat = 'dateline-snapshot';

/** The version of the format that this program writes, and the newest that it reads. */
export const snapshotVersion = 1;
