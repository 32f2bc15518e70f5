import { samplePaths, sampleTitles } from '../support/app/texts';
import { expect, type Program, test } from './fixtures';

function menuLabels({ app }: Program): Promise<readonly string[]> {
  return app.evaluate(
    ({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [],
  );
}

/** A key as the keyboard gives it to Electron, which sees it after the page. */
async function press(
  { app }: Program,
  keyCode: string,
  modifier: 'control' | 'alt',
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, key) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      for (const type of ['keyDown', 'keyUp'] as const)
        contents?.sendInputEvent({ type, keyCode: key.keyCode, modifiers: [key.modifier] });
    },
    { keyCode, modifier },
  );
}

test('menus have access keys, in Korean as in English', async ({ desk }) => {
  test.skip(process.platform === 'darwin', 'macOS has no access keys');
  const program = await desk.start();
  await expect
    .poll(() => menuLabels(program))
    .toEqual(['&File', '&Edit', '&Tag', '&Go', '&View', '&Help']);
  await program.window.command('한국어');
  await expect
    .poll(() => menuLabels(program))
    .toEqual(['파일(&F)', '편집(&E)', '표시(&T)', '이동(&G)', '보기(&V)', '도움말(&H)']);
  const labels = await program.app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.flatMap(({ submenu }) =>
      (submenu?.items ?? []).filter(({ role }) => role).map(({ label }) => label),
    ),
  );
  expect(labels).toEqual(['종료', '복사', '잘라내기', '붙여넣기', '모두 선택']);
});

for (const { language, label } of [
  { language: 'English', label: '&File' },
  { language: '한국어', label: '파일(&F)' },
])
  test(`Alt and the letter open the menu: ${language}`, async ({ desk }) => {
    test.skip(process.platform !== 'linux', 'only Linux gives a test the menu’s own events');
    const program = await desk.start();
    await program.window.command(language);
    await expect.poll(() => menuLabels(program)).toContain(label);
    await program.app.evaluate(({ Menu }) => {
      const menu = Menu.getApplicationMenu()?.items[0]?.submenu;
      menu?.on('menu-will-show', () => Reflect.set(globalThis, 'shown', true));
    });
    await press(program, 'F', 'alt');
    await expect
      .poll(() => program.app.evaluate(() => Reflect.get(globalThis, 'shown')))
      .toBe(true);
  });

test('a key of a menu’s entry does its work once, and a chosen entry does it too', async ({
  desk,
}) => {
  test.skip(process.platform === 'darwin', 'macOS takes no key from a test');
  const program = await desk.start({ files: [samplePaths.steelworks] });
  const { app, window } = program;
  await expect(window.title(sampleTitles.steelworks)).toBeVisible();
  await app.evaluate(({ dialog }) => {
    Reflect.set(globalThis, 'times', 0);
    dialog.showOpenDialog = () => {
      Reflect.set(globalThis, 'times', Reflect.get(globalThis, 'times') + 1);
      return Promise.resolve({ canceled: true, filePaths: [] });
    };
  });
  const times = () => app.evaluate(() => Reflect.get(globalThis, 'times') as number);
  await press(program, 'O', 'control');
  await expect.poll(times).toBe(1);
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()
      ?.items[0]?.submenu?.items.find(({ label }) => label === 'Open files…')
      ?.click({ triggeredByAccelerator: false });
  });
  // Were the key to act twice, this would be the third.
  await expect.poll(times).toBe(2);
});

test('keys tag, and text is copied to the system’s clipboard', async ({ desk }) => {
  const { app, window, page } = await desk.start({ files: [samplePaths.steelworks] });
  await window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await page.keyboard.press('ControlOrMeta+c');
  await expect
    .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
    .toBe('Mokdan Steel Complex');
});
