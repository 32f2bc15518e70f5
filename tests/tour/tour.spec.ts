import { copyFile, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { DatelinePage, type WantedTag } from '../support/app/dateline-page';
import { launchLoopbackApp } from '../support/app/loopback-app';

function fromEnvironment(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tour by npm run tour`);
  return value;
}

function isTag(tag: unknown): tag is WantedTag {
  return (
    typeof tag === 'object' &&
    tag !== null &&
    'quote' in tag &&
    typeof tag.quote === 'string' &&
    'kind' in tag &&
    ['enterprise', 'claim', 'date'].includes(String(tag.kind))
  );
}

/** Takes numbered screenshots of one page, each in light and in dark. */
function photographer(page: Page, folder: string): (name: string) => Promise<void> {
  let count = 0;
  return async (name) => {
    count += 1;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const number = String(count).padStart(2, '0');
      await page.screenshot({ path: join(folder, `${number}-${name}-${colorScheme}.png`) });
    }
    await page.emulateMedia({ colorScheme: 'light' });
  };
}

async function readTags(path: string): Promise<readonly WantedTag[]> {
  const tags: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!Array.isArray(tags) || tags.length === 0 || !tags.every(isTag))
    throw new Error(`${basename(path)} is no list of {"quote", "kind", "occurrence"}`);
  return tags;
}

test('the main job: open, tag, look, export', async () => {
  const articlePath = fromEnvironment('DATELINE_TOUR_ARTICLE');
  const tags = await readTags(fromEnvironment('DATELINE_TOUR_TAGS'));
  const folder = fromEnvironment('DATELINE_TOUR_OUT');
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

    for (const [name, size] of [
      ['small', { width: 1024, height: 700 }],
      ['narrow', { width: 820, height: 700 }],
    ] as const) {
      await page.setViewportSize(size);
      await photograph(name);
    }
    await page.setViewportSize({ width: 1440, height: 900 });

    const destination = await window.export();
    await photograph('exported');
    await checkExport(destination, tags);
    await copyFile(destination, join(folder, basename(destination)));
    expect(app.complaints).toEqual([]);
  } finally {
    await app.close();
  }
});

/** Every tag asked for is in the export, at a place of the text where just its words stand. */
async function checkExport(path: string, tags: readonly WantedTag[]): Promise<void> {
  const exported = JSON.parse(await readFile(path, 'utf8')) as {
    articles: {
      text: string;
      annotations: {
        kind: string;
        quote: { exact: string };
        spans: { start: number; end: number }[];
      }[];
    }[];
  };
  const [article] = exported.articles;
  expect(exported.articles).toHaveLength(1);
  for (const { kind, quote } of tags) {
    const annotation = article?.annotations.find(
      (one) => one.kind === kind && one.quote.exact === quote,
    );
    expect(annotation, `${kind}: ${quote}`).toBeDefined();
    const [span] = annotation?.spans ?? [];
    expect(article?.text.slice(span?.start, span?.end)).toBe(quote);
  }
  console.log(`exported ${article?.annotations.length} annotations of ${tags.length} tags wanted`);
}
