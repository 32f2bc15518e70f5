import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { describe, expect, it, onTestFinished } from 'vitest';
import { browserArguments } from '../../src/main/loopback/browser';
import { startLoopback } from '../main/support/loopback';
import { temporaryFolder } from '../main/support/temporary-folder';
import { chromiumPath } from '../support/electron/chromium';
import {
  attemptFiles,
  tryWaysOut,
  waysOfBrowser,
  waysOfPage,
  waysOfWorker,
} from '../support/electron/outward-attempts';
import { createSampleApp } from '../support/electron/sample-app';

const allWays = { ofPage: [...waysOfPage, ...waysOfBrowser], ofWorker: waysOfWorker };
const nothing = { ofPage: [], ofWorker: [] };

/** A page in a browser with `args`, until the test is over. */
async function open(address: string, args: readonly string[]): Promise<Page> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const context = await chromium.launchPersistentContext(await temporaryFolder(), {
    executablePath: chromiumPath(),
    args: [...asRoot, ...args],
  });
  onTestFinished(() => context.close());
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  return page;
}

/** The loopback shell, whose page has the files to try with. */
async function serve(): Promise<string> {
  const rendererFolder = await temporaryFolder();
  writeFileSync(join(rendererFolder, 'index.html'), '<!doctype html><title>A page</title>');
  for (const [name, text] of Object.entries(attemptFiles))
    writeFileSync(join(rendererFolder, name), text);
  return (await (await startLoopback({ rendererFolder })).address).href;
}

/** The same page from a server that sends no policy. */
async function serveWithoutPolicy(): Promise<string> {
  const files = new Map(Object.entries(attemptFiles).map(([name, text]) => [`/${name}`, text]));
  const server = createServer(({ url = '' }, response) => {
    const script = files.get(url);
    response.setHeader('Content-Type', script === undefined ? 'text/html' : 'text/javascript');
    response.end(script ?? '<!doctype html><title>A page</title>');
  });
  await new Promise<void>((settle) => {
    server.listen(0, '127.0.0.1', settle);
  });
  onTestFinished(() => void server.close());
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`;
}

/** A page that nothing holds back. */
async function openFree(): Promise<Page> {
  return open(await serveWithoutPolicy(), []);
}

describe('to an address outside', () => {
  it('every one of these ways leads, where nothing is done against it', async () => {
    const page = await openFree();
    expect(await tryWaysOut(page, await openFree(), allWays)).toEqual(allWays);
  });

  it('none leads from the window of the loopback shell', async () => {
    const address = await serve();
    const own = browserArguments({
      address,
      profileFolder: '',
      platform: 'linux',
      isRoot: false,
      environment: {},
    }).filter((argument) => !/^--(?:app|user-data-dir)=/u.test(argument));
    expect(await tryWaysOut(await open(address, own), await openFree(), allWays)).toEqual(nothing);
  });

  it('none that a page’s policy can close leads from a browser of the person’s own', async () => {
    const ways = { ofPage: waysOfPage, ofWorker: waysOfWorker };
    expect(await tryWaysOut(await open(await serve(), []), await openFree(), ways)).toEqual(
      nothing,
    );
  });

  it('none leads from the window of the Electron shell, on its double', async () => {
    const sample = createSampleApp();
    onTestFinished(() => sample.remove());
    for (const [name, text] of Object.entries(attemptFiles))
      sample.write(join('app/out/renderer', name), text);
    const shell = sample.launch();
    onTestFinished(() => shell.close());
    expect(await tryWaysOut(await shell.windows.page(), await openFree(), allWays)).toEqual(
      nothing,
    );
    expect(shell.windows.strangers).toEqual([]);
  });
});
