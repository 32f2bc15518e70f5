import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles } from '../support/app/texts';

test('the palette finds a command by a few letters and runs it by key and by mouse', async ({
  app,
  window,
}) => {
  await app.page.keyboard.press('ControlOrMeta+k');
  const dialog = app.page.getByRole('dialog', { name: 'Commands' });
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await app.page.keyboard.type('sample');
  await expect(dialog.getByRole('option').first()).toContainText('Open the sample articles');
  await app.page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(window.library.getByText('3 articles', { exact: true })).toBeVisible();

  await window.page.getByRole('button', { name: 'Commands' }).click();
  await app.page.keyboard.type('about');
  await dialog.getByRole('option', { name: 'About Dateline' }).click();
  const about = app.page.getByRole('dialog', { name: 'About Dateline' });
  await expect(about.getByText('Browser window')).toBeVisible();
  await expect(about.getByText(app.folders.data)).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(about).toBeHidden();
});

test('the palette says when nothing matches and when a command is not available', async ({
  app,
}) => {
  await app.page.keyboard.press('ControlOrMeta+k');
  const dialog = app.page.getByRole('dialog', { name: 'Commands' });
  await dialog.getByRole('combobox').fill('no such thing');
  await expect(dialog.getByText('No command matches.').last()).toBeVisible();
  await dialog.getByRole('combobox').fill('Export');
  const option = dialog.getByRole('option', { name: 'Export' });
  await expect(option).toHaveAttribute('aria-disabled', 'true');
  await app.page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
});

test('the question mark opens the key sheet, with every key of the commands', async ({ app }) => {
  await app.page.keyboard.press('?');
  const sheet = app.page.getByRole('dialog', { name: 'Keys' });
  for (const group of ['File', 'Edit', 'Tag', 'View', 'Help'])
    await expect(sheet.getByRole('heading', { name: group, exact: true })).toBeVisible();
  for (const name of ['Open files…', 'Undo', 'Tag as enterprise', 'Larger text', 'Next annotation'])
    await expect(sheet.getByText(name, { exact: true })).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('while a person types, letters and digits are letters and digits', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.field('Note').focus();
  await app.page.keyboard.type('n1 2 3 p?vm');
  await app.page.keyboard.press('Backspace');
  await expect(window.field('Note')).toHaveValue('n1 2 3 p?v');
  await window.shows('enterprise', 'Mokdan Steel Complex');
  await app.page.keyboard.press('ControlOrMeta+f');
  await expect(window.finder.getByRole('textbox')).toBeFocused();
});

test('menus run commands by mouse', async ({ app, window }) => {
  const bar = app.page.getByRole('menubar', { name: 'Menu' });
  await bar.getByRole('menuitem', { name: 'File' }).click();
  const item = app.page.getByRole('menuitem', { name: 'Open the sample articles' });
  await expect(app.page.getByRole('menuitem', { name: 'Remove this article' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await item.click();
  await expect(window.library.getByText('3 articles', { exact: true })).toBeVisible();
  await bar.getByRole('menuitem', { name: 'View' }).click();
  const dark = app.page.getByRole('menuitemcheckbox', { name: 'Dark theme' });
  await expect(dark).not.toBeChecked();
  await dark.click();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('menus run commands by keyboard', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  const bar = app.page.getByRole('menubar', { name: 'Menu' });
  await bar.getByRole('menuitem', { name: 'File' }).focus();
  await app.page.keyboard.press('ArrowRight');
  await expect(bar.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('menuitem', { name: 'Undo' })).toBeFocused();
  await app.page.keyboard.press('Enter');
  await expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();
  await expect(app.page.getByRole('menu')).toBeHidden();
});

test('articles are walked through by key', async ({ app, window }) => {
  await window.openFiles(Object.values(samplePaths));
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  const shown = new Set<string>();
  for (let step = 0; step < 3; step += 1) {
    const before = await app.page.title();
    await app.page.keyboard.press('Alt+ArrowDown');
    await expect(app.page).not.toHaveTitle(before);
    shown.add(await app.page.title());
  }
  expect(shown.size).toBe(3);
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await app.page.keyboard.press('Alt+ArrowUp');
  await expect(window.title(sampleTitles.steelworks)).toBeHidden();
});

test('the selected words are copied as they stand in the text', async ({ app, window, desk }) => {
  await window.openFiles([await desk.write('crlf.txt', 'A Title\r\n\r\nFirst\r\nsecond 🏭.\r\n')]);
  await window.selectWords('First\nsecond 🏭');
  await app.page.keyboard.press('ControlOrMeta+c');
  const copied = (): Promise<string> =>
    app.page.evaluate(() => navigator.clipboard.readText().then((text) => text));
  expect((await copied()).replaceAll('\r\n', '\n')).toBe('First\nsecond 🏭');
  await app.page.keyboard.press('Escape');
  await window.tag({ quote: 'second', kind: 'claim' });
  await app.page.keyboard.press('ControlOrMeta+c');
  expect(await copied()).toBe('second');
});
