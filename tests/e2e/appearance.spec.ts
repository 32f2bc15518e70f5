import { expect, test } from '../support/app/fixtures';
import { samplePaths } from '../support/app/texts';

/** How bright the page is behind everything, from 0 to 255. */
const brightness = (): number => {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return Number.NaN;
  context.fillStyle = getComputedStyle(document.body).backgroundColor;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 3;
};

test('the theme is light, dark, or as the system has it, and is remembered', async ({
  app,
  window,
}) => {
  const { page } = app;
  const bright = async (): Promise<'light' | 'dark'> =>
    (await page.evaluate(brightness)) > 128 ? 'light' : 'dark';
  for (const system of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: system });
    await window.command('Theme of the system');
    await expect.poll(bright).toBe(system);
    await window.command('Light theme');
    await expect.poll(bright).toBe('light');
    await window.command('Dark theme');
    await expect.poll(bright).toBe('dark');
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await page.reload();
  await window.saved();
  await expect.poll(bright).toBe('dark');
  await page.getByRole('button', { name: 'Theme: Dark' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Light' }).click();
  await expect.poll(bright).toBe('light');
});

test('the text of the article is made larger and smaller, and the size is remembered', async ({
  app,
  window,
}) => {
  await window.openFiles([samplePaths.steelworks]);
  const words = window.article.getByText('A second report is due in July.');
  const size = (): Promise<number> =>
    words.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  await expect(words).toBeVisible();
  const usual = await size();
  await app.page.keyboard.press('ControlOrMeta+=');
  await app.page.keyboard.press('ControlOrMeta+=');
  await expect.poll(size).toBeGreaterThan(usual * 1.2);
  const larger = await size();
  await app.page.reload();
  await expect(words).toBeVisible();
  await expect.poll(size).toBe(larger);
  await app.page.keyboard.press('ControlOrMeta+0');
  await expect.poll(size).toBe(usual);
  await app.page.keyboard.press('ControlOrMeta+-');
  await expect.poll(size).toBeLessThan(usual);
});

test('columns are hidden, resized by key and by mouse, and stay so after a reload', async ({
  app,
  window,
}) => {
  const { page } = app;
  const width = async (of: typeof window.library): Promise<number> =>
    (await of.boundingBox())?.width ?? 0;
  const library = await width(window.library);
  const resizer = page.getByRole('separator', { name: 'Width of the library' });
  await resizer.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => width(window.library)).toBeCloseTo(library + 40, 0);

  const inspector = await width(window.inspector);
  const box = await page.getByRole('separator', { name: 'Width of the inspector' }).boundingBox();
  if (!box) throw new Error('the line before the inspector is not drawn');
  await page.mouse.move(box.x + box.width / 2, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 60, box.y + 200, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => width(window.inspector)).toBeCloseTo(inspector + 60, -1);
  const resized = await width(window.inspector);

  await page.keyboard.press('ControlOrMeta+b');
  await expect(window.library).toBeHidden();
  await page.reload();
  await expect(window.inspector).toBeVisible();
  await expect(window.library).toBeHidden();
  expect(await width(window.inspector)).toBe(resized);
  await page.getByRole('button', { name: 'Show the library' }).click();
  await expect.poll(() => width(window.library)).toBeCloseTo(library + 40, 0);
  await page.keyboard.press('ControlOrMeta+i');
  await expect(window.inspector).toBeHidden();
  await page.getByRole('button', { name: 'Show the inspector' }).click();
  await expect(window.inspector).toBeVisible();
});

test('in a narrow window the columns are drawers', async ({ app, window }) => {
  const { page } = app;
  await window.openFiles([samplePaths.steelworks, samplePaths.page]);
  await page.setViewportSize({ width: 640, height: 700 });
  await expect(window.library).toBeHidden();
  await expect(window.inspector).toBeHidden();
  await page.getByRole('button', { name: 'Show the library' }).click();
  await expect(window.library).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(window.library).toBeHidden();
  await expect(page.getByRole('button', { name: 'Show the library' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+b');
  await window.entry('A Morning at the May 9 Rolling Mill').click();
  await expect(window.library).toBeHidden();
  await expect(window.title('A Morning at the May 9 Rolling Mill')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+i');
  await expect(window.inspector).toBeVisible();
  await window.inspector.getByRole('button', { name: 'Close' }).click();
  await expect(window.inspector).toBeHidden();
});
