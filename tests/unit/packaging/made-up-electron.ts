import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The fuses as Electron delivers them: `0` off, `1` on, `r` removed; the place is the fuse. */
export const deliveredFuses = '101100011';

/** The fuses as a packaged Dateline has them. */
export const packedFuses = '000011001';

/**
 * The bytes of a program that holds nothing but fuses: a sentinel, the version, their number, and a character each.
 * Source: https://www.electronjs.org/docs/latest/tutorial/fuses#the-hard-way
 */
export function programWithFuses(fuses: string, version = 1): Buffer {
  return Buffer.concat([
    Buffer.alloc(5000, 'before'),
    Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
    Buffer.from([version, fuses.length]),
    Buffer.from(fuses),
    Buffer.alloc(5000, 'after'),
  ]);
}

/** Makes what electron-builder takes for an unpacked Electron for Linux, and returns `folder`. */
export function makeUpElectron(folder: string): string {
  const files = {
    electron: programWithFuses(deliveredFuses),
    version: '0.0.0',
    LICENSE: 'of Electron',
    'chrome-sandbox': 'no program',
    'locales/en-US.pak': 'no locale',
    'resources/readme': 'beside the archive',
  };
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { mode: 0o755 });
  }
  return folder;
}
