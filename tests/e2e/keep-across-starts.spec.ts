import { readFile } from 'node:fs/promises';
import { DatelinePage } from '../support/app/dateline-page';
import { expect, refuseComplaints, test } from '../support/app/fixtures';
import {
  type AppFolders,
  killServer,
  type LoopbackApp,
  launchLoopbackApp,
  makeFolders,
  removeFolders,
} from '../support/app/loopback-app';
import { readStoredState } from '../support/app/stored-state';
import { samplePaths, writeLongArticle } from '../support/app/texts';

let folders: AppFolders;
test.beforeEach(async () => {
  folders = await makeFolders();
});
test.afterEach(() => removeFolders(folders));

const place = 'Paragraph number 70 tells';

/** Opens, tags, scrolls: everything that must be there again. */
async function work(app: LoopbackApp, path: string): Promise<void> {
  const window = new DatelinePage(app.page);
  await window.saved();
  await window.openFiles([path, samplePaths.page]);
  await window.tag({ quote: 'furnace 70 has', kind: 'claim' });
  await window.tag({ quote: 'furnace 2 has', kind: 'claim' });
  await window.field('Note').fill('kept');
  await window.article.focus();
  await scrollToTop(window, place);
  await window.saved();
  await placeIsKept(app, path);
}

/** Waits until the place reached is kept: it is noted when the scrolling has settled. */
async function placeIsKept({ page }: LoopbackApp, path: string): Promise<void> {
  const text = await readFile(path, 'utf8');
  const [from, to] = [text.indexOf('Paragraph number 66 tells'), text.indexOf(place)];
  const kept = async (): Promise<boolean> => {
    const state = await readStoredState(page);
    return state.some(
      ({ key, value }) =>
        key.startsWith('place ') && typeof value === 'number' && value >= from && value <= to,
    );
  };
  await expect.poll(kept, { message: 'the place is kept' }).toBe(true);
}

async function scrollToTop(window: DatelinePage, words: string): Promise<void> {
  await window.pointAt({ quote: words, occurrence: 1, end: 'start' });
  const before = await window.article.getByText(words).boundingBox();
  await window.article.hover();
  await window.page.mouse.wheel(0, (before?.y ?? 0) - 140);
}

async function everythingIsThere(window: DatelinePage): Promise<void> {
  await expect(window.title('A Long Article')).toBeVisible();
  await expect(window.article.getByText(place)).toBeInViewport();
  await expect(window.article.getByText('Paragraph number 40 tells')).not.toBeInViewport();
  await expect(window.annotations.getByRole('option')).toHaveCount(2);
  await expect(window.library.getByText('2 articles', { exact: true })).toBeVisible();
}

test('a reload brings back the article, its annotations and the place', async ({ desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 120));
  const app = await launchLoopbackApp({ folders });
  try {
    await work(app, path);
    await app.page.reload();
    await everythingIsThere(new DatelinePage(app.page));
    refuseComplaints(app);
  } finally {
    await app.close();
  }
});

test('after kill -9 a new start shows everything, at the same address', async ({ desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 120));
  const app = await launchLoopbackApp({ folders });
  let origin = '';
  try {
    await work(app, path);
    origin = new URL(app.page.url()).origin;
    await killServer(app.server);
    await expect(
      app.page.getByRole('heading', { name: 'Dateline is no longer running' }),
    ).toBeVisible();
  } finally {
    await app.close();
  }
  const again = await launchLoopbackApp({ folders });
  try {
    expect(new URL(again.page.url()).origin).toBe(origin);
    const window = new DatelinePage(again.page);
    await everythingIsThere(window);
    await window.row('claim', 'furnace 2 has').click();
    await expect(window.field('Note')).toHaveValue('kept');
    refuseComplaints(again);
  } finally {
    await again.close();
  }
});

test('each article keeps a place of its own', async ({ desk }) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 120));
  const app = await launchLoopbackApp({ folders });
  try {
    const window = new DatelinePage(app.page);
    await work(app, path);
    await window.entry('A Morning at the May 9 Rolling Mill').click();
    await expect(window.title('A Morning at the May 9 Rolling Mill')).toBeVisible();
    await window.entry('A Long Article').click();
    await everythingIsThere(window);
  } finally {
    await app.close();
  }
});
