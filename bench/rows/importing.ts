import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BenchWindow, longLimit } from '../run/bench-window';
import { writeExportedDocument } from '../run/exported-document';
import { openProgram } from '../run/open-subject';
import { blankFilling } from '../shapes';
import type { RowGroupApart } from './row';
import { runCommand } from './run-command';
import { turnsOf } from './turns';

/**
 * An export of the document imported into a store that holds the blank page alone: from the click that applies it until the
 * dialog says that it is done and all is saved. Each time on a new profile, so that no import lies upon another.
 */
export const importing: RowGroupApart = {
  rows: ['import'],
  subjects: ['dateline'],
  shapes: ['C'],
  measure: async (context) => {
    const { host, shape, folder } = context;
    const values: number[] = [];
    const path = await writeExportedDocument(shape.documents[0], join(folder, 'exported.json'));
    for (const turn of turnsOf(context)) {
      const own = join(folder, `turn-${turn}`);
      const opened = await openProgram(host, blankFilling, own);
      try {
        const value = await importOnce(opened.window, path);
        if (turn > 0) values.push(value);
      } finally {
        await opened.close();
        rmSync(own, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      }
    }
    return { import: values };
  },
};

async function importOnce(window: BenchWindow, path: string): Promise<number> {
  const { page } = window;
  const chooser = page.waitForEvent('filechooser');
  await runCommand(window, 'Import…');
  await (await chooser).setFiles(path);
  // Reading, checking and comparing come before there is anything to apply, and are no part of it.
  const apply = page.getByRole('dialog').getByRole('button', { name: /^Import \d/ });
  await apply.waitFor({ timeout: longLimit });
  await window.rest();
  const box = await apply.boundingBox();
  if (!box) throw new Error('no button to import');
  const until = { is: 'imported' };
  return window.time(
    { event: 'click', eye: 'imported', until },
    () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2),
    longLimit,
  );
}
