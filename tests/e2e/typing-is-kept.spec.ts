import type { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles } from '../support/app/texts';

const first = 'Mokdan Steel Complex';
const other = 'Unhyang Mining Complex';

test.beforeEach(async ({ window }) => {
  await window.openFiles([samplePaths.steelworks, samplePaths.page]);
  await window.tag({ quote: other, kind: 'enterprise' });
  await window.tag({ quote: first, kind: 'enterprise' });
});

/** What may happen while a field is still open. */
const departures: readonly [string, (window: DatelinePage) => Promise<void>][] = [
  ['another annotation is chosen in the list', (window) => window.row('enterprise', other).click()],
  ['another annotation is clicked in the text', (window) => window.clickWords(other)],
  ['other words are selected and tagged', (window) => window.tag({ quote: 'July', kind: 'date' })],
  ['another article is chosen', (window) => window.entry(sampleTitles.page).click()],
  ['files are opened', (window) => window.openFiles([samplePaths.korean])],
  [
    'the page is reloaded, after the question whether to leave',
    async (window) => {
      const question = window.page.waitForEvent('dialog');
      await window.page.evaluate(() => setTimeout(() => location.reload()));
      await (await question).dismiss();
      await expect(window.annotations.getByText('Mokdan Works')).toBeVisible();
      await window.saved();
      await window.page.reload();
    },
  ],
];

for (const [name, leave] of departures) {
  test(`what was typed is stored for its own annotation when ${name}`, async ({ window }) => {
    await window.field('Note').fill('A note half writ');
    await window.field('Name to go by').pressSequentially('Mokdan Works');
    await leave(window);
    await window.saved();
    await window.entry(sampleTitles.steelworks).click();
    await expect(window.title(sampleTitles.steelworks)).toBeVisible();
    await window.row('enterprise', first).click();
    await expect(window.field('Name to go by')).toHaveValue('Mokdan Works');
    await expect(window.field('Note')).toHaveValue('A note half writ');
    await window.row('enterprise', other).click();
    await expect(window.field('Name to go by')).toHaveValue('');
    await expect(window.field('Note')).toHaveValue('');
  });
}

test('a date that is not one yet waits for its annotation to come back', async ({ window }) => {
  await window.tag({ quote: 'March 28', kind: 'date' });
  await window.field('Date value').fill('2025-03-');
  await window.row('enterprise', other).click();
  await window.shows('enterprise', other);
  await window.row('date', 'March 28').click();
  await expect(window.field('Date value')).toHaveValue('2025-03-');
  await expect(window.field('Date value')).toHaveAttribute('aria-invalid', 'true');
});

test('facts of an article are stored when another is chosen', async ({ window }) => {
  await window.page.keyboard.press('Escape');
  await window.field('Title').fill('A Title of Mine');
  await window.entry(sampleTitles.page).click();
  await expect(window.title(sampleTitles.page)).toBeVisible();
  await expect(window.entry('A Title of Mine')).toBeVisible();
});
