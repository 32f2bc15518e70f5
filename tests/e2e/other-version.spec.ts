import { expect, test } from '../support/app/fixtures';

test('a file that was edited and is opened again leads to the version that is tagged', async ({
  window,
  desk,
}) => {
  await window.openFiles([await desk.write('steel.txt', 'The Works\n\nSteel was made.\n')]);
  await window.tag({ quote: 'Steel', kind: 'enterprise' });
  await window.openFiles([await desk.write('steel.txt', 'The Works\n\nMore steel was made.\n')]);
  await expect(window.article.getByText('More steel was made.')).toBeVisible();
  const notice = window.page.getByText(
    'Another version of ‘steel.txt’ is in the library, with 1 annotation.',
  );
  await expect(notice).toBeVisible();
  await window.page.getByRole('button', { name: 'Show that version' }).click();
  await expect(window.article.getByText('Steel was made.', { exact: true })).toBeVisible();
  await expect(window.row('enterprise', 'Steel')).toBeVisible();
  await expect(notice).toBeHidden();
});
