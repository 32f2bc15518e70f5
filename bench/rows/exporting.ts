import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { longLimit } from '../run/bench-window';
import { pageProcesses, readResidentMemory } from '../run/resident-memory';
import type { RowContext, RowGroup } from './row';
import { turnsOf } from './turns';

/** How often the file and the memory are looked at, in milliseconds. */
const interval = 20;

/**
 * An export of all articles: from the click on Export until it is written and verified; until the first byte is in a file; and
 * by how much the page's process grows meanwhile at most.
 */
export const exporting: RowGroup = {
  rows: ['export', 'export-first-byte', 'export-peak'],
  subjects: ['dateline'],
  shapes: ['C', 'M'],
  needsOpen: false,
  measure: async (context) => {
    const rows = { export: [], 'export-first-byte': [], 'export-peak': [] } as {
      export: number[];
      'export-first-byte': number[];
      'export-peak': number[];
    };
    for (const turn of turnsOf(context)) {
      const { total, firstByte, peak } = await exportOnce(context);
      if (turn === 0) continue;
      rows.export.push(total);
      rows['export-first-byte'].push(firstByte);
      if (peak !== null) rows['export-peak'].push(peak);
    }
    return rows;
  },
};

interface ExportCosts {
  readonly total: number;
  readonly firstByte: number;
  readonly peak: number | null;
}

async function exportOnce({ window, exports: folder }: RowContext): Promise<ExportCosts> {
  const { page } = window;
  // Emptied, not removed: the program asks for a folder that is there, as it was when it started.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'All articles' }).check();
  // The dialog moves when what it counts has been counted.
  await window.rest();
  const box = await dialog.getByRole('button', { name: 'Export', exact: true }).boundingBox();
  if (!box) throw new Error('no button to export');
  const processes = await pageProcesses(page);
  const before = readResidentMemory(processes);
  let highest = before ?? 0;
  let firstByteAt = 0;
  // The disk is watched from here, on the same clock as the page's.
  const clickedAt = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('click', (event) => resolve(performance.timeOrigin + event.timeStamp), {
          capture: true,
          once: true,
        });
      }),
  );
  const timer = setInterval(() => {
    highest = Math.max(highest, readResidentMemory(processes) ?? 0);
    if (firstByteAt === 0 && hasBytes(folder)) firstByteAt = Date.now();
  }, interval);
  try {
    const until = { is: 'exported' };
    const total = await window.time(
      { event: 'click', eye: 'exported', until },
      () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2),
      longLimit,
    );
    const firstByte = firstByteAt - (await clickedAt);
    return { total, firstByte, peak: before === null ? null : highest - before };
  } finally {
    clearInterval(timer);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
}

function hasBytes(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((name) => {
    const facts = statSync(join(folder, name), { throwIfNoEntry: false });
    return facts?.isFile() === true && facts.size > 0;
  });
}
