// @ts-check
import { delimiter, join } from 'node:path';

const commands = /** @type {const} */ ([
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'brave',
]);

const macApplications = /** @type {const} */ ([
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
]);

const windowsPrograms = /** @type {const} */ ([
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
]);

/**
 * Where a browser of the Chromium family would be if it were installed, likeliest first. Whether it is there, and
 * whether it starts, is for the caller to find out.
 *
 * @param {object} machine
 * @param {NodeJS.Platform} machine.platform
 * @param {NodeJS.ProcessEnv} machine.env
 * @param {string} machine.homeFolder
 * @returns {readonly string[]} absolute paths, without repeats
 */
export function listChromiumCandidates({ platform, env, homeFolder }) {
  if (platform === 'darwin') {
    return ['/Applications', join(homeFolder, 'Applications')].flatMap((folder) =>
      macApplications.map((name) => join(folder, name)),
    );
  }
  if (platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => env[name]);
    return folders.flatMap((folder) =>
      folder ? windowsPrograms.map((parts) => join(folder, ...parts)) : [],
    );
  }
  const onPath = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const folders = new Set([...onPath, '/usr/bin', '/usr/local/bin', '/snap/bin']);
  return commands.flatMap((command) => [...folders].map((folder) => join(folder, command)));
}
