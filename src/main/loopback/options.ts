import type { Result } from '../../core/result';
import { parseLaunchArguments } from '../desktop/launch-arguments';
import { defaultDataFolder, type Surroundings } from './data-folder';

/** What the loopback shell was asked for; every path is absolute. */
export interface LoopbackOptions {
  readonly files: readonly string[];
  readonly dataFolder: string;
  /** Absent: the Downloads folder if there is one, else home. */
  readonly exportFolder?: string;
  readonly rendererFolder: string;
  /** The browser that shows the window; absent when the address is to be printed instead. */
  readonly browser?: string;
  /** The port wished for at the very first start. */
  readonly port?: number;
}

/** Where relative paths and defaults come from. */
export interface OptionContext extends Surroundings {
  readonly workingFolder: string;
  /** The built page that belongs to this program. */
  readonly builtRenderer: string;
}

const known = { paths: ['data', 'exports', 'renderer', 'browser'], values: ['port'] };
const allFlags = new Set([...known.paths, ...known.values, 'no-window']);

/** How to call the shell, for a person who did it wrong. */
export const usage =
  'Usage: loopback [--data DIR] [--exports DIR] [--renderer DIR] [--no-window] [--port N] [--browser PATH] FILE…';

/** Reads a command line without its program and script; the error is a sentence for the person who typed it. */
export function readOptions(
  argv: readonly string[],
  context: OptionContext,
): Result<LoopbackOptions, string> {
  const { files, flags } = parseLaunchArguments(argv, context.workingFolder, known);
  for (const [name, value] of flags) {
    if (!allFlags.has(name)) return { ok: false, error: `There is no option --${name}.` };
    if (name === 'no-window' && value !== true)
      return { ok: false, error: `--${name} takes no value.` };
    if (value === '') return { ok: false, error: `--${name} needs a value.` };
  }
  const port = textOf(flags.get('port'));
  if (port !== undefined && !isPort(port))
    return { ok: false, error: `--port must be a number from 1024 to 65535, not ${port}.` };
  const exportFolder = textOf(flags.get('exports'));
  const browser = flags.has('no-window') ? undefined : textOf(flags.get('browser'));
  return {
    ok: true,
    value: {
      files,
      dataFolder: textOf(flags.get('data')) ?? defaultDataFolder(context),
      rendererFolder: textOf(flags.get('renderer')) ?? context.builtRenderer,
      ...(exportFolder === undefined ? {} : { exportFolder }),
      ...(browser === undefined ? {} : { browser }),
      ...(port === undefined ? {} : { port: Number(port) }),
    },
  };
}

function textOf(value: string | true | undefined): string | undefined {
  return value === true ? undefined : value;
}

function isPort(text: string): boolean {
  return /^\d{4,5}$/.test(text) && Number(text) >= 1024 && Number(text) <= 65535;
}
