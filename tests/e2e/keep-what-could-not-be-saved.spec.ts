import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles } from '../support/app/texts';

// What they are about is a store on the disk.
test.use({ durable: true });

/** What the store may answer, and what a person is told. */
const faults: readonly [string, string, string][] = [
  [
    'QuotaExceededError',
    'Could not save: the disk is full.',
    'Free some space on the disk, then retry.',
  ],
  [
    'UnknownError',
    'Could not save (UnknownError',
    'Retry. If it fails again, export what you have',
  ],
];

for (const [fault, what, next] of faults) {
  test(`${fault}: the status line says why and what to do, and Retry saves the edit`, async ({
    app,
    window,
  }) => {
    await window.openFiles([samplePaths.steelworks]);
    await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
    await window.saved();
    await app.page.evaluate((name) => {
      const { add, put } = IDBObjectStore.prototype;
      const fail = (): never => {
        throw new DOMException('made to fail', name);
      };
      IDBObjectStore.prototype.add = fail;
      IDBObjectStore.prototype.put = fail;
      Object.assign(globalThis, {
        mendTheStore: () => Object.assign(IDBObjectStore.prototype, { add, put }),
      });
    }, fault);

    await window.field('Note').fill('Typed while nothing could be saved');
    await window.article.focus();
    const alert = window.status.getByRole('alert');
    await expect(alert).toContainText(what);
    await expect(alert).toContainText('Everything saved before is safe.');
    await expect(alert).toContainText(next);
    await expect(window.status.getByText('Saved', { exact: true })).toBeHidden();
    await expect(window.field('Note')).toHaveValue('Typed while nothing could be saved');
    await window.tag({ quote: 'March 28', kind: 'date' });
    await window.shows('date', 'March 28');

    await window.status.getByRole('button', { name: 'Retry' }).click();
    await expect(alert).toContainText(what);

    await app.page.evaluate('mendTheStore()');
    await window.status.getByRole('button', { name: 'Retry' }).click();
    await window.saved();
    await expect(alert).toBeEmpty();
    await app.page.reload();
    await window.row('enterprise', 'Mokdan Steel Complex').click();
    await expect(window.field('Note')).toHaveValue('Typed while nothing could be saved');
    await expect(window.row('date', 'March 28')).toBeVisible();
  });
}

test('the status line says Saved only once the disk has it', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await window.saved();
  await app.page.evaluate(() => {
    // The transaction hears of its end when the test lets it, as from a disk that is slow.
    let isHeld = true;
    const held: (() => void)[] = [];
    Object.assign(globalThis, {
      letTheDiskAnswer: () => {
        isHeld = false;
        for (const answer of held) answer();
      },
    });
    const descriptor = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
    Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
      configurable: true,
      get: () => null,
      set(this: IDBTransaction, listener: (event: Event) => void) {
        const late = (event: Event): unknown =>
          isHeld && this.mode === 'readwrite' ? held.push(() => listener(event)) : listener(event);
        descriptor?.set?.call(this, late);
      },
    });
  });
  await window.selectWords('Mokdan Steel Complex');
  await app.page.keyboard.press('1');
  await expect(window.status.getByText('Saving…')).toBeVisible();
  // The words are drawn meanwhile: a hand is not kept waiting for a disk.
  await window.shows('enterprise', 'Mokdan Steel Complex');
  await expect(window.status.getByText('Saved', { exact: true })).toBeHidden();
  await app.page.evaluate('letTheDiskAnswer()');
  await window.saved();
  await window.shows('enterprise', 'Mokdan Steel Complex');
});

test('the edits of a person are written with strict durability', async ({ app, window }) => {
  await app.page.addInitScript(() => {
    const asked: string[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (stores, mode, options) {
      const names = typeof stores === 'string' ? [stores] : [...stores];
      if (mode === 'readwrite' && names.includes('annotationPages'))
        asked.push(options?.durability ?? 'none');
      return transaction.call(this, stores, mode, options);
    };
    Object.assign(globalThis, { askedDurability: asked });
  });
  await app.page.reload();
  await window.saved();
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.field('Note').fill('Typed by hand');
  await window.article.focus();
  await window.saved();
  const asked = await app.page.evaluate<string[]>('askedDurability');
  expect(asked.length).toBeGreaterThanOrEqual(3);
  expect(new Set(asked)).toEqual(new Set(['strict']));
});
