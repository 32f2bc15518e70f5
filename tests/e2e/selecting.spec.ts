import { expect, test } from '../support/app/fixtures';
import { samplePaths, writeArticle, writeLongArticle } from '../support/app/texts';

const mine = writeArticle('The Mine', 'The Kangan Mine met its plan. The Ryul Works did not.');

const selection = (): string => String(document.getSelection());
const copied = (): Promise<string> => navigator.clipboard.readText();

test('Ctrl+A and Ctrl+C copy the article and nothing else of the window', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('mine.txt', mine)]);
  await window.clickWords('Kangan');
  await app.page.keyboard.press('ControlOrMeta+a');
  await app.page.keyboard.press('ControlOrMeta+c');
  expect(await app.page.evaluate(copied)).toBe(mine.trim());

  // The same with the focus in a list, from the palette, and by whatever else selects all of the page.
  await window.library.getByRole('tree').focus();
  await app.page.keyboard.press('ControlOrMeta+a');
  await app.page.evaluate(() => navigator.clipboard.writeText(''));
  await app.page.keyboard.press('ControlOrMeta+c');
  expect(await app.page.evaluate(copied)).toBe(mine.trim());

  await window.clickWords('Ryul');
  await window.command('Select all');
  await expect(window.status).toContainText('para 1');
  await app.page.keyboard.press('ControlOrMeta+c');
  expect(await app.page.evaluate(copied)).toBe(mine.trim());

  await window.clickWords('Ryul');
  await app.page.evaluate(() => document.execCommand('selectAll'));
  await expect.poll(() => app.page.evaluate(selection)).not.toContain('Skip to');
  await app.page.keyboard.press('ControlOrMeta+c');
  expect(await app.page.evaluate(copied)).toBe(mine.trim());

  await app.page.keyboard.press('1');
  await window.shows('enterprise', mine.trim());
});

test('in a field Ctrl+A is that of the field', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.field('Note').fill('A note');
  await app.page.keyboard.press('ControlOrMeta+a');
  await app.page.keyboard.press('ControlOrMeta+c');
  expect(await app.page.evaluate(copied)).toBe('A note');
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 1024, height: 700 },
]) {
  test.describe(`in a window of ${viewport.width} × ${viewport.height}`, () => {
    test.use({ launch: { viewport } });

    test('a drag a little past the article selects no more than what is in view', async ({
      app,
      window,
      desk,
    }) => {
      await window.openFiles([await desk.write('long.txt', writeLongArticle('Long', 40))]);
      const { mouse } = app.page;
      const words = { quote: 'works', occurrence: 3, scroll: false } as const;
      const from = await window.pointAt({ ...words, end: 'start' });
      const article = await window.article.boundingBox();
      if (!article) throw new Error('no article');
      const right = article.x + article.width;
      const bottom = article.y + article.height;
      for (const to of [
        { x: Math.min(right + 30, viewport.width - 5), y: from.y },
        { x: Math.max(article.x - 30, 5), y: from.y },
        { x: article.x + 80, y: bottom + 12 },
      ]) {
        await mouse.move(from.x, from.y);
        await mouse.down();
        await mouse.move(from.x + 6, from.y, { steps: 2 });
        await mouse.move(to.x, to.y, { steps: 5 });
        await mouse.up();
        await expect.poll(() => app.page.evaluate(selection)).not.toContain('number 40');
        const taken = await app.page.evaluate(selection);
        expect(taken).not.toContain('Saved');
        expect(taken.startsWith('works') || taken.length < 120).toBe(true);
        await window.article.evaluate((element) => element.scrollTo(0, 0));
        await app.page.keyboard.press('Escape');
        await window.clickWords('Long');
      }
    });
  });
}

test('a press inside selected words, dragged, selects other words', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('mine.txt', mine)]);
  await window.clickWords('Ryul');
  for (let time = 0; time < 3; time += 1) await app.page.keyboard.press('e');
  await expect.poll(() => app.page.evaluate(selection)).toContain('The Ryul Works did not');
  await window.selectWords('Ryul Works');
  await window.selects('Ryul Works');
  await app.page.keyboard.press('1');
  await window.shows('enterprise', 'Ryul Works');
});

test('files dropped over the export dialog do not change what this article is', async ({
  app,
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('mine.txt', mine)]);
  await window.tag({ quote: 'Kangan Mine', kind: 'enterprise' });
  await window.saved();
  await app.page.keyboard.press('ControlOrMeta+e');
  const dialog = app.page.getByRole('dialog', { name: 'Export' });
  await expect(dialog.getByText('The Mine')).toBeVisible();
  await window.drop([samplePaths.page]);
  await expect(app.page).toHaveTitle(/A Morning/);
  await expect(dialog.getByText('The Mine')).toBeVisible();
  await dialog.getByRole('radio', { name: 'This article' }).check();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(dialog.getByText(/the-mine-dateline.*\.json$/i)).toBeVisible();
});
