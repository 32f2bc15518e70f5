import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles, writeArticle } from '../support/app/texts';

test('the name of an enterprise is completed from names used in another article', async ({
  app,
  window,
}) => {
  await window.openFiles([samplePaths.steelworks, samplePaths.page]);
  await window.tag({ quote: 'Ryonghyon complex', kind: 'enterprise' });
  await app.page.keyboard.press('v');
  await app.page.keyboard.type('Ryonghyon Iron and Steel Complex');
  await app.page.keyboard.press('Enter');
  await expect(window.row('enterprise', 'Ryonghyon complex')).toContainText(
    'Ryonghyon Iron and Steel Complex',
  );

  await window.entry(sampleTitles.page).click();
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.field('Name to go by').pressSequentially('ryong');
  const offered = app.page.getByRole('option', { name: 'Ryonghyon Iron and Steel Complex' });
  await expect(offered).toBeVisible();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await expect(window.field('Name to go by')).toHaveValue('Ryonghyon Iron and Steel Complex');
  await window.saved();
  await app.page.reload();
  await expect(window.row('enterprise', 'Mokdan Steel Complex')).toContainText(
    'Ryonghyon Iron and Steel Complex',
  );
});

test('a field that is finished by Enter, or left by Escape, gives the keys back to the text', async ({
  app,
  window,
}) => {
  const { page } = app;
  await window.openFiles([samplePaths.steelworks]);
  for (const quote of ['Ryonghyon complex', 'Mokdan complex'])
    await window.tag({ quote, kind: 'enterprise' });
  await page.keyboard.press('v');
  await page.keyboard.type('Mokdan Steel Complex');
  await page.keyboard.press('Enter');
  await expect(window.article).toBeFocused();
  await page.keyboard.press('p');
  await window.shows('enterprise', 'Ryonghyon complex');
  await page.keyboard.press('m');
  await page.keyboard.type('Two names?');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(window.article).toBeFocused();
  await expect(window.field('Note')).toHaveValue('Two names?');
  await page.keyboard.press('m');
  await page.keyboard.press('Escape');
  await expect(window.article).toBeFocused();
  await page.keyboard.press('2');
  await window.shows('claim', 'Ryonghyon complex');
  await page.keyboard.press('v');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(window.article).toBeFocused();
  await page.keyboard.press('n');
  await window.shows('enterprise', 'Mokdan complex');
  await expect(window.row('enterprise', 'Mokdan complex')).toContainText('Mokdan Steel Complex');
});

const plainDates: readonly [string, string][] = [
  ['January 15, 2025', '2025-01-15'],
  ['15 January 2025', '2025-01-15'],
  ['2025-01-15', '2025-01-15'],
  ['2025년 1월 15일', '2025-01-15'],
  ['Juche 114 (2025)', '2025'],
];

test('a plain absolute date is proposed, and accepted by Enter', async ({ app, window, desk }) => {
  const sentences = plainDates.map(([words], index) => `${index}. On ${words} it was so.`);
  await window.openFiles([await desk.write('dates.txt', writeArticle('Dates', ...sentences))]);
  for (const [words, edtf] of plainDates) {
    await test.step(words, async () => {
      await window.tag({ quote: words, kind: 'date' });
      await expect(window.inspector.getByText(`Proposed ${edtf} ·`)).toBeVisible();
      await app.page.keyboard.press('Enter');
      await expect(window.field('Date value')).toHaveValue(edtf);
      await expect(window.inspector.getByText('By rule:')).toBeVisible();
      await expect(window.inspector.getByText(`Proposed ${edtf} ·`)).toBeHidden();
    });
  }
});

test('words that are no absolute date get no proposal', async ({ window }) => {
  await window.openFiles([samplePaths.steelworks]);
  for (const quote of ['last year', 'March 28', 'July']) {
    await window.tag({ quote, kind: 'date' });
    await expect(window.inspector.getByText(/^Proposed/)).toBeHidden();
    await expect(window.field('Date value')).toHaveValue('');
  }
});

test('a date typed by hand is stored when it is EDTF, and says why when it is not', async ({
  app,
  window,
}) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'March 28', kind: 'date' });
  await app.page.keyboard.press('v');
  await app.page.keyboard.type('2025-02-30');
  await expect(window.inspector.getByText('Month 02 of that year has no day 30.')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(window.field('Date value')).toHaveAttribute('aria-invalid', 'true');
  await expect(window.row('date', 'March 28')).not.toContainText('2025');

  await window.field('Date value').fill('2025-03-28~');
  await expect(window.inspector.getByText('about 28 March 2025')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await expect(window.row('date', 'March 28')).toContainText('28 March 2025');
  await window.saved();
  await app.page.reload();
  await window.row('date', 'March 28').click();
  await expect(window.field('Date value')).toHaveValue('2025-03-28~');
});

test('a claim has a status, and lists the enterprises and dates inside it', async ({
  app,
  window,
}) => {
  const claim =
    'The Ryonghyon Iron and Steel Complex turned out 107 000 tons of pig iron by March 28';
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Ryonghyon Iron and Steel Complex', kind: 'enterprise' });
  await window.tag({ quote: 'March 28', kind: 'date' });
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.tag({ quote: claim, kind: 'claim' });

  for (const status of ['Planned', 'In progress', 'Asserted', 'Completed']) {
    await window.choose(status);
    await expect(window.row('claim', claim)).toContainText(status);
  }
  await window.choose('Unknown');
  await expect(window.row('claim', claim)).not.toContainText('Completed');
  await window.choose('Completed');
  const inside = window.inspector.getByRole('region', { name: /^Claim:/ }).getByRole('listitem');
  await expect(inside).toHaveCount(2);
  await inside.getByRole('button', { name: 'March 28' }).click();
  await window.shows('date', 'March 28');
  await window.row('claim', claim).click();
  await inside.getByRole('button', { name: 'Ryonghyon' }).click();
  await window.shows('enterprise', 'Ryonghyon Iron and Steel Complex');
  await app.page.reload();
  await window.row('claim', claim).click();
  await expect(window.inspector.getByRole('radio', { name: 'Completed' })).toBeChecked();
});

test('a note is stored when the field is left, and undone', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await app.page.keyboard.press('m');
  await app.page.keyboard.type('Seen from the air.');
  await app.page.keyboard.press('Enter');
  await app.page.keyboard.type('Second line.');
  await window.article.focus();
  await window.saved();
  await app.page.reload();
  await window.row('enterprise', 'Mokdan Steel Complex').click();
  await expect(window.field('Note')).toHaveValue('Seen from the air.\nSecond line.');
  await window.article.focus();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.field('Note')).toHaveValue('');
});

test('the name of the coder is asked once and kept with what is made', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote: 'Unhyang Mining Complex', kind: 'enterprise' });
  await expect(window.inspector.getByText('Made without a name')).toBeVisible();
  await window.status.getByLabel('Your name for the record').fill('A. Analyst');
  await app.page.keyboard.press('Enter');
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await expect(window.inspector.getByText('Made by A. Analyst')).toBeVisible();
  await app.page.reload();
  await expect(window.status.getByRole('button', { name: /A\. Analyst/ })).toBeVisible();
});
