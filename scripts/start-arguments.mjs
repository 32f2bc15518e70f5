// @ts-check
import { isAbsolute, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/**
 * What `npm start` was asked for.
 *
 * @typedef {object} StartArguments
 * @property {'auto' | 'loopback' | 'electron'} shell `electron`: try it now, even if it failed a moment ago
 * @property {string | null} data the folder for the data, absolute
 * @property {string | null} exports the folder for exports of the loopback shell, absolute
 * @property {string | null} port the loopback shell's port, as given
 * @property {readonly string[]} files absolute, or `file:` addresses
 */

/** How `npm start` is called, for the person. */
export const startUsage = [
  'npm start -- [--loopback | --electron] [--data DIR] [--exports DIR] [--port N] [FILE…]',
  '  --loopback     open in a browser window at once, without Electron',
  '  --electron     try Electron now, even if it could not be fetched a moment ago',
  '  --data DIR     keep the data in DIR',
  '  --exports DIR  where exports go in the browser window',
  '  --port N       the port for the browser window',
].join('\n');

/**
 * Reads the arguments of `npm start`. Paths are meant from `folder`, where the person called it.
 *
 * @param {readonly string[]} given
 * @param {string} folder absolute
 * @returns {StartArguments | {fault: string}} the fault in one line, when the arguments cannot be understood
 */
export function parseStartArguments(given, folder) {
  try {
    const { values, positionals } = parseArgs({
      args: [...given],
      allowPositionals: true,
      options: {
        loopback: { type: 'boolean', default: false },
        electron: { type: 'boolean', default: false },
        data: { type: 'string' },
        exports: { type: 'string' },
        port: { type: 'string' },
      },
    });
    if (values.loopback && values.electron) {
      return { fault: '--loopback and --electron exclude each other' };
    }
    if (values.port !== undefined && !isPort(values.port)) {
      return { fault: `--port takes a number from 1024 to 65535, not “${values.port}”` };
    }
    /** @param {string | undefined} path */
    const absolute = (path) => (path === undefined ? null : resolve(folder, path));
    return {
      shell: values.loopback ? 'loopback' : values.electron ? 'electron' : 'auto',
      data: absolute(values.data),
      exports: absolute(values.exports),
      port: values.port ?? null,
      files: positionals.map((file) => absoluteFile(file, folder)),
    };
  } catch (error) {
    return { fault: error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error) };
  }
}

/**
 * A file that a person named, as the program takes it: absolute, or the `file:` address that it was given as.
 *
 * @param {string} file
 * @param {string} folder absolute
 */
export function absoluteFile(file, folder) {
  return isAbsolute(file) || /^file:[/]/iu.test(file) ? file : resolve(folder, file);
}

/** @param {string} text */
function isPort(text) {
  return /^\d{4,5}$/u.test(text) && Number(text) >= 1024 && Number(text) <= 65535;
}
