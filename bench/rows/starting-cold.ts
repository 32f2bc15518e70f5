import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { browserFolderIn, startCold } from '../run/cold-program';
import { openProgram } from '../run/open-subject';
import { fillingOf } from '../shapes';
import type { ApartContext, RowGroupApart } from './row';
import { turnsOf } from './turns';

/**
 * A start of the program as a person starts it: from asking for the process of its server, which starts the browser, until
 * the document left open is drawn. Timed from outside the page, by the system's clock.
 */
export const startingCold: RowGroupApart = {
  rows: ['start-cold'],
  subjects: ['dateline'],
  shapes: ['A', 'B'],
  measure: async (context) => {
    const { host, shape, folder } = context;
    if (process.platform === 'win32') {
      host.say(
        '  start-cold: not measured on Windows, where its browser cannot be told to be headless',
      );
      return {};
    }
    const values: number[] = [];
    await leaveDocumentOpen(context);
    for (const turn of turnsOf(context)) {
      const value = await startCold(host, folder, shape.documents[0]);
      if (turn > 0) values.push(value);
    }
    return { 'start-cold': values };
  },
};

/** Leaves in `folder` a profile that the program's own window uses, with the document open. */
async function leaveDocumentOpen({ host, shape, folder }: ApartContext): Promise<void> {
  const [{ title, annotations }] = shape.documents;
  const opened = await openProgram(host, fillingOf(shape), folder);
  try {
    await opened.window.openEntry(title, { eye: 'known', is: annotations });
    await opened.window.rest();
  } finally {
    await opened.close();
  }
  renameSync(join(folder, 'profile'), browserFolderIn(folder));
}
