import { readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Chromium's message to the first start holds 32 KiB (`kMaxMessageLength` of its `process_singleton_posix.cc`), not all ours. */
const messageBytes = 30_000;

/** What is known of this start. */
export interface OwnStart {
  readonly argv: readonly string[];
  readonly folder: string;
  readonly dataFolder: string;
  readonly platform: NodeJS.Platform;
}

/**
 * Whether asking for Electron's lock would end the program that runs already. Except on Windows, its command line goes to
 * that one in a message; one that is too long is not answered, and Chromium then kills the first start as hung.
 */
export function wouldEndTheFirst({ argv, folder, dataFolder, platform }: OwnStart): boolean {
  if (platform === 'win32') return false;
  const bytes = [folder, ...argv].reduce((sum, text) => sum + Buffer.byteLength(text) + 1, 0);
  return bytes > messageBytes && isInUse(dataFolder);
}

/** The arguments with which the same program, started by this one, hands over what was left under `name`. */
export function shortArguments(
  { argv, dataFolder }: OwnStart,
  name: string,
  appFolder: string | null,
): readonly string[] {
  const end = argv.indexOf('--');
  const flags = argv
    .slice(1, end === -1 ? undefined : end)
    .filter((argument) => argument.startsWith('-') && !/^--?user-data-dir\b/.test(argument));
  return [
    ...flags,
    `--user-data-dir=${dataFolder}`,
    ...(appFolder === null ? [] : [appFolder]),
    `--second-start=${name}`,
  ];
}

/** Whether a program runs on the data folder: Chromium's lock there is a link to `host-pid`. */
function isInUse(dataFolder: string): boolean {
  try {
    const pid = Number(/-(\d+)$/.exec(readlinkSync(join(dataFolder, 'SingletonLock')))?.[1]);
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
