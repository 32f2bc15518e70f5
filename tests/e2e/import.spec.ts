import { readFile } from 'node:fs/promises';
import type { Locator } from '@playwright/test';
import { DatelinePage } from '../support/app/dateline-page';
import { expect, test } from '../support/app/fixtures';
import { launchLoopbackApp } from '../support/app/loopback-app';
import { samplePaths, sampleTitles } from '../support/app/texts';
import { buildTaggedArticle, encodeToText, type Tag } from '../unit/codecs/export-builders';

const text = 'The Kangan Mine met its plan on 5 May 2024. 🏭 The Ryul Works did not.\n';
const tags: readonly Tag[] = [
  { words: ['Kangan Mine'], body: { kind: 'enterprise', name: 'KM' } },
  { words: ['met its plan'], body: { kind: 'claim', status: 'completed' } },
];

/** An export of one article with these tags. */
async function exportOf(made: readonly Tag[], unique = 'mine', content = text): Promise<string> {
  const title = `The Mine, ${unique}`;
  return (await encodeToText([buildTaggedArticle(unique, content, made, { title })])).text;
}

/** The counts of one kind of record: new, here already, different here. */
function counts(dialog: Locator, of: 'Articles' | 'Annotations'): Locator {
  const row = dialog.getByRole('row', { name: new RegExp(`^${of} \\d`) });
  return row.getByRole('cell');
}

async function withoutTime(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(/"exportedAt": "[^"]*"/, '');
}

test('an export comes back in an empty project as it was, to the byte', async ({ window }) => {
  await window.openFiles([samplePaths.steelworks, samplePaths.korean]);
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.field('Name to go by').fill('Mokdan Works');
  await window.tag({ quote: 'March 3, 2025', kind: 'date' });
  await window.tag({ quote: 'The hall above it is nearing completion', kind: 'claim' });
  await window.choose('In progress');
  await window.field('Note').fill('One word of the manager.');
  await window.saved();
  const exported = await window.export('All articles');

  const elsewhere = await launchLoopbackApp();
  try {
    const other = new DatelinePage(elsewhere.page);
    await expect(elsewhere.page.getByRole('contentinfo')).toBeVisible();
    await other.import(exported);
    await expect(
      other.importing.getByRole('button', { name: 'Import 3 annotations' }),
    ).toBeVisible();
    await expect(counts(other.importing, 'Articles')).toHaveText(['2', '0', '0']);
    await elsewhere.page.keyboard.press('Enter');
    await expect(other.importing.getByText('3 annotations and 2 articles imported')).toBeVisible();
    await elsewhere.page.keyboard.press('Enter');
    await expect(other.importing).toBeHidden();
    await expect(other.entry(sampleTitles.korean)).toBeVisible();
    const again = await other.export('All articles');
    expect(await withoutTime(again)).toBe(await withoutTime(exported));
    expect(elsewhere.complaints).toEqual([]);
  } finally {
    await elsewhere.close();
  }
});

test('an export that is dropped is imported, and one undo takes it back', async ({
  app,
  window,
  desk,
}) => {
  await window.drop([await desk.write('mine.json', await exportOf(tags))]);
  await window.importing.getByRole('button', { name: 'Import 2 annotations' }).click();
  await window.importing.getByRole('button', { name: 'Close' }).last().click();
  await expect(window.title('The Mine, mine')).toBeVisible();
  await expect(window.row('claim', 'met its plan')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.library.getByText('No articles yet.')).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(window.entry('The Mine, mine')).toBeVisible();
});

