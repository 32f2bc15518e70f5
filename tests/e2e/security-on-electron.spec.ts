import { expect, test } from '@playwright/test';
import { electronIsMissing, launchElectron } from '../support/app/electron-app';

/** The points of SECURITY.md that only Electron itself can show to hold, asked of the running program. */
test('Electron keeps the page in', async () => {
  test.skip(electronIsMissing !== null, electronIsMissing ?? '');
  const { app, close } = await launchElectron([]);
  try {
    const page = await app.firstWindow();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    const address = page.url();

    const switches = await app.evaluate(({ app: electron }) => ({
      resolver: electron.commandLine.getSwitchValue('host-resolver-rules'),
      proxy: electron.commandLine.hasSwitch('no-proxy-server'),
    }));
    expect(switches).toEqual({ resolver: 'MAP * ~NOTFOUND', proxy: true });

    const reached = await page.evaluate(async () => {
      const fails = (work: () => unknown): Promise<boolean> =>
        Promise.resolve()
          .then(work)
          .then(
            () => false,
            () => true,
          );
      return {
        node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
        codeRefused: await fails(() => Reflect.construct(Function, ['return 1'])),
        fetchRefused: await fails(() => fetch('https://dateline.example/')),
        fileRefused: await fails(() => fetch('file:///etc/hosts')),
        windowRefused: open('https://dateline.example/') === null,
        place: (await navigator.permissions.query({ name: 'geolocation' })).state,
      };
    });
    expect(reached).toEqual({
      node: [],
      codeRefused: true,
      fetchRefused: true,
      fileRefused: true,
      windowRefused: true,
      place: 'denied',
    });

    await page.evaluate(() => {
      location.href = 'https://dateline.example/';
    });
    // A navigation that was let through would have begun before the page has nothing else to do.
    await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    expect(page.url()).toBe(address);
    expect(app.windows()).toHaveLength(1);
  } finally {
    await close();
  }
});
