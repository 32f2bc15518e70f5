import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles, writeArticle } from '../support/app/texts';

test('facts that a text gives plainly are filled in', async ({ window, desk }) => {
  const cases = [
    {
      path: samplePaths.page,
      facts: { Title: sampleTitles.page, Outlet: 'The Hyangju Courier', Published: '2025-04-08' },
      basis: '8 April 2025, from the header',
    },
    {
      path: await desk.write(
        'story.txt',
        writeArticle(
          'Furnace Relined at Ryonghyon',
          'Pyongyang, March 4, 2024 (KCNA) -- The furnace was relined.',
        ),
      ),
      facts: { Title: 'Furnace Relined at Ryonghyon', Outlet: 'KCNA', Published: '2024-03-04' },
      basis: '4 March 2024, from the dateline',
    },
    {
      path: await desk.write('notes of mine.txt', 'The furnace was relined.\n'),
      facts: { Title: 'notes of mine', Outlet: '', Published: '' },
      basis: '',
    },
  ] as const;
  for (const { path, facts, basis } of cases) {
    await window.openFiles([path]);
    await expect(window.field('Title')).toHaveValue(facts.Title);
    await expect(window.field('Outlet')).toHaveValue(facts.Outlet);
    await expect(window.field('Published')).toHaveValue(facts.Published);
    if (basis) await expect(window.inspector.getByText(basis)).toBeVisible();
  }
});

test('facts are corrected in place, kept after a reload, and undone', async ({ app, window }) => {
  await window.openFiles([samplePaths.steelworks]);
  const edits = { Title: 'The First Quarter', Outlet: 'HNA', Published: '2025-04-01' } as const;
  for (const [name, value] of Object.entries(edits)) {
    await window.field(name).fill(value);
    await app.page.keyboard.press('Enter');
  }
  await window.field('Language').selectOption('Russian');
  await expect(window.title('The First Quarter')).toBeVisible();
  await expect(window.entry('The First Quarter')).toContainText('HNA');
  await expect(window.inspector.getByText('1 April 2025, entered by hand')).toBeVisible();
  await window.saved();

  await app.page.reload();
  for (const [name, value] of Object.entries(edits))
    await expect(window.field(name)).toHaveValue(value);
  await expect(window.field('Language')).toHaveValue('ru');

  for (let step = 0; step < 4; step += 1) await window.command('Undo');
  await expect(window.field('Title')).toHaveValue(sampleTitles.steelworks);
  await expect(window.field('Published')).toHaveValue('2025-03-31');
  await expect(window.inspector.getByText('31 March 2025, from the header')).toBeVisible();
  await expect(window.field('Language')).toHaveValue('en');
});

test('what is no day and no title is not stored, and the field says why', async ({
  app,
  window,
}) => {
  await window.openFiles([samplePaths.steelworks]);
  await window.field('Published').fill('2025-02-30');
  await expect(window.inspector.getByText('Write a day as year-month-day')).toBeVisible();
  await expect(window.field('Published')).toHaveAttribute('aria-invalid', 'true');
  await app.page.keyboard.press('Enter');
  await window.field('Title').fill('  ');
  await expect(window.inspector.getByText('A title is needed.')).toBeVisible();
  await app.page.keyboard.press('Enter');
  await app.page.reload();
  await expect(window.field('Title')).toHaveValue(sampleTitles.steelworks);
  await expect(window.field('Published')).toHaveValue('2025-03-31');
});
