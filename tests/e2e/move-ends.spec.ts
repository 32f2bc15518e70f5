import { expect, test } from '../support/app/fixtures';
import { writeArticle } from '../support/app/texts';

const sentence = 'The old Paeksong cement works in the valley burns lime again.';

test.beforeEach(async ({ window, desk }) => {
  const text = writeArticle('Lime', sentence, 'Its kiln is the third.');
  await window.openFiles([await desk.write('lime.txt', text)]);
  await window.tag({ quote: 'Paeksong cement', kind: 'enterprise' });
});

test('A moves ends by keys, shows how it would be, and is one step of undo', async ({
  app,
  window,
}) => {
  const bar = app.page.getByRole('toolbar', { name: 'Moving ends' });
  await app.page.keyboard.press('a');
  await expect(bar).toContainText('End');
  const moves = [
    ['ArrowRight', 'end', 'Paeksong cement works'],
    ['ArrowRight', 'end', 'Paeksong cement works in'],
    ['ArrowLeft', 'end', 'Paeksong cement works'],
    ['Alt+ArrowLeft', 'end', 'Paeksong cement work'],
    ['Alt+ArrowRight', 'end', 'Paeksong cement works'],
    ['Tab', 'start', 'Paeksong cement works'],
    ['ArrowLeft', 'start', 'old Paeksong cement works'],
    ['ArrowRight', 'start', 'Paeksong cement works'],
    ['Alt+ArrowRight', 'start', 'aeksong cement works'],
    ['ArrowLeft', 'start', 'Paeksong cement works'],
  ] as const;
  for (const [key, end, words] of moves) {
    await test.step(`${key}: ${words}`, async () => {
      await app.page.keyboard.press(key);
      await expect(window.voice).toHaveText(new RegExp(`^Moving the ${end}: ${words}\\s?$`));
    });
  }
  await window.shows('enterprise', 'Paeksong cement');
  await app.page.keyboard.press('Enter');
  await expect(bar).toBeHidden();
  await window.shows('enterprise', 'Paeksong cement works');
  await app.page.keyboard.press('ControlOrMeta+z');
  await window.shows('enterprise', 'Paeksong cement');
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await window.shows('enterprise', 'Paeksong cement works');
});

test('Escape leaves the ends as they were, and an end never passes the other', async ({
  app,
  window,
}) => {
  await app.page.keyboard.press('a');
  for (let press = 0; press < 5; press += 1) await app.page.keyboard.press('ArrowLeft');
  await expect(window.voice).toContainText('Moving the end: P');
  await app.page.keyboard.press('Escape');
  await expect(app.page.getByRole('toolbar', { name: 'Moving ends' })).toBeHidden();
  await window.shows('enterprise', 'Paeksong cement');
  await window.row('enterprise', 'Paeksong cement').click();
  await expect(window.history).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();
});

test('whoever goes elsewhere by mouse moves no ends any more', async ({ app, window }) => {
  const bar = app.page.getByRole('toolbar', { name: 'Moving ends' });
  await window.tag({ quote: 'kiln', kind: 'claim' });
  const elsewhere = [() => window.row('claim', 'kiln').click(), () => window.clickWords('third')];
  for (const go of elsewhere) {
    await window.row('enterprise', 'Paeksong cement').click();
    await app.page.keyboard.press('a');
    await expect(bar).toBeVisible();
    await go();
    await expect(bar).toBeHidden();
  }
});

test('a knob dragged by mouse takes whole words, and with Alt any letter', async ({
  app,
  window,
}) => {
  await window.dragEnd('end', { quote: 'works in the val', edge: 'end' });
  await expect(window.voice).toContainText('Paeksong cement works in the valley');
  await window.shows('enterprise', 'Paeksong cement');
  await app.page.mouse.up();
  await window.shows('enterprise', 'Paeksong cement works in the valley');

  await window.dragEnd('start', { quote: 'ld Paeksong', edge: 'start' });
  await app.page.mouse.up();
  await window.shows('enterprise', 'old Paeksong cement works in the valley');

  await app.page.keyboard.down('Alt');
  await window.dragEnd('end', { quote: 'the val', edge: 'end' });
  await app.page.mouse.up();
  await app.page.keyboard.up('Alt');
  await window.shows('enterprise', 'old Paeksong cement works in the val');
  for (const words of [
    'old Paeksong cement works in the valley',
    'Paeksong cement works in the valley',
    'Paeksong cement',
  ]) {
    await app.page.keyboard.press('ControlOrMeta+z');
    await window.shows('enterprise', words);
  }
});

test('Escape while dragging leaves the end, and past the ends of the text it stays within', async ({
  app,
  window,
}) => {
  await window.dragEnd('end', { quote: 'burns lime', edge: 'end' });
  await app.page.keyboard.press('Escape');
  await app.page.mouse.up();
  await expect(app.page.getByRole('toolbar', { name: 'Moving ends' })).toBeHidden();
  await window.shows('enterprise', 'Paeksong cement');

  await window.dragEnd('end', { quote: 'The old', edge: 'start' });
  await expect(window.voice).toHaveText(/^Moving the end: P\s?$/);
  await app.page.mouse.move(700, 890, { steps: 2 });
  await expect(window.voice).toContainText('the third');
  await app.page.mouse.up();
  await expect(window.quote).toContainText('Its kiln is the third');
});
