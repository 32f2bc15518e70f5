import type { Page } from '@playwright/test';
import { expect, test } from '../support/app/fixtures';

const title = 'افتتاح مصنع';
const sentence = 'افتتح المصنع (Kangan Mine) في 9 يناير 2025، وقال المدير: "هذا نجاح!".';
const latin = 'The Kangan Mine works.';
const text = `${title}\n\n${sentence}\n\n${latin}\n`;

/** Selects words by the search. */
async function goTo(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+f');
  await page.keyboard.insertText(words);
  await page.keyboard.press('Escape');
}

test('what is written from right to left is shown so, wherever it stands', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('ar.txt', text)]);
  const { page } = app;
  await expect(window.title(title)).toHaveCSS('direction', 'rtl');
  await expect(window.article.getByText('وقال المدير')).toHaveCSS('direction', 'rtl');
  await expect(window.article.getByText(latin)).toHaveCSS('direction', 'ltr');
  await expect(window.entry(title).getByText(title, { exact: true })).toHaveCSS('direction', 'rtl');
  await test.step('a quote, in the inspector, the list and the table', async () => {
    await goTo(page, 'وقال المدير');
    await page.keyboard.press('1');
    await window.shows('enterprise', 'وقال المدير');
    await expect(window.quote).toHaveCSS('direction', 'rtl');
    const row = window.row('enterprise', 'وقال المدير');
    await expect(row.getByText('وقال المدير')).toHaveCSS('direction', 'rtl');
    await window.command('Annotations');
    const cell = page.getByRole('grid').getByText('وقال المدير');
    await expect(cell).toHaveCSS('direction', 'rtl');
  });
});

test('the arrow keys go to the side that they name, and selections grow by the letter', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('ar.txt', text)]);
  const { page } = app;
  await expect(window.article).toBeVisible();
  await goTo(page, 'وقال');
  // To the right is the beginning of what is selected.
  await page.keyboard.press('ArrowRight');
  await window.caretStands('|وقال');
  const motions = [
    ['ArrowLeft', 'و|قال'],
    ['ArrowRight', '|وقال'],
    ['ControlOrMeta+ArrowLeft', 'وقال| المدير'],
    ['ControlOrMeta+ArrowRight', '|وقال'],
    ['Home', '|افتتح المصنع'],
    ['ArrowLeft', 'ا|فتتح'],
    ['End', '!".|'],
    ['ControlOrMeta+ArrowDown', '|The Kangan'],
    ['ArrowRight', 'T|he Kangan'],
    ['ControlOrMeta+ArrowRight', 'The| Kangan'],
  ] as const;
  for (const [key, place] of motions) {
    await test.step(key, async () => {
      await page.keyboard.press(key);
      await window.caretStands(place);
    });
  }
  await goTo(page, 'المصنع');
  await page.keyboard.press('ArrowRight');
  await window.caretStands('|المصنع');
  await page.keyboard.press('Shift+ArrowLeft');
  await window.selects('ا');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await window.selects('المصنع');
  await page.keyboard.press('ControlOrMeta+Shift+ArrowLeft');
  await window.selects('المصنع (Kangan');
  await page.keyboard.press('ArrowRight');
  await window.caretStands('|المصنع');
});

test('a file whose name would read as another is shown as what it is', async ({
  app,
  window,
  desk,
}) => {
  const name = 'rtl\u202egpj.txt';
  await window.openFiles([await desk.write(name, 'The works.\n')]);
  await expect(window.article).toBeVisible();
  const shown = app.page.getByText('rtl[U+202E]gpj.txt');
  await expect(shown.first()).toBeVisible();
  expect(await app.page.title()).not.toContain('\u202e');
  const texts = await app.page.evaluate(() => document.body.innerText);
  expect(texts).not.toContain('\u202e');
});
