import { truncate } from 'node:fs/promises';
import { workLimitMs } from '../../scripts/testing/limits.mjs';
import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles, writeArticle } from '../support/app/texts';

test('every file that cannot be opened is named with its cause, and the others of the drop open', async ({
  window,
  desk,
}) => {
  const large = await desk.write('too large.txt', '');
  await truncate(large, 50 * 1024 * 1024 + 1);
  const good = writeArticle('The Good File', 'Its words can be read.');
  const paths = [
    await desk.write('folder/inside.txt', 'x').then((path) => path.replace('/inside.txt', '')),
    large,
    await desk.write('scan.pdf', '%PDF-1.7\n'),
    await desk.write('noise.txt', Buffer.from([0x41, 0, 0, 0x42, 0, 7, 0, 0x43])),
    await desk.write('broken.txt', Buffer.from([0x41, 0x42, 0xff, 0x43])),
    await desk.write('empty.txt', ''),
    await desk.write('blank.txt', ' \n\t\n '),
    await desk.write('good.txt', good),
    samplePaths.korean,
  ];
  await window.drop(paths);
  const problems = window.page.getByRole('dialog', { name: '7 files could not be opened' });
  await expect(problems).toBeVisible();
  for (const [what, next] of [
    ['‘folder’ is a folder.', 'Open the folder and choose the files inside it.'],
    ['‘too large.txt’ is larger than 50 MB (52.4 MB).', 'Cut it into smaller files'],
    ['‘scan.pdf’ is not a text file but PDF.', 'Save the article as plain text'],
    ['‘noise.txt’ is not a text file.', 'Save the article as plain text'],
    ['‘broken.txt’ is not valid utf-8: byte 2 does not decode.', 'Save it as UTF-8'],
    ['‘empty.txt’ is empty.', 'Check whether the article was saved completely.'],
    ['‘blank.txt’ holds only blank space', 'Check whether the article was saved completely.'],
  ] as const) {
    const problem = problems.getByRole('listitem').filter({ hasText: what });
    await expect(problem).toHaveCount(1);
    await expect(problem).toContainText(next);
  }
  await expect(problems.getByText('2 other files opened.')).toBeVisible();
  await window.page.keyboard.press('Escape');
  await expect(window.title('The Good File')).toBeVisible();
  await expect(window.entry(sampleTitles.korean)).toBeVisible();
  await expect(window.library.getByText('2 articles', { exact: true })).toBeVisible();
});

test('a file of just 50 MB opens', async ({ window, desk }) => {
  const paragraph = `${'The furnace gives iron. '.repeat(40)}\n\n`;
  const size = 50 * 1024 * 1024;
  const content = `A Very Long Report\n\n${paragraph.repeat(Math.ceil(size / paragraph.length))}`;
  await window.drop([await desk.write('long.txt', content.slice(0, size))]);
  await expect(window.title('A Very Long Report')).toBeVisible({ timeout: workLimitMs });
});
