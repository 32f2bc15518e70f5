import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles, writeLongArticle } from '../support/app/texts';

test.beforeEach(async ({ window, desk }) => {
  await window.openFiles([await desk.write('long.txt', writeLongArticle('A Long Article', 90))]);
  await expect(window.title('A Long Article')).toBeVisible();
});

test('Alt with a digit goes to the next of a kind, with Shift to the one before, round the ends', async ({
  app,
  window,
}) => {
  const tags = [
    ['enterprise', 5],
    ['claim', 20],
    ['enterprise', 40],
    ['date', 60],
    ['enterprise', 80],
  ] as const;
  for (const [kind, number] of tags) await window.tag({ quote: `furnace ${number} has`, kind });
  await app.page.keyboard.press('Escape');
  await window.clickWords('Paragraph number 30');
  for (const [key, kind, number] of [
    ['Alt+1', 'enterprise', 40],
    ['Alt+1', 'enterprise', 80],
    ['Alt+1', 'enterprise', 5],
    ['Alt+2', 'claim', 20],
    ['Alt+3', 'date', 60],
    ['Alt+Shift+1', 'enterprise', 40],
    ['Alt+Shift+2', 'claim', 20],
    ['Alt+Shift+1', 'enterprise', 5],
    ['Alt+Shift+1', 'enterprise', 80],
  ] as const) {
    await test.step(`${key} to ${kind} ${number}`, async () => {
      await app.page.keyboard.press(key);
      await window.shows(kind, `furnace ${number} has`);
      await expect(window.article.getByText(`furnace ${number} has`)).toBeInViewport();
    });
  }
});

test('U goes through the untagged places of a tagged name until there is none', async ({
  app,
  window,
  desk,
}) => {
  const text = `${writeLongArticle('Rare Names', 60)}\nThe Sambong mill.\n\n${writeLongArticle('More', 60)}\nThe SAMBONG Mill and the Sambong mill’s yard.\n`;
  await window.openFiles([await desk.write('rare.txt', text)]);
  await window.tag({ quote: 'Sambong mill', kind: 'enterprise' });
  for (const words of ['SAMBONG Mill', 'Sambong mill']) {
    await app.page.keyboard.press('u');
    await window.selects(words);
    await expect(window.article.getByText('The SAMBONG Mill and')).toBeInViewport();
    await app.page.keyboard.press('1');
    await window.shows('enterprise', words);
  }
  await app.page.keyboard.press('u');
  await expect(window.notices).toContainText('Every place of the tagged names');
});

test('Ctrl+[ goes back to where a jump left from, also in another article, and Ctrl+] forward', async ({
  app,
  window,
}) => {
  await window.tag({ quote: 'furnace 85 has', kind: 'claim' });
  await window.clickWords('furnace 4 has');
  await app.page.keyboard.press('n');
  await window.shows('claim', 'furnace 85 has');
  await window.openFiles([samplePaths.steelworks]);
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+[');
  await expect(window.title('A Long Article')).toBeVisible();
  await expect(window.article.getByText('furnace 85 has')).toBeInViewport();
  await app.page.keyboard.press('ControlOrMeta+[');
  await expect(window.article.getByText('furnace 4 has')).toBeInViewport();
  await window.caretStands('where |furnace 4 has');
  await app.page.keyboard.press('ControlOrMeta+]');
  await expect(window.article.getByText('furnace 85 has')).toBeInViewport();
  await app.page.keyboard.press('ControlOrMeta+]');
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
});
