import type { Page } from '@playwright/test';
import type { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { tagEachKind } from '../support/app/tag-each-kind';
import { writeArticle } from '../support/app/texts';

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
