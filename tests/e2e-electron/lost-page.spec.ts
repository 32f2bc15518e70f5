import { samplePaths } from '../support/app/texts';
import { expect, type Program, test } from './fixtures';

/** What the page says now; Playwright gives up a page that has crashed once, even when it is there again. */
function textOf({ app }: Program): Promise<string> {
  return app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return contents?.executeJavaScript('document.body.innerText') as Promise<string>;
  });
}

test('a page whose process crashes comes back with all that was saved, and says so', async ({
  desk,
}) => {
  const program = await desk.start({ files: [samplePaths.steelworks] });
  await program.window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await program.window.saved();
  await program.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    contents?.once('render-process-gone', () =>
      contents.once('did-finish-load', () => Reflect.set(globalThis, 'isBack', true)),
    );
    contents?.forcefullyCrashRenderer();
  });
  // What is asked of a page that is going is never answered.
  await expect
    .poll(() => program.app.evaluate(() => Reflect.get(globalThis, 'isBack') === true))
    .toBe(true);
  await expect.poll(() => textOf(program)).toContain('had to start anew');
  await expect.poll(() => textOf(program)).toContain('Mokdan Steel Complex');
  expect(program.errors()).toContain('Dateline: the page’s process is gone');
});

for (const answer of ['Wait', 'Close anyway'] as const)
  test(`a page that hangs over something unwritten is asked about: ${answer}`, async ({ desk }) => {
    const { app, page, ended } = await desk.start();
    await page.evaluate(() => window.dateline?.setUnwritten(true));
    await app.evaluate(({ dialog }, label) => {
      dialog.showMessageBox = (...args: readonly unknown[]) => {
        const { buttons = [] } = args.at(-1) as { readonly buttons?: readonly string[] };
        Reflect.set(globalThis, 'asked', buttons);
        return Promise.resolve({ response: buttons.indexOf(label), checkboxChecked: false });
      };
    }, answer);
    // In a task of the page's own, so that this call is answered.
    await page.evaluate(
      () =>
        void setTimeout(() => {
          for (;;) Math.random();
        }),
    );
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    if (answer === 'Close anyway') {
      expect(await ended).toBe(0);
      return;
    }
    await expect
      .poll(() => app.evaluate(() => Reflect.get(globalThis, 'asked')))
      .toEqual(['Wait', 'Close anyway']);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
