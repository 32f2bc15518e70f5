import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

/** The resident memory of the largest of these processes in MB; null where the system does not tell it. */
export function readResidentMemory(processes: readonly number[]): number | null {
  if (process.platform === 'win32' || processes.length === 0) return null;
  return Math.max(...kilobytesOf(processes)) / 1_024;
}

/** On Linux without a process of its own, which would take time from what is measured. */
function kilobytesOf(processes: readonly number[]): readonly number[] {
  if (process.platform === 'linux')
    return processes.map((id) => {
      const path = `/proc/${id}/status`;
      const status = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return Number(/VmRSS:\s*(\d+)/.exec(status)?.[1] ?? 0);
    });
  const said = execFileSync('ps', ['-o', 'rss=', '-p', processes.join(',')], { encoding: 'utf8' });
  return said.trim().split('\n').map(Number);
}
