import { execFileSync } from 'node:child_process';
import type { Page } from 'playwright';

/** The resident memory of the page's process in MB, after a garbage collection; null where it cannot be asked for. */
export async function residentMemory(page: Page): Promise<number | null> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  return readResidentMemory(await pageProcesses(page));
}

/** The processes of pages of the browser that `page` is in; of our browsers all but one of them are spare. */
export async function pageProcesses(page: Page): Promise<readonly number[]> {
  const browser = page.context().browser();
  if (!browser) return [];
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** The resident memory of the largest of these processes in MB; null where the system has no `ps`. */
export function readResidentMemory(processes: readonly number[]): number | null {
  if (process.platform === 'win32' || processes.length === 0) return null;
  const said = execFileSync('ps', ['-o', 'rss=', '-p', processes.join(',')], { encoding: 'utf8' });
  return Math.max(...said.trim().split('\n').map(Number)) / 1_024;
}
