import type { Page } from '@playwright/test';

/** Where the person is, and how far the backup has got, as the page's store has it at this moment. */
export function readStoredState(
  page: Page,
): Promise<readonly { readonly key: string; readonly value: unknown }[]> {
  return page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('no reason')));
      });
    const database = await answer(indexedDB.open('dateline'));
    try {
      const rows: unknown[] = await answer(
        database.transaction('state').objectStore('state').getAll(),
      );
      return rows as { key: string; value: unknown }[];
    } finally {
      database.close();
    }
  });
}
