import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Program, test } from './fixtures';

const away = { x: 220, y: 140, width: 900, height: 700 };

async function closeWindow({ app, ended }: Program): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  expect(await ended).toBe(0);
}

function boundsOf({ app }: Program): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
}

test('the window comes back where it was closed', async ({ desk }) => {
  const program = await desk.start();
  await program.app.evaluate(
    ({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds),
    away,
  );
  await expect.poll(() => boundsOf(program)).toEqual(away);
  await closeWindow(program);
  expect(await boundsOf(await desk.start())).toEqual(away);
});

test('a window that would be out of sight is shown where it can be reached', async ({ desk }) => {
  await closeWindow(await desk.start());
  const file = join(desk.data, 'window.json');
  const place = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...place, bounds: { ...away, x: 20_000 } }));
  const bounds = (await boundsOf(await desk.start())) as typeof away;
  expect(bounds).toMatchObject({ width: 1280, height: 860 });
  expect(bounds.x).toBeLessThan(1600);
});

test('a dark theme chosen on a light desktop reaches the window’s ground and Electron’s own theme', async ({
  desk,
}) => {
  const { app, window, page } = await desk.start();
  const seen = () =>
    app.evaluate(({ BrowserWindow, nativeTheme }) => ({
      ground: BrowserWindow.getAllWindows()[0]?.getBackgroundColor().toLowerCase(),
      dark: nativeTheme.shouldUseDarkColors,
    }));
  await window.command('Light theme');
  await expect.poll(seen).toEqual({ ground: '#fdfcf9', dark: false });
  await window.command('Dark theme');
  await expect.poll(seen).toEqual({ ground: '#1a1917', dark: true });
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
});
