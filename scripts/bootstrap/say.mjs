// @ts-check

/**
 * Says one line to the person. A sink for progress and explanations, apart from what a command answers.
 *
 * @typedef {(line: string) => void} Say
 */

/**
 * Says it on standard error, so that standard output carries only what was asked for.
 *
 * @type {Say}
 */
export const sayAside = (line) => {
  process.stderr.write(`${line}\n`);
};

/**
 * A time for the person: whole seconds, from two minutes on in minutes.
 *
 * @param {number} milliseconds
 * @returns {string}
 */
export function formatDuration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (seconds === 1) return '1 second';
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
