import { copyFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { DatelinePage } from '../support/app/dateline-page';
import { launchLoopbackApp } from '../support/app/loopback-app';
import { checkExport } from './check-export';
import { photographer, photographSmaller } from './photographer';
import { readOrder } from './tour-order';

test('the main job: open, tag, look, export', async () => {
  const { articlePath, tags, folder } = await readOrder();
  const app = await launchLoopbackApp();
  const { page } = app;
  const window = new DatelinePage(page);
  const photograph = photographer(page, folder);
  try {
    await expect(page.getByRole('heading', { name: 'Dateline' })).toBeVisible();
    await photograph('welcome');

    await window.openFiles([articlePath]);
    await expect(window.article).toBeVisible();
    await photograph('opened');

    for (const [index, tag] of tags.entries()) {
      if (index === 0) {
        await window.selectWords(tag.quote, tag.occurrence);
        await photograph('selected');
      }
      await window.tag(tag);
      if (await window.inspector.getByRole('button', { name: /^Accept/ }).isVisible())
        await page.keyboard.press('Enter');
    }
    await window.saved();

    for (const kind of ['enterprise', 'claim', 'date'] as const) {
      const row = window.annotations.getByRole('option', { name: new RegExp(`^${kind}:`, 'i') });
      if ((await row.count()) === 0) continue;
      await row.first().click();
      await photograph(kind);
    }

    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type(tags[0]?.quote.slice(0, 12) ?? '');
    await photograph('find');
    await page.keyboard.press('Escape');

    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
    await photograph('commands');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
    await photograph('keys');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();

    await photographSmaller(page, photograph);

    const destination = await window.export();
    await photograph('exported');
    await checkExport(destination, tags);
    await copyFile(destination, join(folder, basename(destination)));
    expect(app.complaints).toEqual([]);
  } finally {
    await app.close();
  }
});
