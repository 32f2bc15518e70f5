import { findings } from '../support/app/axe-findings';
import type { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { samplePaths } from '../support/app/texts';

/** Every screen, in the order in which a person comes by it. */
const screens: readonly [string, (window: DatelinePage) => Promise<void>][] = [
  ['the welcome screen over an empty library', (window) => window.saved()],
  [
    'an article',
    async (window) => {
      await window.openFiles(Object.values(samplePaths));
      await expect(window.article).toBeVisible();
    },
  ],
  ['words selected', (window) => window.selectWords('Mokdan Steel Complex')],
  [
    'an enterprise',
    async (window) => {
      await window.page.keyboard.press('1');
      await window.shows('enterprise', 'Mokdan Steel Complex');
    },
  ],
  ['a date with a proposal', (window) => window.tag({ quote: 'March 3, 2025', kind: 'date' })],
  [
    'a claim with an enterprise inside',
    (window) =>
      window.tag({
        quote: 'The Mokdan Steel Complex is assembling a new electric arc furnace',
        kind: 'claim',
      }),
  ],
  [
    'the search',
    async (window) => {
      await window.page.keyboard.press('ControlOrMeta+f');
      await window.page.keyboard.type('steel');
      await expect(window.finder.getByRole('status')).toContainText(' of ');
    },
  ],
  [
    'the command palette',
    async (window) => {
      await window.page.keyboard.press('Escape');
      await window.page.keyboard.press('ControlOrMeta+k');
      await expect(window.page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    },
  ],
  [
    'the key sheet',
    async (window) => {
      await window.page.keyboard.press('Escape');
      await expect(window.page.getByRole('dialog')).toBeHidden();
      await window.page.keyboard.press('?');
      await expect(window.page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    },
  ],
  [
    'an open menu',
    async (window) => {
      await window.page.keyboard.press('Escape');
      await window.page.getByRole('menuitem', { name: 'View' }).click();
      await expect(window.page.getByRole('menu')).toBeVisible();
    },
  ],
  [
    'the choice of what to export',
    async (window) => {
      await window.page.keyboard.press('Escape');
      await expect(window.page.getByRole('menu')).toBeHidden();
      await window.page.keyboard.press('ControlOrMeta+e');
      await expect(window.page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    },
  ],
  [
    'an export that is done',
    async (window) => {
      await window.page.getByRole('button', { name: 'Export', exact: true }).click();
      await expect(window.page.getByText('exported and verified')).toBeVisible();
    },
  ],
  [
    'the question about the program',
    async (window) => {
      await window.page.keyboard.press('Escape');
      await window.command('About Dateline');
      await expect(window.page.getByRole('dialog', { name: 'About' })).toBeVisible();
    },
  ],
  [
    'a notice',
    async (window) => {
      await window.page.keyboard.press('Escape');
      await window.command('Remove this article');
      await expect(window.notices.getByRole('button', { name: 'Undo' })).toBeVisible();
    },
  ],
  [
    'a drawer of a narrow window',
    async (window) => {
      await window.page.setViewportSize({ width: 640, height: 700 });
      await window.page.keyboard.press('ControlOrMeta+b');
      await expect(window.library).toBeVisible();
    },
  ],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });

    test('axe finds nothing on any screen', async ({ window }) => {
      test.slow();
      for (const [name, show] of screens) {
        await test.step(name, async () => {
          await show(window);
          expect.soft(await findings(window.page), name).toEqual([]);
        });
      }
    });

    test('axe finds nothing on the list of files that could not be opened', async ({
      window,
      desk,
    }) => {
      await window.openFiles([await desk.write('empty.txt', '')]);
      await expect(window.page.getByRole('dialog')).toBeVisible();
      expect(await findings(window.page)).toEqual([]);
    });

    test('axe finds nothing while an edit could not be saved', async ({ app, window }) => {
      await window.openFiles([samplePaths.page]);
      await expect(window.article).toBeVisible();
      await app.page.evaluate(() => {
        IDBObjectStore.prototype.add = () => {
          throw new DOMException('made to fail', 'QuotaExceededError');
        };
      });
      await window.field('Title').fill('Another');
      await window.page.keyboard.press('Enter');
      await expect(window.status.getByRole('alert')).toContainText('the disk is full');
      expect(await findings(window.page)).toEqual([]);
    });
  });
}
