import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplePaths } from '../support/app/texts';
import { expect, type Program, test } from './fixtures';

const ways: readonly { readonly way: string; readonly quit: (program: Program) => unknown }[] = [
  {
    way: 'the menu’s Quit',
    quit: ({ app }) =>
      app.evaluate(({ Menu }) => {
        const items = Menu.getApplicationMenu()?.items ?? [];
        const all = items.flatMap(({ submenu }) => submenu?.items ?? []);
        // Later, so that the answer to this call comes before the end.
        setImmediate(() => all.find(({ role }) => role === 'quit')?.click());
      }),
  },
  {
    way: 'Ctrl+Q',
    quit: ({ app }) =>
      app.evaluate(({ BrowserWindow }) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.sendInputEvent({ type: 'keyDown', keyCode: 'Q', modifiers: ['control'] });
        contents?.sendInputEvent({ type: 'keyUp', keyCode: 'Q', modifiers: ['control'] });
      }),
  },
  { way: 'SIGTERM', quit: ({ process }) => process.kill('SIGTERM') },
  { way: 'SIGINT', quit: ({ process }) => process.kill('SIGINT') },
  {
    way: 'closing the window',
    quit: ({ app }) =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  },
];

for (const { way, quit } of ways)
  test(`${way} ends the program: its process is gone and its lock is free`, async ({ desk }) => {
    test.skip(way.startsWith('SIG') && process.platform === 'win32', 'Windows has no signals');
    test.skip(way === 'Ctrl+Q' && process.platform === 'darwin', 'macOS takes no key from a test');
    const program = await desk.start();
    await program.window.saved();
    await quit(program);
    expect(await program.ended).toBe(0);
    await expectNothingLeft(desk.data);
  });

test('what was done right before the program is quit is there at the next start', async ({
  desk,
}) => {
  const program = await desk.start({ files: [samplePaths.steelworks] });
  await program.window.tag({ quote: 'Mokdan Steel Complex', kind: 'enterprise' });
  await ways[0]?.quit(program);
  expect(await program.ended).toBe(0);
  const again = await desk.start();
  await expect(again.window.row('enterprise', 'Mokdan Steel Complex')).toBeVisible();
});

/** No process works on the folder any more, and a next start is the first. */
async function expectNothingLeft(data: string): Promise<void> {
  if (process.platform !== 'linux') return;
  await expect.poll(() => processesOn(data)).toEqual([]);
  expect(isLink(join(data, 'SingletonLock'))).toBe(false);
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

function processesOn(data: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    const file = `/proc/${pid}/cmdline`;
    try {
      return /^\d+$/.test(pid) && existsSync(file) && readFileSync(file, 'utf8').includes(data);
    } catch {
      return false;
    }
  });
}