test('what differs is shown before anything is changed, and decided one by one', async ({
  app,
  window,
  desk,
}) => {
  const path = await desk.write('mine.json', await exportOf(tags));
  await window.openFiles([path]);
  await window.importing.getByRole('button', { name: 'Import 2 annotations' }).click();
  await window.importing.getByRole('button', { name: 'Close' }).last().click();
  await window.row('enterprise', 'Kangan Mine').click();
  await window.field('Name to go by').fill('Another name');
  await window.row('claim', 'met its plan').click();
  await window.choose('Planned');
  await window.saved();

  await window.import(path);
  await expect(counts(window.importing, 'Annotations')).toHaveText(['0', '0', '2']);
  await expect(
    window.importing.getByRole('button', { name: 'Import', exact: true }),
  ).toBeDisabled();
  await window.importing.getByRole('radio', { name: 'Take theirs' }).first().check();
  await window.importing.getByRole('listbox', { name: 'What differs' }).press('ArrowDown');
  const one = window.importing.getByRole('region', { name: 'met its plan' });
  await one.getByRole('radio', { name: 'Keep mine' }).check();
  await window.importing.getByRole('button', { name: 'Import 1 annotation' }).click();
  await expect(window.importing.getByText('1 annotation and 0 articles imported')).toBeVisible();
  await app.page.keyboard.press('Escape');
  await expect(window.importing).toBeHidden();
  await window.row('enterprise', 'Kangan Mine').click();
  await expect(window.field('Name to go by')).toHaveValue('KM');
  await window.row('claim', 'met its plan').click();
  await expect(window.inspector.getByRole('radio', { name: 'Planned' })).toBeChecked();
});

const refusals = [
  {
    name: 'changed after it was exported',
    change: (json: string) => json.replace('met its plan on', 'met his plan on'),
    says: ['/articles/0/textHash', 'The text is not the one that was exported.'],
  },
  {
    name: 'cut off',
    change: (json: string) => json.slice(0, -20),
    says: [/^line \d+, column \d+$/, 'This is not JSON.'],
  },
  {
    name: 'of a newer Dateline',
    change: (json: string) => json.replace('"version": 1,', '"version": 2,'),
    says: ['A newer Dateline wrote this file.', '/version'],
  },
  {
    name: 'of another program',
    change: () => '{"type": "FeatureCollection", "features": []}',
    says: ['The file is JSON, but no export of Dateline.'],
  },
] as const;
for (const { name, change, says } of refusals)
  test(`a file ${name} is refused with place and reason`, async ({ window, desk }) => {
    await window.import(await desk.write('bad.json', change(await exportOf(tags))));
    const dialog = window.importing;
    await expect(dialog.getByText('The file was not imported')).toBeVisible();
    for (const words of says) await expect(dialog.getByText(words, { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await expect(window.library.getByText('No articles yet.')).toBeVisible();
  });

test.describe('a large import', () => {
  const many = 20_000;

  /** An export of `many` annotations of an article of its own. */
  function large(): Promise<string> {
    const made = Array.from({ length: many }, (_, index): Tag => {
      const body = { kind: 'enterprise', name: `Name ${index % 50}` } as const;
      return { words: ['Ryul Works'], body };
    });
    return exportOf(made, 'large', 'Only the Ryul Works.\n');
  }

  test('goes on while words are tagged, and is one step of undo', async ({ app, window, desk }) => {
    await window.openFiles([samplePaths.steelworks]);
    await expect(window.title(sampleTitles.steelworks)).toBeVisible();
    await window.import(await desk.write('large.json', await large()));
    await window.importing.getByRole('button', { name: 'Import 20,000 annotations' }).click();
    await window.importing.getByRole('button', { name: 'Go on tagging' }).click();
    await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
    await expect(window.entry('The Mine, large')).toBeHidden();
    await expect(window.entry('The Mine, large')).toBeVisible({ timeout: 60_000 });
    await expect(window.notices.getByText('Imported 20,000 annotations')).toBeVisible();
    await app.page.keyboard.press('ControlOrMeta+z');
    await expect(window.entry('The Mine, large')).toBeHidden({ timeout: 60_000 });
    await expect(window.row('enterprise', 'Mokdan Steel Complex')).toBeVisible();
  });

  test('can be cancelled without a trace', async ({ window, desk }) => {
    await window.openFiles([samplePaths.steelworks]);
    await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
    await window.saved();
    const before = await window.export('All articles');
    await window.page.getByRole('button', { name: 'Close' }).last().click();
    await window.import(await desk.write('large.json', await large()));
    await window.importing.getByRole('button', { name: 'Import 20,000 annotations' }).click();
    await expect(window.importing.getByText(/^[2-9],000 of 20,000/)).toBeVisible();
    await window.importing.getByRole('button', { name: 'Cancel' }).click();
    await expect(window.importing).toBeHidden({ timeout: 60_000 });
    await window.saved();
    await expect(window.library.getByText('1 article', { exact: true })).toBeVisible();
    const after = await window.export('All articles');
    expect(await withoutTime(after)).toBe(await withoutTime(before));
  });
});
