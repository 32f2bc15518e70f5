import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles, writeArticle } from '../support/app/texts';

interface Heard {
  readonly role: string;
  readonly name: string;
  readonly focused: boolean;
}

/** What Chromium tells a screen reader of the page, in order, without what it leaves out. */
async function heard(page: Page): Promise<readonly Heard[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties = [] }) => ({
      role: String(role?.value ?? ''),
      name: String(name?.value ?? ''),
      focused: properties.some((one) => one.name === 'focused' && one.value.value === true),
    }));
}

const said = (window: DatelinePage, words: string | RegExp) =>
  expect(window.voice).toHaveText(typeof words === 'string' ? new RegExp(`^${words}\\s?$`) : words);

/** One annotation of each kind. */
async function tagEachKind(window: DatelinePage): Promise<void> {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.tag({ quote: 'The hall above it is nearing completion', kind: 'claim' });
  await window.tag({ quote: 'February 17, 2025', kind: 'date' });
}

test('the annotations of a paragraph are a list behind its words, and each can be chosen', async ({
  app,
  window,
}) => {
  await tagEachKind(window);
  await window.row('enterprise', 'Mokdan Steel Complex').click();
  await window.field('Name to go by').fill('Mokdan Works');
  await app.page.keyboard.press('Enter');
  const name = 'Enterprise: Mokdan Steel Complex, Mokdan Works';
  await expect(window.article.getByRole('button', { name })).toHaveCount(1);
  const tree = await heard(app.page);
  const at = tree.findIndex(
    ({ role, name: list }) => role === 'list' && list === 'Annotations in paragraph 5',
  );
  expect(at).toBeGreaterThan(0);
  expect(
    tree
      .slice(at)
      .filter(({ role }) => role === 'button')
      .slice(0, 3)
      .map((node) => node.name),
  ).toEqual([name, 'Date: February 17, 2025', 'Claim: The hall above it is nearing completion']);

  await window.article
    .getByRole('button', { name: 'Claim: The hall' })
    .evaluate((button) => (button as HTMLElement).click());
  await window.shows('claim', 'The hall above it is nearing completion');
});

test('motions of the caret, selections, annotations and moved ends are said', async ({
  app,
  window,
  desk,
}) => {
  const text = writeArticle('Salt', 'The Paeksan salt works dries brine. It rains.', 'Done.');
  await window.openFiles([await desk.write('salt.txt', text)]);
  await window.tag({ quote: 'Paeksan salt works', kind: 'enterprise' });
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('ControlOrMeta+Home');
  for (const [key, words] of [
    ['ControlOrMeta+ArrowDown', 'Paragraph 2: The Paeksan salt works dries brine\\.'],
    ['ControlOrMeta+ArrowRight', 'The'],
    ['ArrowRight', 'P, in Enterprise Paeksan salt works'],
    ['ControlOrMeta+ArrowRight', 'Paeksan'],
    ['ControlOrMeta+Shift+ArrowRight', 'Selected:  ?salt'],
    ['Escape', /.*/],
    ['ControlOrMeta+ArrowUp', /^Paragraph 2/],
    ['n', 'Enterprise Paeksan salt works, 1 of 1, paragraph 2'],
    ['a', 'Moving the end: Paeksan salt works'],
    ['ArrowRight', 'Moving the end: Paeksan salt works dries'],
    ['Tab', 'Moving the start: Paeksan salt works dries'],
  ] as const) {
    await test.step(key, async () => {
      await app.page.keyboard.press(key);
      await said(window, words);
    });
  }
  await app.page.keyboard.press('Escape');
  const regions = (await heard(app.page)).filter(({ role }) => role === 'status');
  expect(regions.length).toBeGreaterThan(0);
});

test('a motion by sentence says the sentence that the caret went through', async ({
  app,
  window,
  desk,
}) => {
  const text = writeArticle('Salt', 'The sea is near. It rains. The pans are full.');
  await window.openFiles([await desk.write('salt.txt', text)]);
  await window.clickWords('The sea');
  for (const [key, words] of [
    ['Alt+ArrowRight', 'The sea is near\\.'],
    ['Alt+ArrowRight', 'It rains\\.'],
    ['Alt+ArrowLeft', 'It rains\\.'],
    ['Alt+ArrowLeft', 'The sea is near\\.'],
  ] as const) {
    await app.page.keyboard.press(key);
    await said(window, words);
  }
});

test('a jump to an end of the article is said, and so is what is selected up to there', async ({
  app,
  window,
  desk,
}) => {
  const text = writeArticle('Salt', 'The Paeksan salt works dries brine.', 'The pans are white.');
  await window.openFiles([await desk.write('salt.txt', text)]);
  await window.clickWords('Paeksan');
  await app.page.keyboard.press('ControlOrMeta+Shift+End');
  await said(window, /^Selected: Paeksan salt works dries brine\.\s+The pans are white\.\s?$/);
  await app.page.keyboard.press('ControlOrMeta+Home');
  await said(window, 'Salt');
  await app.page.keyboard.press('ControlOrMeta+End');
  await said(window, 'The pans are white\\.');
});

test('Tab goes from the top bar over the library, the article and the inspector to the status line, and each stop has a name', async ({
  app,
  window,
}) => {
  test.slow();
  await tagEachKind(window);
  await app.page.evaluate(() => {
    document.getSelection()?.removeAllRanges();
    (document.activeElement as HTMLElement | null)?.blur();
    document.body.setAttribute('tabindex', '-1');
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const stops: { region: string; name: string }[] = [];
  for (let press = 0; press < 80; press += 1) {
    await app.page.keyboard.press('Tab');
    const region = await app.page.evaluate(() => {
      const { activeElement } = document;
      if (!activeElement || activeElement === document.body) return 'end';
      const role = activeElement.getAttribute('role');
      if (role === 'listbox' || role === 'separator') return role;
      const around = activeElement.closest('header, footer, main, aside');
      return around?.getAttribute('aria-label') ?? around?.localName ?? 'start';
    });
    if (region === 'end' || (region === 'start' && stops.length > 1)) break;
    const focused = (await heard(app.page)).findLast(
      (node) => node.focused && node.role !== 'RootWebArea',
    );
    stops.push({ region, name: focused?.name ?? '' });
  }
  // The edges between the columns are stops too, each behind the column it is of.
  const order = stops
    .map(({ region }) => region)
    .filter((region) => region !== 'separator')
    .filter((region, at, all) => region !== all[at - 1]);
  expect(order).toEqual([
    'start',
    'header',
    'Library',
    'Article',
    'Inspector',
    'listbox',
    'footer',
  ]);
  expect(stops.filter(({ name }) => name.trim() === '')).toEqual([]);
});

/** What axe finds on the screen as it stands, one line each. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .exclude('[data-base-ui-focus-guard]')
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}\n${failureSummary}`),
  );
}

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
