import type { RowContext, RowGroup } from './row';
import { runCommand } from './run-command';
import { turnsOf } from './turns';

/** What one act costs the journal: from when its record leaves the page until main has answered that it is flushed. */
export const journalling: RowGroup = {
  rows: ['journal'],
  subjects: ['dateline'],
  needsOpen: true,
  measure: async ({ window, runs }) => {
    const values: number[] = [];
    const session = await window.page.context().newCDPSession(window.page);
    await session.send('Network.enable');
    let sentAt: number | null = null;
    session.on('Network.webSocketFrameSent', ({ timestamp, response }) => {
      const isAct = Buffer.from(response.payloadData, 'base64').includes('appendJournal');
      if (isAct) sentAt = timestamp;
    });
    session.on('Network.webSocketFrameReceived', ({ timestamp }) => {
      // An act is the only thing asked for while its answer is awaited: nothing else happens in these turns.
      if (sentAt !== null) values.push((timestamp - sentAt) * 1_000);
      sentAt = null;
    });
    for (let turn = 0; turn <= runs; turn += 1) {
      await window.page.evaluate((place) => probe.selectWords(place), turn);
      await window.page.keyboard.press('1');
      await window.rest();
      await window.page.keyboard.press('Control+z');
      await window.rest();
    }
    await session.detach();
    // The first act and its undo are left out.
    return { journal: values.slice(2) };
  },
};

/**
 * A restore of everything from the backup: from Enter on the restore page until the new window shows the document with all
 * of its annotations. It takes seconds, so it is timed from outside; the library is then of another store with the same content.
 */
export const restoring: RowGroup = {
  rows: ['restore'],
  subjects: ['dateline'],
  shapes: ['A', 'B'],
  notWhenQuick: ['B'],
  needsOpen: true,
  measure: async (context) => {
    const values: number[] = [];
    await runCommand(context.window, 'Back up now');
    await context.window.page.getByText('A snapshot of the project was written').waitFor();
    for (const turn of turnsOf(context)) {
      const value = await restoreOnce(context);
      if (turn > 0) values.push(value);
    }
    return { restore: values };
  },
};

async function restoreOnce(context: RowContext): Promise<number> {
  const { window, shape } = context;
  const [{ title, annotations }] = shape.documents;
  const { page } = window;
  await runCommand(window, 'Restore from the backup');
  await page.getByRole('button', { name: 'Restore', exact: true }).waitFor();
  // What a restore would bring is shown first; reading that is no part of it.
  await page
    .getByRole('region', { name: 'What it holds' })
    .getByText(/annotations/)
    .first()
    .waitFor();
  const since = Date.now();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await page.waitForEvent('framenavigated', { timeout: 0 });
  await window.sees({ eye: 'ready', is: title });
  await window.sees({ eye: 'known', is: annotations });
  const took = Date.now() - since;
  // The new store gets a backup of its own first.
  await window.rest();
  return took;
}
