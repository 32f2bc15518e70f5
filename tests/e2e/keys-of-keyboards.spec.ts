import type { Page } from '@playwright/test';
import { expect, test } from '../support/app/fixtures';
import { samplePaths, writeArticle } from '../support/app/texts';

const mine = writeArticle(
  'The Mine',
  'The Kangan Mine met its plan on 5 May 2024. The Ryul Works did not.',
  'The Hanbit Mine did.',
);

/** Presses a key as a layout with AltGr has it. Playwright has no such layouts. */
async function pressAltGr(
  page: Page,
  keys: readonly (readonly [key: string, code: string])[],
  held: { readonly ctrlKey?: boolean; readonly altKey?: boolean } = {},
): Promise<void> {
  await page.evaluate(
    ([pressed, more]) => {
      for (const [key, code] of pressed)
        (document.activeElement ?? document.body).dispatchEvent(
          new KeyboardEvent('keydown', {
            key,
            code,
            modifierAltGraph: true,
            bubbles: true,
            cancelable: true,
            ...more,
          }),
        );
    },
    [keys, held] as const,
  );
}

test('without Num Lock the keypad moves and selects, and tags nothing', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('mine.txt', mine)]);
  await window.clickWords('Kangan');
  const { keyboard } = app.page;
  for (const [key, place] of [
    ['Numpad1', 'not.|'],
    ['Numpad7', '|The Kangan'],
    ['Numpad2', '|The Hanbit'],
    ['Numpad8', '|The Kangan'],
    ['Numpad3', '|The Hanbit'],
    ['Numpad9', '|The Mine'],
  ] as const) {
    await keyboard.press(key);
    await window.caretStands(place);
  }
  await keyboard.press('Alt+Numpad2');
  await keyboard.press('ControlOrMeta+Numpad0');
  await expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();
});

test('a date keeps its kind and value under the keypad, also while its ends are moved', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('mine.txt', mine)]);
  await window.tag({ quote: '5 May 2024', kind: 'date' });
  await app.page.keyboard.press('Enter');
  await expect(window.field('Date value')).toHaveValue('2024-05-05');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('n');
  await window.shows('date', '5 May 2024');
  await app.page.keyboard.press('a');
  await expect(app.page.getByRole('toolbar', { name: 'Moving ends' })).toBeVisible();
  for (const key of ['Numpad2', 'Numpad1', 'Numpad3']) await app.page.keyboard.press(key);
  await app.page.keyboard.press('Escape');
  await expect(window.row('date', '5 May 2024')).toBeVisible();
  await expect(window.annotations.getByRole('option')).toHaveCount(1);
  await window.row('date', '5 May 2024').click();
  await expect(window.field('Date value')).toHaveValue('2024-05-05');
});

test('signs typed with AltGr run nothing', async ({ app, window, desk }) => {
  await window.openFiles([await desk.write('mine.txt', mine)]);
  await window.selectWords('Kangan Mine');
  await expect(window.palette).toBeVisible();
  await app.page.evaluate(() => navigator.clipboard.writeText('kept'));
  const signs = [
    ['²', 'Digit2'],
    ['³', 'Digit3'],
    ['@', 'KeyQ'],
    ['€', 'KeyE'],
    ['ð', 'KeyD'],
    ['µ', 'KeyM'],
  ] as const;
  await pressAltGr(app.page, signs);
  await pressAltGr(app.page, signs, { ctrlKey: true, altKey: true });
  await window.selects('Kangan Mine');
  await expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();
  expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe('kept');
});

test('Delete held down deletes one annotation, and an arrow held down goes on', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('mine.txt', mine)]);
  await window.tag({ quote: 'Kangan Mine', kind: 'enterprise' });
  await window.tag({ quote: 'Ryul Works', kind: 'enterprise' });
  await window.tag({ quote: 'Hanbit Mine', kind: 'enterprise' });
  await window.row('enterprise', 'Kangan Mine').click();
  await window.shows('enterprise', 'Kangan Mine');
  const hold = async (key: string): Promise<void> => {
    // Pressed again before it is let go, a key repeats.
    for (let time = 0; time < 5; time += 1) await app.page.keyboard.down(key);
    await app.page.keyboard.up(key);
  };
  for (const [key, left] of [
    ['Delete', 2],
    ['Backspace', 1],
  ] as const) {
    await hold(key);
    await expect(window.annotations.getByRole('option')).toHaveCount(left);
    await window.saved();
    await expect(window.annotations.getByRole('option')).toHaveCount(left);
  }
  await window.shows('enterprise', 'Hanbit Mine');
  // The focus goes into the note, where the rest of the key is not typed.
  await hold('m');
  await expect(window.field('Note')).toBeFocused();
  await expect(window.field('Note')).toHaveValue('');
  await app.page.keyboard.press('Escape');

  await window.clickWords('Kangan');
  await hold('ArrowRight');
  await window.caretStands('Kanga|n');
});

test('Delete held down in the library removes one article', async ({ app, window }) => {
  await window.openFiles(Object.values(samplePaths));
  await expect(window.library.getByRole('treeitem', { name: /\w/ }).first()).toBeVisible();
  await expect(window.library.getByText('3 articles', { exact: true })).toBeVisible();
  await window.library.getByRole('tree').focus();
  await app.page.keyboard.press('End');
  for (let time = 0; time < 5; time += 1) await app.page.keyboard.down('Delete');
  await app.page.keyboard.up('Delete');
  await expect(window.library.getByText('2 articles', { exact: true })).toBeVisible();
  await window.saved();
  await expect(window.library.getByText('2 articles', { exact: true })).toBeVisible();
});
