// @ts-check
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where the packed program goes, relative to the checkout. */
export const packedFolder = 'out/packed';

/** Where electron-builder leaves the program of each system, by the name of the folder that it makes for it. */
const programs = /** @type {const} */ ([
  [/^linux.*-unpacked$/u, 'dateline'],
  [/^win.*-unpacked$/u, 'Dateline.exe'],
  [/^mac/u, 'Dateline.app/Contents/MacOS/Dateline'],
]);

/**
 * The packed programs within the checkout.
 *
 * @param {string} root the checkout
 * @returns {readonly string[]} absolute, in the order of their names; none when nothing was packed
 */
export function findPackedPrograms(root) {
  const folder = join(root, packedFolder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) =>
      programs
        .filter(([pattern]) => pattern.test(name))
        .map(([, program]) => join(folder, name, program)),
    )
    .filter((program) => existsSync(program));
}
