import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desktop, DesktopEvent } from '../../src/preload/contract';
import type { LaunchOptions, ShellDouble } from '../support/electron/launch';
import { createSampleApp, type SampleApp } from '../support/electron/sample-app';
import { callInPage } from './page-desktop';
import { startAgain } from './second-start';

let sample: SampleApp;
let shell: ShellDouble;

beforeEach(() => {
  sample = createSampleApp();
});

afterEach(async () => {
  await shell.close();
  sample.remove();
});

/** Starts the shell; its page says that something is not written. */
async function startUnwritten(options: Partial<LaunchOptions> = {}): Promise<void> {
  shell = sample.launch(options);
  await call('setUnwritten', true);
}

async function call<Method extends 'setUnwritten' | 'closeNow'>(
  method: Method,
  ...args: Parameters<Desktop[Method]>
): Promise<void> {
  const answer = await callInPage(await shell.windows.page(), method, ...args);
  expect(answer).toEqual({ ok: true, value: null });
}

async function nextEvent(): Promise<DesktopEvent> {
  const event = await callInPage(await shell.windows.page(), 'nextEvent');
  if (!event.ok) throw new Error(event.error.code);
  return event.value;
}

const isGone = (): boolean => shell.windows.only.state.isDestroyed;

/** Puts in a script that the page closes the window: its answer is lost with the window. */
async function closeFromPage(): Promise<void> {
  const page = await shell.windows.page();
  await page.evaluate(() => void window.dateline?.closeNow());
}

const ways = [
  { way: 'the person closes the window', begin: () => void shell.windows.close() },
  { way: 'the app is told to quit', begin: quit },
  {
    way: 'the session ends on Windows',
    begin: () => {
      if (!shell.offer('window', 'query-session-end')) shell.windows.close();
    },
  },
];

/** As the menu’s Quit, or Cmd+Q. */
function quit(): void {
  Reflect.apply(Reflect.get(shell.app.api, 'quit'), undefined, []);
}

describe.each(ways)('when $way', ({ begin }) => {
  it('closes at once over a page that has written everything', async () => {
    await startUnwritten();
    await call('setUnwritten', false);
    begin();
    expect(isGone()).toBe(true);
    expect(await shell.app.ended).toBe(0);
  });

  it('asks a page that has not, and ends when it closes', async () => {
    await startUnwritten();
    begin();
    expect(isGone()).toBe(false);
    expect(await nextEvent()).toEqual({ kind: 'close-asked' });
    await closeFromPage();
    expect(await shell.app.ended).toBe(0);
    expect(shell.dialog.shown).toEqual([]);
  });

  it('stays when the page keeps the window open, and asks anew the next time', async () => {
    await startUnwritten();
    begin();
    expect(await nextEvent()).toEqual({ kind: 'close-asked' });
    const next = nextEvent();
    begin();
    expect(await next).toEqual({ kind: 'close-asked' });
    expect(isGone()).toBe(false);
  });
});

describe('a window that is to close', () => {
  it('is asked once by a person who is impatient', async () => {
    await startUnwritten();
    for (const { begin } of ways) begin();
    expect(await nextEvent()).toEqual({ kind: 'close-asked' });
    startAgain(shell, ['/no/such/file.txt']);
    expect((await nextEvent()).kind).toBe('open-files');
  });

  it('is not closed by a page that nobody has asked', async () => {
    await startUnwritten();
    await call('closeNow');
    expect(isGone()).toBe(false);
  });

  it('closes at once after its page was lost, which has nothing left to write', async () => {
    await startUnwritten();
    const loaded = (await shell.windows.page()).waitForEvent('load');
    shell.offer('contents', 'render-process-gone', { reason: 'crashed', exitCode: 1 });
    await loaded;
    shell.windows.close();
    expect(isGone()).toBe(true);
  });

  it('shows in the title bar of macOS, and nowhere else, that something is not written', async () => {
    await startUnwritten({ platform: 'darwin' });
    expect(shell.windows.only.state.isEdited).toBe(true);
    await call('setUnwritten', false);
    expect(shell.windows.only.state.isEdited).toBe(false);
  });
});

describe('a page that does not answer', () => {
  it('is waited for or closed over, as the person says', async () => {
    await startUnwritten();
    shell.dialog.script.message('Wait', 'Close anyway');
    shell.windows.close();
    await expect.poll(() => shell.dialog.shown.length).toBe(1);
    expect(shell.dialog.shown[0]).toMatchObject({
      kind: 'message',
      isModal: true,
      options: {
        message: 'Dateline does not answer',
        buttons: ['Wait', 'Close anyway'],
        defaultId: 0,
        cancelId: 0,
      },
    });
    expect(isGone()).toBe(false);

    shell.windows.close();
    await expect.poll(isGone).toBe(true);
    expect(await shell.app.ended).toBe(0);
  });

  it('takes the question away when it answers after all', async () => {
    await startUnwritten({ languages: ['ko-KR'] });
    shell.dialog.script.message('stay');
    shell.windows.close();
    await expect.poll(() => shell.dialog.shown.length).toBe(1);
    expect(shell.dialog.shown[0]?.options).toMatchObject({
      message: 'Dateline이 응답하지 않습니다',
    });
    expect(shell.dialog.shown[0]?.options['signal']).toMatchObject({ aborted: false });
    shell.windows.close();
    expect(shell.dialog.shown).toHaveLength(1);

    expect(await nextEvent()).toEqual({ kind: 'close-asked' });
    expect(shell.dialog.shown[0]?.options['signal']).toMatchObject({ aborted: true });
    await closeFromPage();
    expect(await shell.app.ended).toBe(0);
  });

  it('still may close the window that the person waits with', async () => {
    await startUnwritten();
    shell.dialog.script.message('Wait');
    shell.windows.close();
    await expect.poll(() => shell.dialog.shown.length).toBe(1);
    expect(isGone()).toBe(false);
    await closeFromPage();
    expect(await shell.app.ended).toBe(0);
  });
});
