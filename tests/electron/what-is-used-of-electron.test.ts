import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json';

const root = resolve(import.meta.dirname, '../..');

/** Names of values that the files of `folder` import from electron; types are not there when the program runs. */
function importedFromElectron(folder: string): readonly string[] {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'));
  const imports = files.flatMap((file) => [
    ...readFileSync(join(root, folder, file), 'utf8').matchAll(
      /^import (?<type>type )?(?<names>[^;]*?) from 'electron';$/gmu,
    ),
  ]);
  const names = imports
    .filter(({ groups }) => groups?.['type'] === undefined)
    .flatMap(({ groups }) => (groups?.['names'] ?? '').replace(/[{}]/gu, '').split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
  return [...new Set(names)].toSorted();
}

describe('what is used of Electron', () => {
  it('in main is neither its network, nor its shell, nor a way into other processes', () => {
    expect(importedFromElectron('src/main/electron')).toEqual([
      'BrowserWindow',
      'Menu',
      'app',
      'dialog',
      'ipcMain',
      'nativeTheme',
      'protocol',
      'screen',
      'session',
    ]);
  });

  it('in the preload is the relay alone', () => {
    expect(importedFromElectron('src/preload')).toEqual(['contextBridge', 'ipcRenderer']);
  });

  it('is one exact version, so that an update is a change that can be seen', () => {
    expect(manifest.devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  });
});
