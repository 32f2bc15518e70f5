import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles } from '../support/app/texts';

test('files dropped anywhere on the window open', async ({ window }) => {
  await window.drop([samplePaths.page, samplePaths.steelworks]);
  await expect(window.title(sampleTitles.page)).toBeVisible();
  await expect(window.entry(sampleTitles.steelworks)).toBeVisible();
});

test('a drop from another page brings its files, and dropped words open nothing', async ({
  app,
  window,
}) => {
  const drop = (what: 'file' | 'words'): Promise<void> =>
    app.page.evaluate((kind) => {
      const dataTransfer = new DataTransfer();
      if (kind === 'words') dataTransfer.setData('text/plain', 'some words');
      else
        dataTransfer.items.add(
          new File(['The Dropped One\n\nIts only paragraph is short.\n'], 'dropped.txt'),
        );
      for (const type of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(
          new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
        );
    }, what);
  await drop('words');
  await expect(window.library.getByText('No articles yet.')).toBeVisible();
  await drop('file');
  await expect(window.title('The Dropped One')).toBeVisible();
});
