import type { Page } from '@playwright/test';
import { expect, test } from '../support/app/fixtures';
import { samplePaths } from '../support/app/texts';

/** The scripts of parts of the window, by the names of what they draw. */
const anyOf = (...names: readonly string[]): RegExp =>
  new RegExp(`/assets/(?:${names.join('|')})-[^/]+\\.js$`, 'u');

/** Starts the page anew, in which `scripts` do not arrive before the result is called. */
async function startWithout(page: Page, scripts: RegExp): Promise<() => void> {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((settle) => {
    arrive = settle;
  });
  await page.route(scripts, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.reload();
  return arrive;
}

/** Starts the page anew, in which `scripts` cannot be read before the result has been awaited. */
async function startUnreadable(page: Page, scripts: RegExp): Promise<() => Promise<void>> {
  await page.route(scripts, (route) => route.abort());
  await page.reload();
  return () => page.unroute(scripts);
}

test.describe('before its script has arrived', () => {
  test('the palette takes what is typed, by letters, keys and Enter', async ({ app, window }) => {
    const { page } = app;
    const arrive = await startWithout(page, anyOf('PalettePane'));
    await expect(window.status).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('larger');
    for (let times = 0; times < 'larger'.length; times += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('abuot');
    for (let times = 0; times < 3; times += 1) await page.keyboard.press('Backspace');
    await page.keyboard.type('out dateline');
    const palette = page.getByRole('dialog', { name: 'Commands' });
    await expect(palette).toBeHidden();
    arrive();
    await expect(palette.getByRole('combobox')).toBeFocused();
    await expect(palette.getByRole('combobox')).toHaveValue('about dateline');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'About Dateline' })).toBeVisible();
  });

  test('a dialog takes the keys meant for it, and none of them reaches the text', async ({
    app,
    window,
  }) => {
    const { page } = app;
    await window.openFiles([samplePaths.steelworks]);
    await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
    await window.saved();
    const arrive = await startWithout(page, anyOf('ExportPane'));
    await window.clickWords('Ryonghyon complex');
    await page.keyboard.press('ControlOrMeta+e');
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    arrive();
    await expect(page.getByRole('dialog').getByText('exported and verified')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(window.annotations.getByRole('option')).toHaveCount(1);
  });

  test('the field of a new annotation takes its name', async ({ app, window }) => {
    const { page } = app;
    await window.openFiles([samplePaths.steelworks]);
    await expect(window.article).toBeVisible();
    const arrive = await startWithout(page, anyOf('AnnotationForm', 'SuggestField'));
    await window.selectWords('Mokdan Steel Complex');
    await page.keyboard.press('1');
    await page.keyboard.press('v');
    await page.keyboard.type('Mokdan 2 Works');
    await page.keyboard.press('Enter');
    arrive();
    await expect(window.row('enterprise', 'Mokdan Steel Complex')).toContainText('Mokdan 2 Works');
    await expect(window.annotations.getByRole('option')).toHaveCount(1);
  });
});

test.describe('when its script cannot be read', () => {
  test.use({ expectedComplaints: [/Failed to load resource: net::ERR_FAILED/u] });
  const notice = 'a file of the program could not be read';

  test('a dialog says so, gives the keys back, and is read when it is asked for again', async ({
    app,
    window,
  }) => {
    const { page } = app;
    await window.openFiles([samplePaths.steelworks]);
    await expect(window.article).toBeVisible();
    const mend = await startUnreadable(page, anyOf('PalettePane'));
    await expect(window.article).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await expect(window.notices).toContainText(notice);
    await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
    await window.shows('enterprise', 'Mokdan Steel Complex');
    await mend();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('about');
    const palette = page.getByRole('dialog', { name: 'Commands' });
    await expect(palette.getByRole('combobox')).toHaveValue('about');
  });

  for (const { view, script, key, shown } of [
    {
      view: 'the table',
      script: 'AnnotationTablePane',
      key: 'l',
      shown: { role: 'grid', name: 'Table of annotations' },
    },
    {
      view: 'the history',
      script: 'HistoryPane',
      key: 'h',
      shown: { role: 'region', name: 'History' },
    },
  ] as const)
    test(`${view} leaves what was shown, and comes when it is asked for again`, async ({
      app,
      window,
    }) => {
      const { page } = app;
      await window.openFiles([samplePaths.steelworks]);
      await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
      await window.saved();
      const mend = await startUnreadable(page, anyOf(script));
      await expect(window.article).toBeVisible();
      await page.keyboard.press(key);
      await expect(window.notices).toContainText(notice);
      await expect(window.article).toBeVisible();
      await expect(window.row('enterprise', 'Mokdan Steel Complex')).toBeVisible();
      await mend();
      await page.keyboard.press(key);
      await expect(page.getByRole(shown.role, { name: shown.name })).toBeVisible();
    });

  test('another language leaves the words as they are until it can be read', async ({
    app,
    window,
  }) => {
    const { page } = app;
    const mend = await startUnreadable(page, anyOf('ko'));
    await expect(window.status).toBeVisible();
    await window.command('한국어');
    await expect(window.notices).toContainText(notice);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await mend();
    await window.command('한국어');
    await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(page.getByRole('complementary', { name: '서가' })).toBeVisible();
  });

  test('an export to be imported is told of, and imported when it is opened again', async ({
    app,
    window,
    desk,
  }) => {
    const { page } = app;
    const path = await desk.write('export.json', '{"format": "dateline", "version": 1}');
    const mend = await startUnreadable(page, anyOf('import'));
    await expect(window.status).toBeVisible();
    await window.openFiles([path]);
    await expect(window.notices).toContainText(notice);
    await mend();
    await window.openFiles([path]);
    await expect(window.importing).toBeVisible();
  });
});

test('what the start has left out is read while the window is idle, and not waited for later', async ({
  app,
}) => {
  const { page } = app;
  const last = page.waitForResponse(anyOf('ko'));
  await page.reload();
  await last;
  await page.route('**/assets/*.js', (route) => route.abort());
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
});
