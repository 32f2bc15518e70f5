import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupFiles } from '../desktop/backup/files';
import { browserArguments, leaveBrowser, openBrowser } from './browser';
import { claimPort, type PortClaim } from './claim-port';
import { findExportFolder } from './export-folder';
import { createLifetime, usualPatience } from './lifetime';
import {
  handedOverMessage,
  openAtMessage,
  otherPortMessage,
  portRecordDamagedMessage,
  portTakenMessage,
  windowNeverOpenedMessage,
  windowReadyMessage,
  wishedPortTakenMessage,
} from './messages';
import type { LoopbackOptions } from './options';
import { addressOf } from './origin';
import { startShell } from './shell';

/** What the process ends with. */
export const exitCodes = {
  done: 0,
  usage: 2,
  portUnavailable: 3,
  windowNeverOpened: 4,
  systemFailure: 5,
} as const;

/** Where the process runs. */
export interface RunContext {
  readonly home: string;
  readonly platform: string;
  readonly isRoot: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Prints one line for the person or script that started the process. */
  say(line: string): void;
  /** Prints one paragraph about what went wrong. */
  warn(paragraph: string): void;
  /** Settles when the person interrupts. */
  readonly interrupted: Promise<void>;
  /** What the backup is written by; the system's own files unless given. */
  readonly files?: BackupFiles;
}

/** Serves until the window is closed or the person interrupts; the value is the exit code. */
export async function run(options: LoopbackOptions, context: RunContext): Promise<number> {
  await mkdir(options.dataFolder, { recursive: true, mode: 0o700 });
  const opensWindow = options.browser !== undefined;
  const claim = await claimPort({
    dataFolder: options.dataFolder,
    ...(options.port === undefined ? {} : { port: options.port }),
    handover: { files: [...options.files], opensWindow },
    patienceMs: 3000,
  });
  switch (claim.kind) {
    case 'held':
      return serve(claim, options, context);
    case 'handed-over':
      return followUp(claim, options, context);
    case 'taken':
      context.warn(portTakenMessage(claim.port));
      return exitCodes.portUnavailable;
    case 'wish-taken':
      context.warn(wishedPortTakenMessage(claim.port));
      return exitCodes.portUnavailable;
    case 'other-recorded':
      context.warn(otherPortMessage(claim.port, options.dataFolder));
      return exitCodes.portUnavailable;
    case 'damaged':
      context.warn(portRecordDamagedMessage(claim.file));
      return exitCodes.portUnavailable;
  }
}

async function serve(
  { server, port }: Extract<PortClaim, { kind: 'held' }>,
  options: LoopbackOptions,
  context: RunContext,
): Promise<number> {
  const { browser: browserPath, dataFolder, rendererFolder } = options;
  const lifetime = browserPath === undefined ? null : createLifetime(usualPatience);
  const shell = await startShell({
    server,
    port,
    dataFolder,
    exportFolder: await findExportFolder(options.exportFolder, context.home),
    rendererFolder,
    ...(context.files && { files: context.files }),
    watcher: {
      pageOpened: () => lifetime?.pageOpened(),
      pageClosed: () => lifetime?.pageClosed(),
      pageExpected: () => lifetime?.expectPage(),
      windowReady: () => context.say(windowReadyMessage),
    },
  });
  await shell.offerFiles(options.files);
  const address = shell.freshAddress();
  let exitCode: number = exitCodes.done;
  if (browserPath === undefined || lifetime === null) {
    context.say(openAtMessage(address));
    await context.interrupted;
  } else {
    const browser = openBrowser(browserPath, windowArguments(address, options, context));
    void browser.ended.then(({ failed }) => lifetime.browserExited(failed));
    const reason = await Promise.race([lifetime.outlived, context.interrupted]);
    lifetime.stop();
    if (reason === 'window-never-opened') {
      context.warn(windowNeverOpenedMessage(browserPath, (await browser.ended).lastWords));
      exitCode = exitCodes.windowNeverOpened;
    }
    browser.close();
  }
  await shell.dispose();
  return exitCode;
}

/** What a second start does after the first has taken its files: opens a window on it, unless one is open. */
async function followUp(
  { port, answer }: Extract<PortClaim, { kind: 'handed-over' }>,
  options: LoopbackOptions,
  context: RunContext,
): Promise<number> {
  const address = addressOf(port, answer.key);
  if (options.browser === undefined) {
    context.say(openAtMessage(address));
    return exitCodes.done;
  }
  if (answer.pageIsOpen) {
    context.say(handedOverMessage(options.files.length));
    return exitCodes.done;
  }
  if (await leaveBrowser(options.browser, windowArguments(address, options, context)))
    return exitCodes.done;
  context.warn(windowNeverOpenedMessage(options.browser, ''));
  return exitCodes.windowNeverOpened;
}

function windowArguments(
  address: string,
  { dataFolder }: LoopbackOptions,
  { platform, isRoot, environment }: RunContext,
): readonly string[] {
  const profileFolder = join(dataFolder, 'browser');
  return browserArguments({ address, profileFolder, platform, isRoot, environment });
}
