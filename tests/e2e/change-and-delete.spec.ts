import type { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { samplePaths } from '../support/app/texts';

const quote = 'Mokdan Steel Complex';

test.beforeEach(async ({ window }) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.tag({ quote, kind: 'enterprise' });
});

const gone = (window: DatelinePage) =>
  expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();

/** What a person does, what it leads to, and what was before it. */
const acts: readonly {
  readonly name: string;
  readonly act: (window: DatelinePage) => Promise<void>;
  readonly after: (window: DatelinePage) => Promise<void>;
}[] = [
  {
    name: 'the kind changed by key',
    act: (window) => window.page.keyboard.press('3'),
    after: (window) => window.shows('date', quote),
  },
  {
    name: 'the kind changed by radio button',
    act: (window) => window.choose('Claim'),
    after: (window) => window.shows('claim', quote),
  },
  {
    name: 'deleted by key',
    act: (window) => window.page.keyboard.press('Delete'),
    after: gone,
  },
  {
    name: 'deleted by button',
    act: (window) => window.inspector.getByRole('button', { name: 'Delete', exact: true }).click(),
    after: gone,
  },
];

for (const { name, act, after } of acts) {
  test(`${name}, undone by Ctrl+Z and done again by Ctrl+Shift+Z`, async ({ app, window }) => {
    await act(window);
    await after(window);
    await app.page.keyboard.press('ControlOrMeta+z');
    await window.shows('enterprise', quote);
    await app.page.keyboard.press('ControlOrMeta+Shift+z');
    await after(window);
    await window.saved();
    await app.page.reload();
    if (after !== gone)
      await window.annotations.getByRole('option').filter({ hasText: quote }).click();
    await after(window);
  });
}

test('a tag undone is gone, and comes back by Ctrl+Y', async ({ app, window }) => {
  await app.page.keyboard.press('ControlOrMeta+z');
  await gone(window);
  await expect(window.notices.getByText(`Undone: Tagged ‘${quote}’ as enterprise`)).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+y');
  await window.shows('enterprise', quote);
});

test('several annotations are deleted in a row', async ({ app, window }) => {
  await window.tag({ quote: 'Unhyang Mining Complex', kind: 'enterprise' });
  await window.tag({ quote: 'May 9 Rolling Mill', kind: 'enterprise' });
  await window.row('enterprise', quote).click();
  await app.page.keyboard.press('Delete');
  await window.shows('enterprise', 'Unhyang Mining Complex');
  await app.page.keyboard.press('Delete');
  await window.shows('enterprise', 'May 9 Rolling Mill');
  await app.page.keyboard.press('Delete');
  await gone(window);
  for (let step = 0; step < 3; step += 1) await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.annotations.getByRole('option')).toHaveCount(3);
});
