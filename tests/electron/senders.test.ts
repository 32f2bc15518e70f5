import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channelOf, desktopMethods, type FileToken } from '../../src/preload/contract';
import type { ShellDouble } from '../support/electron/launch';
import { createSampleApp, type SampleApp } from '../support/electron/sample-app';
import { callInPage } from './page-desktop';

const own = { url: 'app://dateline/', origin: 'app://dateline', parent: null, detached: false };
const refused = { ok: false, error: { code: 'refused', detail: 'sender' } };

const strangers = [
  { from: 'a frame within the page', frame: { ...own, parent: own } },
  { from: 'another origin', frame: { ...own, url: 'https://a.test/', origin: 'https://a.test' } },
  { from: 'a host that begins alike', frame: { ...own, origin: 'app://dateline.evil' } },
  { from: 'an opaque origin', frame: { ...own, origin: 'null' } },
  { from: 'a page that is being left', frame: { ...own, detached: true } },
  { from: 'a frame that is gone', frame: null },
];

let sample: SampleApp;
let shell: ShellDouble;

beforeAll(async () => {
  sample = createSampleApp();
  shell = sample.launch();
  await shell.windows.page();
});

afterAll(async () => {
  await shell.close();
  sample.remove();
});

/** A token that the window's own page was given for a file of the dialog. */
async function grantedToken(): Promise<FileToken> {
  shell.dialog.script.open([sample.write('articles/harvest.txt', 'a text')]);
  const opened = await callInPage(await shell.windows.page(), 'openFiles');
  const granted = opened.ok ? opened.value[0] : undefined;
  if (!granted?.ok) throw new Error('not granted');
  return granted.value.token;
}

describe('an ipc message', () => {
  it.each(strangers)('from $from is refused, whatever it asks', async ({ frame }) => {
    for (const method of desktopMethods)
      expect(await shell.invokeAs(frame, channelOf(method), [])).toEqual(refused);
    expect(shell.dialog.shown).toEqual([]);
  });

  it('from a real frame within the page is refused', async () => {
    const page = await shell.windows.page();
    await page.evaluate(() => document.body.append(document.createElement('iframe')));
    const host = await shell.windows.host();
    const inner = page.frames().find((frame) => frame.parentFrame() !== null);
    const frame = inner === undefined ? null : host.frameDouble(inner);
    expect(frame?.parent?.origin).toBe('app://dateline');
    expect(await shell.invokeAs(frame, 'desktop:openFiles', [])).toEqual(refused);
    expect(shell.dialog.shown).toEqual([]);
  });

  it('from another window’s page is refused, whatever it asks', async () => {
    for (const method of desktopMethods)
      expect(await shell.invokeAs(own, channelOf(method), [], {})).toEqual(refused);
  });

  it('from the window’s own page is answered', async () => {
    expect(await shell.invokeAs(own, 'desktop:describe', [])).toMatchObject({ ok: true });
  });

  it.each([
    { name: 'a path for a token', args: ['/etc/hostname'] },
    { name: 'an address for a token', args: ['file:///etc/hostname'] },
    { name: 'an object for a token', args: [{ path: '/etc/hostname' }] },
    { name: 'no token', args: [] },
    { name: 'an argument too many', args: ['A'.repeat(32), '/etc/hostname'] },
  ])('with $name is refused', async ({ args }) => {
    expect(await shell.invokeAs(own, 'desktop:beginRead', args)).toMatchObject({
      ok: false,
      error: { code: 'refused' },
    });
  });
});

describe('a token', () => {
  it('is 192 random bits, and says nothing of the file', async () => {
    const token = await grantedToken();
    expect(token).toMatch(/^[\w-]{32}$/);
    expect(Buffer.from(token, 'base64url')).toHaveLength(24);
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('harvest');
  });

  it('is the window’s own: no other sender can use it', async () => {
    const token = await grantedToken();
    for (const { frame } of strangers)
      expect(await shell.invokeAs(frame, 'desktop:beginRead', [token])).toEqual(refused);
    expect(await shell.invokeAs(own, 'desktop:beginRead', [token], {})).toEqual(refused);
    expect(await shell.invokeAs(own, 'desktop:beginRead', [token])).toMatchObject({ ok: true });
  });

  it('that was guessed, or differs by one letter, opens nothing', async () => {
    const token = await grantedToken();
    const near = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
    for (const guess of ['A'.repeat(32), near, token.toLowerCase()])
      expect(await shell.invokeAs(own, 'desktop:beginRead', [guess])).toMatchObject({
        ok: false,
        error: { code: 'stale' },
      });
  });

  it('of an earlier start is good for nothing', async () => {
    const first = createSampleApp();
    const earlier = first.launch();
    first.write('articles/harvest.txt', 'a text');
    earlier.dialog.script.open([`${first.folder}/articles/harvest.txt`]);
    const opened = await callInPage(await earlier.windows.page(), 'openFiles');
    await earlier.close();
    first.remove();
    const granted = opened.ok ? opened.value[0] : undefined;
    if (!granted?.ok) throw new Error('not granted');
    expect(await shell.invokeAs(own, 'desktop:beginRead', [granted.value.token])).toMatchObject({
      ok: false,
      error: { code: 'stale' },
    });
  });
});
