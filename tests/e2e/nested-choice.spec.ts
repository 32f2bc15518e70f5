import { expect, test } from '../support/app/fixtures';
import { writeArticle } from '../support/app/texts';

const nested = [
  'the power station at Kumdok feeds the mill by the river',
  'power station at Kumdok',
  'Kumdok',
] as const;

test.beforeEach(async ({ window, desk }) => {
  const text = writeArticle('Wires', `Since May ${nested[0]}.`, 'Others wait.');
  await window.openFiles([await desk.write('wires.txt', text)]);
  await window.tag({ quote: nested[0], kind: 'claim' });
  await window.tag({ quote: nested[1], kind: 'enterprise' });
  await window.tag({ quote: nested[2], kind: 'date' });
  await window.page.keyboard.press('Escape');
});

test('a click goes from the innermost outwards, and the chooser lists and picks', async ({
  app,
  window,
}) => {
  const chooser = app.page.getByRole('listbox', { name: 'Annotations here' });
  for (const [kind, quote] of [
    ['date', nested[2]],
    ['enterprise', nested[1]],
    ['claim', nested[0]],
    ['date', nested[2]],
  ] as const) {
    await window.clickWords('Kumdok');
    await window.shows(kind, quote);
    await expect(chooser.getByRole('option', { selected: true })).toHaveText(new RegExp(quote));
  }
  await expect(chooser.getByRole('option')).toHaveText([
    new RegExp(nested[2]),
    new RegExp(nested[1]),
    new RegExp(nested[0]),
  ]);
  await chooser.getByRole('option', { name: `Claim: ${nested[0]}` }).click();
  await window.shows('claim', nested[0]);
  await expect(chooser).toBeHidden();
});

test('C opens the chooser by keyboard: arrows go through it, Enter picks, Escape leaves', async ({
  app,
  window,
}) => {
  const chooser = app.page.getByRole('listbox', { name: 'Annotations here' });
  await window.clickWords('Kumdok');
  await app.page.keyboard.press('Escape');
  await expect(chooser).toBeHidden();
  await app.page.keyboard.press('c');
  await expect(chooser).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await expect(chooser).toBeHidden();
  await window.shows('claim', nested[0]);
  await expect(window.article).toBeFocused();

  await app.page.keyboard.press('c');
  await expect(chooser).toBeFocused();
  await app.page.keyboard.press('Escape');
  await expect(chooser).toBeHidden();
  await window.shows('claim', nested[0]);
  await expect(window.article).toBeFocused();
});

test('O selects at the caret, the innermost first, and again the one around it', async ({
  app,
  window,
}) => {
  await window.clickWords('Kumdok');
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');
  await expect(window.field('Title')).toBeVisible();
  for (const [kind, quote] of [
    ['date', nested[2]],
    ['enterprise', nested[1]],
    ['claim', nested[0]],
    ['date', nested[2]],
  ] as const) {
    await app.page.keyboard.press('o');
    await window.shows(kind, quote);
  }
});

test('O selects the annotation of the words found, though a longer one goes on', async ({
  app,
  window,
}) => {
  await app.page.keyboard.press('ControlOrMeta+f');
  await app.page.keyboard.type('Kumdok');
  await expect(window.finder.getByRole('status')).toHaveText('1 of 1');
  await app.page.keyboard.press('Escape');
  await window.selects('Kumdok');
  await app.page.keyboard.press('o');
  await window.shows('date', nested[2]);
});

test('pointing shows in the text which annotation would be picked', async ({ app, window }) => {
  const hovered = () =>
    app.page.evaluate(() =>
      [...(CSS.highlights.get('hovered') ?? [])]
        .map((range) => (range instanceof Range ? range.toString() : ''))
        .join(''),
    );
  const { x, y } = await window.pointAt({ quote: 'Kumdok', occurrence: 1, end: 'start' });
  await app.page.mouse.move(x + 3, y);
  await expect.poll(hovered).toBe(nested[2]);
  await app.page.mouse.click(x + 3, y);
  await window.shows('date', nested[2]);
  await app.page.mouse.move(x + 5, y);
  await expect.poll(hovered).toBe(nested[1]);

  const chooser = app.page.getByRole('listbox', { name: 'Annotations here' });
  await chooser.getByRole('option', { name: `Claim: ${nested[0]}` }).hover();
  await expect.poll(hovered).toBe(nested[0]);
  await app.page.keyboard.press('Escape');
  await app.page.mouse.move(10, 10);
  await expect.poll(hovered).toBe('');
});
