import { expect, test } from '../support/app/fixtures';
import { letPageAct } from '../support/app/let-page-act';

test('Markdown opens as its own text', async ({ window, desk }) => {
  const path = await desk.write(
    'visit.md',
    '---\ntitle: A Visit to the Mine\ndate: 2025-02-03\n---\n\n# A Visit to the Mine\n\nThe *Unhyang Mining Complex* opened a cutting.\n',
  );
  await window.openFiles([path]);
  await expect(window.title('A Visit to the Mine').first()).toBeVisible();
  await expect(window.field('Published')).toHaveValue('2025-02-03');
  await expect(window.article.getByText('The *Unhyang Mining Complex* opened')).toBeVisible();
});

const hostile = `<!DOCTYPE html>
<html><head><meta charset="utf-8"><title>The Hostile Page</title>
<base href="https://elsewhere.invalid/">
<meta http-equiv="refresh" content="0; url=https://elsewhere.invalid/refresh">
<link rel="stylesheet" href="https://elsewhere.invalid/style.css">
<link rel="preload" as="image" href="https://elsewhere.invalid/preload.png">
<style>body { background: url(https://elsewhere.invalid/background.png) }</style>
<script src="https://elsewhere.invalid/script.js"></script>
<script>window.executed = 'script'; fetch('https://elsewhere.invalid/fetch');</script>
</head><body onload="window.executed = 'onload'">
<h1>The Hostile Page</h1>
<p>First words <script>window.executed = 'inline'</script>and more of them.</p>
<img src="https://elsewhere.invalid/image.png" onerror="window.executed = 'onerror'">
<iframe src="https://elsewhere.invalid/frame.html" srcdoc="<script>parent.executed = 'frame'</script>"></iframe>
<svg onload="window.executed = 'svg'"><image href="https://elsewhere.invalid/svg.png"/></svg>
<video src="https://elsewhere.invalid/video.mp4" autoplay></video>
<object data="https://elsewhere.invalid/object"></object>
<p><a href="javascript:window.executed = 'link'">Last words.</a></p>
</body></html>`;

test('nothing in a page is executed or fetched', async ({ app, window, desk }) => {
  const requests: string[] = [];
  app.context.on('request', (request) => requests.push(request.url()));
  await window.openFiles([await desk.write('hostile.html', hostile)]);
  await expect(window.title('The Hostile Page').first()).toBeVisible();
  await expect(window.article.getByText('First words and more of them.')).toBeVisible();
  await expect(window.article.getByText('Last words.')).toBeVisible();
  await expect(window.article.getByRole('link')).toHaveCount(0);
  await expect(window.article.locator('img, iframe, svg, video, object, script')).toHaveCount(0);
  await letPageAct(app.page);
  expect(await app.page.evaluate(() => 'executed' in globalThis)).toBe(false);
  const origin = new URL(app.page.url()).origin;
  expect(requests.filter((url) => !url.startsWith(`${origin}/`))).toEqual([]);
});
