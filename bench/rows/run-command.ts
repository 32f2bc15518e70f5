import type { BenchWindow } from '../run/bench-window';

/** Runs a command of the program by its name, by the palette. */
export async function runCommand({ page }: BenchWindow, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(name);
  await page.keyboard.press('Enter');
}
