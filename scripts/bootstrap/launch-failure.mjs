// @ts-check
import { spawnSync } from 'node:child_process';

/**
 * @typedef {object} FailedLaunch
 * @property {string} executable
 * @property {string} errors what it wrote on standard error
 * @property {number | null} code its exit code, when it ended by itself
 * @property {NodeJS.Signals | null} signal what ended it otherwise
 */

const missingLibrary = /error while loading shared libraries: ([^:\s]+)/u;

/** Signs in what Electron, Chromium and the system's loader write. The first that occurs counts. */
const signs = /** @type {const} */ ([
  [/GLIBC(XX)?_[\d.]+['’`]? not found/u, 'this system’s C library is too old for it'],
  [
    /Missing X server or \$DISPLAY|[Cc]annot open display|Failed to connect to Wayland display/u,
    'the display could not be opened',
  ],
  [/running as root without --no-sandbox/iu, 'it refuses to run as root with its sandbox'],
  [
    /SUID sandbox helper|No usable sandbox|setuid_sandbox_host|Failed to move to new namespace|CLONE_NEWUSER/u,
    'the system does not let it make its sandbox',
  ],
  [/[Ee]xec format error|cannot execute binary file/u, 'it is made for another kind of machine'],
]);

/**
 * Why Electron did not come up, in plain words without a full stop: every missing library by name, a sandbox or
 * display refused, else the last thing it said.
 *
 * @param {FailedLaunch} failed
 * @returns {string}
 */
export function explainLaunchFailure(failed) {
  const library = missingLibrary.exec(failed.errors)?.[1];
  if (library !== undefined) return explainMissingLibraries(library, failed.executable);
  const sign = signs.find(([pattern]) => pattern.test(failed.errors));
  if (sign) return sign[1];
  const ending = describeEnding(failed);
  const lastWord = lastErrorLine(failed.errors);
  if (lastWord === null) return `it ${ending ?? 'said nothing'}`;
  return ending === null ? `it said: ${lastWord}` : `it ${ending} and said: ${lastWord}`;
}

/**
 * The loader names only the first missing library; `ldd` knows them all.
 *
 * @param {string} first
 * @param {string} executable
 */
function explainMissingLibraries(first, executable) {
  const listed = spawnSync('ldd', [executable], { encoding: 'utf8', timeout: 5000 });
  const missing = [...(listed.stdout ?? '').matchAll(/^\s*(\S+) => not found/gmu)].map(
    ([, name]) => name,
  );
  const names = [...new Set([first, ...missing])];
  return names.length === 1
    ? `the system library ${first} is missing`
    : `the system libraries ${names.join(', ')} are missing`;
}

/** @param {FailedLaunch} failed */
function describeEnding({ code, signal }) {
  if (signal !== null) return `was ended by ${signal}`;
  return code === null ? null : `ended with exit code ${code} before its window was ready`;
}

/**
 * @param {string} errors
 * @returns {string | null}
 */
function lastErrorLine(errors) {
  const lines = errors
    .split(/\r?\n/u)
    // Chromium's `[pid:date:LEVEL:file(line)]` says nothing to a person.
    .map((line) => line.replace(/^\[[^\]]*\]\s*/u, '').trim())
    .filter((line) => line !== '');
  return lines.at(-1)?.slice(0, 200) ?? null;
}
