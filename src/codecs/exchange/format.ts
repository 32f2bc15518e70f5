/** What the file's `format` says. */
export const exportFormat = 'dateline';

/** The version of the format that this program writes, and the newest that it reads. */
export const exportVersion = 1;
