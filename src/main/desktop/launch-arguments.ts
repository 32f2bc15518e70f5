import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a shell was started with. */
export interface LaunchArguments {
  /** Absolute paths, in the order given. */
  readonly files: readonly string[];
  /** Flags by name without their dashes; true for one without a value, the last of several. */
  readonly flags: ReadonlyMap<string, string | true>;
}

/** Which flags take a value, in either of `--name value` and `--name=value`. */
export interface LaunchFlags {
  /** Their value is a path, and is resolved. */
  readonly paths: readonly string[];
  readonly values: readonly string[];
}

/**
 * Reads a command line without its program (and script). Anything that begins with `-` is a flag until `--`; a flag
 * that is not listed has the value after its `=`, or none. A listed flag at the very end has an empty value. Paths are
 * resolved against `folder`, and the addresses of files that launchers give (`file:///…`) are read as the paths they mean.
 */
export function parseLaunchArguments(
  argv: readonly string[],
  folder: string,
  known: LaunchFlags,
): LaunchArguments {
  const files: string[] = [];
  const flags = new Map<string, string | true>();
  for (let index = 0; index < argv.length; index += 1) {
    const argument = argv[index] ?? '';
    if (argument === '--') {
      files.push(...argv.slice(index + 1));
      break;
    }
    if (!argument.startsWith('-')) {
      files.push(argument);
      continue;
    }
    const { name, value } = splitFlag(argument);
    const isPath = known.paths.includes(name);
    if (value === null && (isPath || known.values.includes(name))) {
      index += 1;
      flags.set(name, resolvedIf(isPath, folder, argv[index] ?? ''));
    } else {
      flags.set(name, value === null ? true : resolvedIf(isPath, folder, value));
    }
  }
  return {
    files: files.filter((file) => file !== '').map((file) => resolve(folder, pathOf(file))),
    flags,
  };
}

/** The folder that a person's paths are meant from: npm changes into the package, and says where it came from. */
export function workingFolderOf(
  environment: Readonly<Record<string, string | undefined>>,
  current: string,
): string {
  return environment['INIT_CWD'] || current;
}

/**
 * The path that an argument means: itself, or the path of a `file:` address of this machine, however its host is written
 * (RFC 8089). An address that means none here stays as it was typed, and is then missing by that name.
 */
function pathOf(argument: string): string {
  if (!/^file:[/]/i.test(argument)) return argument;
  try {
    const address = new URL(argument);
    if (address.hostname === hostname().toLowerCase()) address.hostname = '';
    const path = fileURLToPath(address);
    return path.includes('\0') ? argument : path;
  } catch {
    return argument;
  }
}

function splitFlag(argument: string): { name: string; value: string | null } {
  const flag = argument.replace(/^--?/, '');
  const equals = flag.indexOf('=');
  if (equals < 0) return { name: flag, value: null };
  return { name: flag.slice(0, equals), value: flag.slice(equals + 1) };
}

function resolvedIf(isPath: boolean, folder: string, value: string): string {
  return isPath && value !== '' ? resolve(folder, value) : value;
}
