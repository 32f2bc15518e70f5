import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Span } from '../../src/core/text/span';
import { DatelinePage } from '../support/app/dateline-page';
import { readExport } from '../support/app/exported-file';
import { KeyboardHand, readShownText } from '../support/app/keyboard-hand';
import { type KeyboardPlan, planKeyboard } from '../support/app/keyboard-plan';
import { launchLoopbackApp } from '../support/app/loopback-app';
import { placeOfWords } from '../support/app/place-of-words';
import { watchPointer } from '../support/app/pointer-watch';
import { checkExport } from './check-export';
import { photographer, photographSmaller } from './photographer';
import { readOrder } from './tour-order';

test('the main job by keys alone: open, tag, look, export', async () => {
  const { articlePath, tags, folder } = await readOrder();
  const app = await launchLoopbackApp();
  const { page } = app;
  const window = new DatelinePage(page);
  const hand = new KeyboardHand(window);
  const photograph = photographer(page, folder);
  try {
    const pointer = await watchPointer(page);
    await expect(page.getByRole('heading', { name: 'Dateline' })).toBeVisible();
    await photograph('welcome');

    await hand.openFiles([articlePath]);
    await photograph('opened');

    const text = await readShownText(window);
    const plan = planKeyboard(
      text,
      tags.map((tag) => ({ kind: tag.kind, span: placeOfWords(text, tag) })),
    );
    await hand.tag(plan, () => photograph('selected'));

    for (const kind of ['enterprise', 'claim', 'date'] as const) {
      if (!tags.some((tag) => tag.kind === kind)) continue;
      await hand.run('caret.move.document.previous');
      await hand.run(`annotation.next.${kind}`);
      await expect(window.inspector.getByRole('radio', { name: kind })).toBeChecked();
      await photograph(kind);
    }

    await hand.run('find.open');
    await page.keyboard.type(tags[0]?.quote.slice(0, 12) ?? '');
    await photograph('find');
    await page.keyboard.press('Escape');

    await hand.run('view.palette');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    await photograph('commands');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await hand.run('view.keys');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await photograph('keys');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await photographSmaller(page, photograph);

    const destination = await hand.export();
    await photograph('exported');
    await checkExport(destination, tags);
    expect(await placesOfExport(destination)).toEqual(placesOfPlan(text, plan));
    await copyFile(destination, join(folder, basename(destination)));
    expect(await pointer.seen(), 'events of a pointer').toEqual([]);
    expect(app.complaints).toEqual([]);
    console.log(`keys per annotation: ${(plan.presses / plan.tags.length).toFixed(1)}`);
  } finally {
    await app.close();
  }
});

/** The places planned, as `kind start–end` in characters that are not blank: those that the screen and the file share. */
function placesOfPlan(text: string, { tags }: KeyboardPlan): readonly string[] {
  return tags.map(({ kind, span }) => placeOf(text, kind, span)).toSorted();
}

async function placesOfExport(path: string): Promise<readonly string[]> {
  const articles = await readExport(path);
  return articles
    .flatMap(({ text, annotations }) =>
      annotations.flatMap(({ kind, spans }) => spans.map((span) => placeOf(text, kind, span))),
    )
    .toSorted();
}

function placeOf(text: string, kind: string, { start, end }: Span): string {
  const seen = (offset: number): number => text.slice(0, offset).replaceAll(/\s/g, '').length;
  return `${kind} ${seen(start)}–${seen(end)}`;
}
