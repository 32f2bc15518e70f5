/** The name of the store's first database; those that a restore makes have a number behind it. */
export const storeName = 'dateline';
