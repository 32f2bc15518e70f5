import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DatelinePage } from '../support/app/dateline-page';
import { launchLoopbackApp } from '../support/app/loopback-app';
import { samplePaths, sampleTitles, writeArticle } from '../support/app/texts';
import { photographer, photographSmaller } from './photographer';
import { readOrder } from './tour-order';

const paragraphs = 50;

/** Each within the one before. */
const nested = [
  'Kangbuk Ryonghyon Iron and Steel Complex Hot Rolling Mill of Hyangju Province',
  'Kangbuk Ryonghyon Iron and Steel Complex Hot Rolling Mill',
  'Kangbuk Ryonghyon Iron and Steel Complex',
  'Ryonghyon Iron and Steel Complex',
  'Ryonghyon Iron and Steel',
  'Ryonghyon',
];

const text = writeArticle(
  'A dense report',
  ...Array.from(
    { length: paragraphs },
    (_, index) =>
      `On day ${index + 1} the ${nested[0]} overfulfilled its plan by 3 percent and is pushing ahead with the next.`,
  ),
);

test('what is hard to draw: dense nesting, fragments, lists and dialogs, Korean', async () => {
  const { folder } = await readOrder();
  const app = await launchLoopbackApp();
  const { page } = app;
  const window = new DatelinePage(page);
  const photograph = photographer(page, folder);
  const article = join(tmpdir(), `dateline-gallery-${process.pid}.txt`);
  try {
    await writeFile(article, text);
    await window.openFiles([article]);
    await expect(window.title('A dense report')).toBeVisible();
    for (let day = 1; day <= paragraphs; day += 1)
      for (const quote of nested) {
        await window.selectWithoutMouse(quote, day);
        await page.keyboard.press('1');
      }
    await window.shows('enterprise', 'Ryonghyon');
    await expect(window.status.getByText('300 enterprises')).toBeVisible();
    await window.saved();
    await page.keyboard.press('ControlOrMeta+Home');
    await photograph('nested');

    await window.selectWithoutMouse('overfulfilled its plan by 3 percent');
    await page.keyboard.press('2');
    await window.shows('claim', 'overfulfilled its plan by 3 percent');
    await window.selectWithoutMouse('is pushing ahead with the next');
    await page.keyboard.press('f');
    await expect(window.quote).toContainText(' … ');
    await photograph('fragments');

    await window.clickWords('Ryonghyon Iron', 2);
    await expect(page.getByRole('listbox', { name: /^Annotations here/ })).toBeVisible();
    await photograph('chooser');
    await page.keyboard.press('Escape');

    await page.keyboard.press('a');
    await page.keyboard.press('ArrowRight');
    await photograph('moving-ends');
    await page.keyboard.press('Escape');

    await page.keyboard.press('t');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByText(/already tagged/)).toBeVisible();
    await photograph('tag-all');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await page.keyboard.press('h');
    await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
    await photograph('history');
    await page.keyboard.press('Escape');

    await page.keyboard.press('l');
    await expect(page.getByRole('grid')).toBeFocused();
    await page.keyboard.press('ControlOrMeta+a');
    await photograph('table');
    await page.keyboard.press('l');

    await window.openFiles([samplePaths.korean]);
    await expect(window.title(sampleTitles.korean)).toBeVisible();
    await window.tag({ quote: '백련제철련합기업소', kind: 'enterprise', occurrence: 2 });
    await window.tag({ quote: '목단제강련합기업소', kind: 'enterprise' });
    await window.tag({ quote: '2025년 1월 9일', kind: 'date' });
    await page.keyboard.press('ControlOrMeta+ArrowDown');
    await page.keyboard.press('ControlOrMeta+Shift+ArrowRight');
    await photograph('korean');
    await photographSmaller(page, photograph);
    expect(app.complaints).toEqual([]);
  } finally {
    await app.close();
  }
});
