import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DesktopEvent } from '../../src/preload/contract';
import { errorOf, readAll, testDesktop, valueOf } from './support/desktop';

const command = (commandId: string): DesktopEvent => ({ kind: 'command', commandId });

describe('what main has to say to the page', () => {
  it('is told at once to a page that waits', async () => {
    const test = await testDesktop();
    const waiting = test.desktop.nextEvent();
    test.offerCommand('export');
    expect(valueOf(await waiting)).toEqual(command('export'));
  });

  it('is kept, in order, for a page that does not wait yet', async () => {
    const test = await testDesktop();
    test.offerCommand('first');
    test.offerCommand('second');
    expect(valueOf(await test.desktop.nextEvent())).toEqual(command('first'));
    expect(valueOf(await test.desktop.nextEvent())).toEqual(command('second'));
  });

  it('is told to the newest of two calls; the older one is stale', async () => {
    const test = await testDesktop();
    const older = test.desktop.nextEvent();
    const newer = test.desktop.nextEvent();
    expect(errorOf(await older).code).toBe('stale');
    test.offerCommand('export');
    expect(valueOf(await newer)).toEqual(command('export'));
  });

  it('is not lost on a page that left while it waited', async () => {
    const test = await testDesktop();
    const left = test.desktop.nextEvent();
    await test.pageLeft();
    expect(errorOf(await left).code).toBe('stale');
    test.offerCommand('export');
    expect(valueOf(await test.desktop.nextEvent())).toEqual(command('export'));
  });

  it('ends with the shell', async () => {
    const test = await testDesktop();
    const waiting = test.desktop.nextEvent();
    await test.dispose();
    expect(errorOf(await waiting).code).toBe('stale');
    expect(errorOf(await test.desktop.nextEvent()).code).toBe('stale');
  });

  it('is the files of a command line: those that are there granted, the others with their cause', async () => {
    const test = await testDesktop();
    const path = join(test.folder, 'a.txt');
    await writeFile(path, 'text');
    await test.offerFiles([path, join(test.folder, 'gone.txt')]);
    const event = valueOf(await test.desktop.nextEvent());
    if (event.kind !== 'open-files') throw new Error(`expected files, not ${event.kind}`);
    const [there, gone] = event.files;
    expect(gone).toMatchObject({ ok: false, error: { code: 'missing', fileName: 'gone.txt' } });
    if (there === undefined) throw new Error('the file was not offered');
    expect(Buffer.concat(await readAll(test, valueOf(there))).toString()).toBe('text');
  });

  it('is nothing when no files were given', async () => {
    const test = await testDesktop();
    await test.offerFiles([]);
    test.offerCommand('export');
    expect(valueOf(await test.desktop.nextEvent())).toEqual(command('export'));
  });
});
