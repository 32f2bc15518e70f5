import type { Page } from '@playwright/test';
import { expect, test } from '../support/app/fixtures';
import { sampleTitles } from '../support/app/texts';

/** Names, formats and keys that Korean writes in Latin letters too. */
const alsoKorean = new Set(
  'Dateline English UTF SHA JSON Markdown HTML KCNA Ctrl Shift Alt Enter Esc Del Backspace F3 txt html first quarter ko kB MB at the steelworks rolling mill visit EDTF URL'.split(
    ' ',
  ),
);

/** Runs in the page: all that is said by the interface, in text and in names, without articles and their facts. */
function wordsOfInterface(): string[] {
  const said: string[] = [];
  // Inside, since it is this function alone that reaches the page.
  // oxlint-disable-next-line unicorn/consistent-function-scoping
  const isArticle = (element: Element | null): boolean =>
    element?.closest('[lang="ko"]:not(html), [lang="en"], [data-article-text], code, kbd, dd') !=
    null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent?.checkVisibility() && !isArticle(parent) && !parent.closest('script, style'))
      said.push(node.nodeValue ?? '');
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
    for (const name of ['aria-label', 'title', 'placeholder'])
      if (element.checkVisibility() && !isArticle(element))
        said.push(element.getAttribute(name) ?? '');
  return said.filter((words) => words.trim() !== '');
}

/** Words of Latin letters that the interface says and no Korean would; paths of folders are nobody's words. */
async function englishWords(page: Page): Promise<readonly string[]> {
  const said = await page.evaluate(wordsOfInterface);
  expect(said.some((words) => /\p{Script=Hangul}/u.test(words))).toBe(true);
  return [
    ...new Set(said.flatMap((words) => words.replace(/\/\S+/g, '').match(/[A-Za-z]{2,}/g) ?? [])),
  ].filter((word) => !alsoKorean.has(word));
}

/** Waits until nothing on the screen is in English: what is drawn beside the text follows a frame later. */
async function speaksKorean(page: Page): Promise<void> {
  await expect(async () => expect(await englishWords(page)).toEqual([])).toPass();
}

test('the whole interface speaks Korean, and remembers it', async ({ app, window }) => {
  const { page } = app;
  await window.command('한국어');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await speaksKorean(page);
  for (const [role, name] of [
    ['banner', undefined],
    ['complementary', '서가'],
    ['main', '글'],
    ['contentinfo', undefined],
  ] as const)
    await expect(page.getByRole(role, name ? { name } : {}).first()).toBeVisible();

  await page.getByRole('button', { name: sampleTitles.korean }).click();
  await expect(window.title(sampleTitles.korean)).toBeVisible();
  await speaksKorean(page);

  for (const [key, quote] of [
    ['1', '백련제철련합기업소'],
    ['2', '도에서는 압연강재생산이'],
    ['3', '2025년 1월 9일'],
  ] as const) {
    await window.selectWords(quote);
    await page.keyboard.press(key);
    await expect(page.getByRole('blockquote')).toHaveText(quote);
    await speaksKorean(page);
  }
  for (const key of ['ControlOrMeta+k', '?', 'ControlOrMeta+e', 'ControlOrMeta+f']) {
    await page.keyboard.press(key);
    await expect(page.getByRole(key.endsWith('f') ? 'search' : 'dialog')).toBeVisible();
    await speaksKorean(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await page.keyboard.press('Escape');
  for (const [key, seen] of [
    ['n', page.getByRole('blockquote')],
    ['a', page.getByRole('toolbar', { name: '끝 옮기기' })],
    ['t', page.getByRole('dialog')],
    ['h', page.getByRole('region', { name: '편집 기록' })],
    ['l', page.getByRole('grid')],
  ] as const) {
    await page.keyboard.press(key);
    await expect(seen).toBeVisible();
    await speaksKorean(page);
    if (key === 'n') continue;
    // A dialog that has just gone may still give the focus back: the key is pressed until it is heard.
    await expect
      .poll(async () => {
        await page.keyboard.press('Escape');
        return seen.isVisible();
      })
      .toBe(false);
  }
  for (const menu of await page.getByRole('menubar').getByRole('menuitem').all()) {
    await menu.click();
    await expect(page.getByRole('menu')).toBeVisible();
    await speaksKorean(page);
    await page.keyboard.press('Escape');
  }
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
});

test.describe('on a Korean system', () => {
  test.use({ launch: { language: 'ko-KR' } });
  test('the first start is in Korean', async ({ app }) => {
    await expect(app.page.locator('html')).toHaveAttribute('lang', 'ko');
    await expect(app.page.getByRole('complementary').first()).toBeVisible();
    await speaksKorean(app.page);
  });
});
