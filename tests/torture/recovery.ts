import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright';
import { workLimitMs } from '../../scripts/testing/limits.mjs';
import { type ExportedArticle, readExport } from '../support/app/exported-file';
import type { Program, TortureTools } from './program';

/** Starts the program and takes what it offers; the value is how long it took until everything was back and saved. */
export async function recover(program: Program): Promise<number> {
  const startedAt = performance.now();
  await program.start();
  const { page } = program;
  const offer = page.getByRole('button', { name: 'Restore', exact: true });
  await saved(page).or(offer).first().waitFor({ timeout: workLimitMs });
  if (await offer.isVisible()) {
    await offer.click();
    await saved(page).waitFor({ timeout: workLimitMs });
  }
  return performance.now() - startedAt;
}

/** Exports everything through the program and reads it; no articles when the program holds none. */
export async function exportAll(
  { page }: Program,
  { built }: TortureTools,
): Promise<readonly ExportedArticle[]> {
  const library = page.getByRole('complementary', { name: 'Library' });
  const entry = library.getByRole('treeitem', { level: 2 }).first();
  await entry.or(library.getByText('No articles yet.')).first().waitFor();
  if (!(await entry.isVisible())) return [];
  await page.keyboard.press('ControlOrMeta+e');
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: 'All articles' }).check();
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await dialog.getByText('exported and verified').waitFor();
  const path = (await dialog.getByText(/\.json$/).textContent()) ?? '';
  await page.keyboard.press('Escape');
  await promisify(execFile)(process.execPath, [join(built, 'main', 'cli.cjs'), 'validate', path]);
  return readExport(path);
}

/** The status line, saying that store and backup hold everything. */
function saved(page: Page) {
  return page.getByRole('contentinfo').getByText('Saved', { exact: true });
}
