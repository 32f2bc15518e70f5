import { expect, test } from '../support/app/fixtures';
import { writeLongArticle } from '../support/app/texts';

test.beforeEach(async ({ window, desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 120));
  await window.openFiles([path]);
  await expect(window.title('A Long Article')).toBeVisible();
});

test('a click in the text selects the row, and a row brings its words into view', async ({
  window,
}) => {
  for (const number of [3, 60, 110])
    await window.tag({ quote: `furnace ${number} has`, kind: 'claim' });
  await window.clickWords('furnace 3 has');
  await expect(window.row('claim', 'furnace 3 has')).toHaveAttribute('aria-selected', 'true');
  await window.row('claim', 'furnace 110 has').click();
  await window.shows('claim', 'furnace 110 has');
  await expect(window.article.getByText('furnace 110 has')).toBeInViewport();
  await expect(window.article.getByText('furnace 3 has')).not.toBeInViewport();
  await window.clickWords('furnace 60 has');
  await expect(window.row('claim', 'furnace 60 has')).toHaveAttribute('aria-selected', 'true');
  await expect(window.row('claim', 'furnace 60 has')).toContainText('¶');
});

test('a selected row far down a long list is in sight', async ({ window }) => {
  test.slow();
  for (let number = 1; number <= 30; number += 1) {
    await window.selectWithoutMouse(`furnace ${number} has`);
    await window.page.keyboard.press('1');
    await window.shows('enterprise', `furnace ${number} has`);
  }
  await window.clickWords('furnace 1 has');
  await expect(window.row('enterprise', 'furnace 1 has')).toBeInViewport();
  await window.clickWords('furnace 30 has');
  await expect(window.row('enterprise', 'furnace 30 has')).toBeInViewport();
});

test('N and P walk through the annotations in reading order, round both ends', async ({
  app,
  window,
}) => {
  for (const number of [90, 5, 40])
    await window.tag({ quote: `furnace ${number} has`, kind: 'claim' });
  await app.page.keyboard.press('Escape');
  for (const [key, number] of [
    ['n', 90],
    ['n', 5],
    ['n', 40],
    ['p', 5],
    ['p', 90],
  ] as const) {
    await app.page.keyboard.press(key);
    await window.shows('claim', `furnace ${number} has`);
    await expect(window.article.getByText(`furnace ${number} has`)).toBeInViewport();
  }
});

test('kinds can be left out of the list', async ({ window }) => {
  await window.tag({ quote: 'furnace 1 has', kind: 'claim' });
  await window.tag({ quote: 'Ryonghyon works', kind: 'enterprise' });
  const shown = window.inspector.getByRole('group', { name: 'Kinds shown' });
  await shown.getByRole('button', { name: '1 claim' }).click();
  await expect(window.row('claim', 'furnace 1 has')).toBeHidden();
  await expect(window.row('enterprise', 'Ryonghyon works')).toBeVisible();
  await shown.getByRole('button', { name: '1 enterprise' }).click();
  await window.inspector.getByRole('button', { name: 'Show all kinds' }).click();
  await expect(window.annotations.getByRole('option')).toHaveCount(2);
});

test('Escape steps back one level at a time', async ({ app, window }) => {
  await window.tag({ quote: 'furnace 2 has', kind: 'claim' });
  await app.page.keyboard.press('ControlOrMeta+f');
  await app.page.keyboard.type('furnace');
  await expect(window.finder).toBeVisible();
  await window.selectWords('Paragraph number 3');
  await expect(window.palette).toBeVisible();

  await app.page.keyboard.press('Escape');
  await expect(window.palette).toBeHidden();
  await expect(window.finder).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(window.finder).toBeHidden();
  // The words found are selected, to be tagged.
  await expect(window.palette).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(window.palette).toBeHidden();
  await window.shows('claim', 'furnace 2 has');
  await app.page.keyboard.press('Escape');
  await expect(window.field('Title')).toHaveValue('A Long Article');
});
