import { z } from 'zod';
import { parseLaunchArguments } from '../desktop/launch-arguments';
import { appArguments } from './app-arguments';

/**
 * What Electron carries from a second start to the first: a name in ASCII, under which the files are left. Lists of 9 to 13 or
 * 32 items, and two-byte text with a blank in it, arrive as null (electron issues 49801 and 52020).
 */
export interface HandOver {
  readonly name: string;
}

/** Electron's own account of a second start. */
export interface SecondStart {
  /** What came of the `HandOver`. */
  readonly data: unknown;
  /** The second start's whole command line, which Chromium may have rearranged. */
  readonly argv: readonly string[];
  /** Its working folder. */
  readonly folder: string;
}

/** The flags that Dateline's own command line in Electron has; the first is Chromium's too. */
export const electronFlags = { paths: ['user-data-dir'], values: ['second-start'] } as const;

const handOver = z.object({ name: z.string() });

/** The name that a second start handed over; null when it was lost on the way. */
export function nameOfSecondStart(data: unknown): string | null {
  const parsed = handOver.safeParse(data);
  return parsed.success ? parsed.data.name : null;
}

/** The files that a second start's command line names, as absolute paths: for when what it left cannot be read. */
export function filesOfCommandLine(
  { argv, folder }: SecondStart,
  isPackaged: boolean,
): readonly string[] {
  return parseLaunchArguments(appArguments(argv, isPackaged), folder, electronFlags).files;
}
