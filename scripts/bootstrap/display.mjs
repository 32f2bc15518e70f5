// @ts-check

/**
 * Whether windows can be shown: on Linux and its kin when an X or Wayland display is named, elsewhere always.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {boolean}
 */
export function hasDisplay(env = process.env, platform = process.platform) {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

/**
 * Whether this process is root on a Unix, where Chromium refuses its sandbox.
 *
 * @returns {boolean}
 */
export function isRoot() {
  return process.getuid?.() === 0;
}
