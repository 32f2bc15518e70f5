import { DatelinePage } from '../support/app/dateline-page';
import { expect, refuseComplaints, test } from '../support/app/fixtures';
import { launchLoopbackApp, makeFolders, removeFolders } from '../support/app/loopback-app';
import { samplePaths, sampleTitles, writeLongArticle } from '../support/app/texts';

const enterprises = ({ status }: DatelinePage, words: string) =>
  expect(status.getByText(words, { exact: true })).toBeVisible();

const quotes = ['furnace 1 has', 'furnace 2 has', 'furnace 3 has'];

/** Opens an article and tags three places of it. */
async function tagThree(window: DatelinePage, path: string): Promise<void> {
  await window.openFiles([path]);
  for (const quote of quotes) await window.tag({ quote, kind: 'enterprise' });
  await window.saved();
}

test('the history is readable, and goes back to any point and forward again', async ({
  app,
  window,
  desk,
}) => {
  await tagThree(window, await desk.write('long.txt', writeLongArticle('A Long Article', 60)));
  await app.page.keyboard.press('h');
  const { history } = window;
  const steps = history.getByRole('button', { name: /Opened|Tagged|Before/ });
  await expect(steps).toHaveText([
    /Tagged ‘furnace 3 has’ as enterprise.*You are here.*A Long Article/,
    /Tagged ‘furnace 2 has’ as enterprise/,
    /Tagged ‘furnace 1 has’ as enterprise/,
    /Opened ‘A Long Article’/,
    /Before the first edit/,
  ]);
  await expect(steps.first()).toBeFocused();
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('ArrowDown');
  await enterprises(window, '3 enterprises');
  await app.page.keyboard.press('Enter');
  await enterprises(window, '1 enterprise');
  await expect(window.notices).toContainText('Went back 2 steps');
  await expect(steps.nth(2)).toHaveAttribute('aria-current', 'step');
  await expect(steps.first()).toHaveAccessibleDescription('Go forward 2 steps');
  await steps.first().click();
  await enterprises(window, '3 enterprises');
  await steps.last().click();
  await expect(window.library.getByText('No articles yet.')).toBeVisible();
  await steps.nth(1).click();
  await enterprises(window, '2 enterprises');
  await steps.nth(1).focus();
  await app.page.keyboard.press('Escape');
  await expect(history).toBeHidden();
});

test('the history survives a new start, and what was undone can still be done again', async ({
  desk,
}) => {
  const folders = await makeFolders();
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 60));
  try {
    const app = await launchLoopbackApp({ folders });
    try {
      const window = new DatelinePage(app.page);
      await tagThree(window, path);
      await app.page.keyboard.press('ControlOrMeta+z');
      await enterprises(window, '2 enterprises');
      await window.saved();
    } finally {
      await app.close();
    }
    const again = await launchLoopbackApp({ folders });
    try {
      const window = new DatelinePage(again.page);
      await enterprises(window, '2 enterprises');
      await again.page.keyboard.press('h');
      const steps = window.history.getByRole('button', { name: /Opened|Tagged/ });
      await expect(steps).toHaveCount(4);
      await expect(steps.nth(1)).toHaveAttribute('aria-current', 'step');
      await steps.nth(2).click();
      await enterprises(window, '1 enterprise');
      await steps.nth(0).click();
      await enterprises(window, '3 enterprises');
      await again.page.keyboard.press('ControlOrMeta+z');
      await enterprises(window, '2 enterprises');
      refuseComplaints(again);
    } finally {
      await again.close();
    }
  } finally {
    await removeFolders(folders);
  }
});

test('an undo brings the place it touched into view, also in another article', async ({
  app,
  window,
  desk,
}) => {
  const path = await desk.write('long.txt', writeLongArticle('A Long Article', 90));
  await window.openFiles([path]);
  await window.tag({ quote: 'furnace 85 has', kind: 'claim' });
  await app.page.keyboard.press('3');
  await window.shows('date', 'furnace 85 has');
  await app.page.keyboard.press('ControlOrMeta+Home');
  await expect(window.article.getByText('furnace 85 has')).not.toBeInViewport();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.article.getByText('furnace 85 has')).toBeInViewport();
  await window.shows('claim', 'furnace 85 has');

  await window.openFiles([samplePaths.steelworks]);
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.entry(sampleTitles.steelworks)).toBeHidden();
  await app.page.keyboard.press('ControlOrMeta+z');
  await expect(window.title('A Long Article')).toBeVisible();
  await expect(window.article.getByText('furnace 85 has')).toBeInViewport();
  await expect(window.inspector.getByText('Nothing is tagged yet.')).toBeVisible();
  await expect(window.notices).toContainText('Undone: Tagged ‘furnace 85 has’ as claim');
});
