import { resolve } from 'node:path';
import { chooseElectron } from '../../scripts/testing/electron/choose-electron.mjs';
import { hasOwnDisplay, startDisplay } from '../../scripts/testing/electron/own-display.mjs';
import { chosenElectronVariable } from '../support/app/electron-app';

/** Chooses the Electron of this run, which fetches nothing, and gives it a display of its own where one can be made. */
export default async function setUp(): Promise<(() => Promise<void>) | undefined> {
  const root = resolve(import.meta.dirname, '../..');
  const chosen = await chooseElectron({ root, env: process.env, fetch: false, say: () => {} });
  process.env[chosenElectronVariable] = JSON.stringify(chosen);
  if (!chosen.ok || !hasOwnDisplay()) return undefined;
  const display = await startDisplay();
  process.env['DISPLAY'] = display.name;
  return display.end;
}
