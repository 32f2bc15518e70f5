import { expect, test } from '../support/app/fixtures';
import { samplePaths, sampleTitles } from '../support/app/texts';

test('Q copies the selected words, or those of the selected annotation, with their source', async ({
  app,
  window,
}) => {
  const copied = (): Promise<string> => app.page.evaluate(() => navigator.clipboard.readText());
  await window.openFiles([samplePaths.steelworks]);
  await window.selectWords('A second report is due in July');
  await app.page.keyboard.press('q');
  await expect(window.notices).toContainText('Copied with its source.');
  const source = new RegExp(
    `^“A second report is due in July” \\(${sampleTitles.steelworks}, .*2025-03-31, para\\. 12; first-quarter-at-the-steelworks\\.txt, UTF-16 \\d+–\\d+\\)$`,
  );
  expect(await copied()).toMatch(source);

  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await window.selectWords('electric arc furnace');
  await app.page.keyboard.press('f');
  await window.shows('enterprise', 'Mokdan Steel Complex … electric arc furnace');
  await app.page.keyboard.press('q');
  await expect
    .poll(copied)
    .toMatch(/^“Mokdan Steel Complex … electric arc furnace” \(.*para\. 5; .*\d+–\d+, \d+–\d+\)$/);
});
