import { writeLongArticle } from '../support/app/texts';
import { expect, test } from './fixtures';

test('a kill at any moment of tagging loses nothing that was called saved', async ({ desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 40));
  let known = 0;
  let tagged = 0;
  for (let round = 0; round < 3; round += 1) {
    const { window, page, process: main, ended } = await desk.start({ files: [path] });
    const rows = window.annotations.getByRole('option');
    await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(known);
    const kept = await rows.count();
    expect(kept).toBeLessThanOrEqual(tagged);
    known = kept;
    const killAt = 1 + Math.floor(Math.random() * 5);
    const work = async (): Promise<void> => {
      for (let count = 1; ; count += 1) {
        tagged += 1;
        await window.selectWithoutMouse(`furnace ${tagged} has`);
        await page.keyboard.press('1');
        if (count === killAt) {
          // At any point of what the key has begun.
          setTimeout(() => main.kill('SIGKILL'), Math.random() * 60);
        }
        await window.shows('enterprise', `furnace ${tagged} has`);
        await window.saved();
        known += 1;
      }
    };
    await expect(work()).rejects.toThrow(/closed|crash|disconnected/i);
    expect(await ended).toBeNull();
  }
  const { window } = await desk.start();
  await expect
    .poll(() => window.annotations.getByRole('option').count())
    .toBeGreaterThanOrEqual(known);
});
