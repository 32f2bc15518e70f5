import { findings } from '../support/app/axe-findings';
import type { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { tagEachKind } from '../support/app/tag-each-kind';
import { samplePaths, sampleTitles } from '../support/app/texts';

/** What tagging that keeps up has added to the screen. */
const screens: readonly [string, (window: DatelinePage) => Promise<void>][] = [
  [
    'fragments',
    async (window) => {
      await tagEachKind(window);
      await window.row('enterprise', 'Mokdan Steel Complex').click();
      await window.selectWords('site manager');
      await window.page.keyboard.press('f');
      await window.shows('enterprise', 'Mokdan Steel Complex … site manager');
    },
  ],
  [
    'ends being moved',
    async (window) => {
      await window.page.keyboard.press('a');
      await expect(window.page.getByRole('toolbar', { name: 'Moving ends' })).toBeVisible();
    },
  ],
  [
    'the chooser',
    async (window) => {
      await window.page.keyboard.press('Escape');
      await window.tag({ quote: 'Mokdan Steel', kind: 'enterprise' });
      await window.clickWords('Mokdan Steel');
      await window.page.keyboard.press('c');
      await expect(window.page.getByRole('listbox', { name: 'Annotations here' })).toBeFocused();
    },
  ],
  [
    'the dialog that tags every place',
    async (window) => {
      await window.page.keyboard.press('Escape');
      await window.selectWords('Complex');
      await window.page.keyboard.press('t');
      await expect(window.identical.getByRole('listbox')).toBeVisible();
    },
  ],
  [
    'the history',
    async (window) => {
      await window.page.keyboard.press('Escape');
      await expect(window.identical).toBeHidden();
      await window.page.keyboard.press('h');
      await expect(window.history).toBeVisible();
    },
  ],
  [
    'the table',
    async (window) => {
      await window.page.keyboard.press('l');
      await window.table.focus();
      await window.page.keyboard.press('ControlOrMeta+a');
      await expect(window.page.getByText('4 selected')).toBeVisible();
    },
  ],
];

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ launch: { colorScheme } });
    test('axe finds nothing on what tagging shows', async ({ window }) => {
      test.slow();
      for (const [name, show] of screens) {
        await test.step(name, async () => {
          await show(window);
          expect.soft(await findings(window.page), name).toEqual([]);
        });
      }
    });
  });
}

test('in forced colours the kinds, the selection and the caret are told apart', async ({
  app,
  window,
}) => {
  await app.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  await tagEachKind(window);
  await window.row('enterprise', 'Mokdan Steel Complex').click();
  await window.article.focus();
  await window.clickWords('Supplies are');
  const drawn = await window.article.getByText('Supplies are another').evaluate((paragraph) => {
    const of = (name: string) => {
      const style = getComputedStyle(paragraph, name);
      return { line: style.textDecorationStyle, ground: style.backgroundColor, ink: style.color };
    };
    const caret = paragraph.querySelector<HTMLElement>('[class*=caret]');
    const canvas = getComputedStyle(document.querySelector('article') as HTMLElement);
    return {
      lines: [
        of('::highlight(enterprise-0)'),
        of('::highlight(claim-0)'),
        of('::highlight(date-0)'),
      ].map(({ line }) => line),
      selected: of('::highlight(selected)'),
      selection: of('::selection'),
      plain: { ground: canvas.backgroundColor, ink: canvas.color },
      caret: caret && getComputedStyle(caret).backgroundColor,
      caretWidth: caret?.getBoundingClientRect().width,
      adjust: getComputedStyle(paragraph).forcedColorAdjust,
    };
  });
  expect(new Set(drawn.lines).size).toBe(3);
  expect(drawn.selected.ground).not.toBe(drawn.plain.ground);
  expect(drawn.selection.ground).not.toBe(drawn.plain.ground);
  expect(drawn.caret).toBe(drawn.plain.ink);
  expect(drawn.caret).not.toBe(drawn.plain.ground);
  expect(drawn.caretWidth).toBeGreaterThanOrEqual(2);
});

test('the caret blinks only for those who did not ask for less motion', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.clickWords('Supplies');
  const animation = () =>
    window.article
      .locator('[class*=caret]')
      .evaluate((caret) => getComputedStyle(caret).animationName);
  await expect.poll(animation).toBe('none');
  await app.page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect.poll(animation).not.toBe('none');
});

test.describe('at 200 % zoom', () => {
  test.use({
    launch: { viewport: { width: 720, height: 450 }, files: [samplePaths.steelworks] },
  });
  test('nothing must be scrolled sideways and every command can be reached', async ({
    app,
    window,
  }) => {
    /** What is cut off, or would have to be scrolled to, at the right edge. */
    const overflow = () =>
      app.page.evaluate(() =>
        [...document.querySelectorAll('html, header, main, footer, article p, [role=dialog]')]
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .concat(document.documentElement.scrollWidth > innerWidth ? document.body : [])
          .map(({ localName }) => localName),
      );
    await expect(window.title(sampleTitles.steelworks)).toBeVisible();
    expect(await overflow()).toEqual([]);
    for (const button of await app.page.getByRole('banner').getByRole('button').all())
      await expect(button).toBeInViewport({ ratio: 0.9 });
    for (const menu of await app.page.getByRole('menubar').getByRole('menuitem').all())
      await expect(menu).toBeInViewport({ ratio: 0.9 });

    await window.selectWords('Hyangju Province');
    await app.page.keyboard.press('1');
    await expect(window.status.getByText('1 enterprise', { exact: true })).toBeVisible();
    await app.page.keyboard.press('a');
    await expect(app.page.getByRole('toolbar', { name: 'Moving ends' })).toBeInViewport({
      ratio: 0.9,
    });
    expect(await overflow()).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('ControlOrMeta+i');
    await expect(window.quote).toHaveText('Hyangju Province');
    await expect(window.inspector).toBeInViewport();
    expect(await overflow()).toEqual([]);
    await app.page.keyboard.press('Escape');
    await expect(window.inspector).toBeHidden();
    await app.page.keyboard.press('t');
    await expect(window.identical.getByRole('button', { name: /^Tag/ })).toBeInViewport({
      ratio: 0.9,
    });
    expect(await overflow()).toEqual([]);
    await app.page.keyboard.press('Escape');
    await window.command('All annotations in a table');
    await expect(window.table).toBeVisible();
    expect(await overflow()).toEqual([]);
  });
});
