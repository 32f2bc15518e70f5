// @ts-check

/** What npm's error codes mean, with what to do. The first that occurs in its output counts. */
const causes = /** @type {const} */ ([
  [
    /\bENOTFOUND\b|\bEAI_AGAIN\b/u,
    'the package registry’s name could not be resolved; is this machine online?',
  ],
  [
    /\bECONNREFUSED\b|\bEHOSTUNREACH\b|\bENETUNREACH\b/u,
    'the package registry could not be reached; is this machine online, or is a proxy needed (`npm config set proxy`)?',
  ],
  [
    /\bETIMEDOUT\b|\bERR_SOCKET_TIMEOUT\b|\bECONNRESET\b|\bFETCH_ERROR\b/u,
    'the package registry stopped answering; try again, perhaps on another network',
  ],
  [/\bENOSPC\b/u, 'the disk is full; make room and run the command again'],
  [
    /\bEACCES\b|\bEPERM\b|\bEROFS\b/u,
    'npm may not write here; check who owns the project’s folder and npm’s cache',
  ],
  [
    /\bEUSAGE\b/u,
    'package.json and package-lock.json do not agree; run `npm install` to bring them together',
  ],
  [
    /\bEINTEGRITY\b/u,
    'a package is not what the lock file expects; run `npm cache clean --force` and try again',
  ],
  [/\bE40[134]\b/u, 'the package registry refused a package; check npm’s registry setting'],
]);

/**
 * Why the dependencies could not be installed, in plain words, with what npm said of the error below.
 *
 * @param {import('./run.mjs').RunOutcome} outcome
 * @returns {string}
 */
export function explainInstallFailure(outcome) {
  const lines = outcome.output.trim().split('\n');
  const errors = lines.filter((line) => /^npm (error|ERR!) \S/u.test(line)).slice(0, 8);
  const shown = errors.length > 0 ? errors : lines.slice(-8);
  return `The dependencies could not be installed: ${explainNpmFailure(outcome)}.\n${shown.join('\n')}`.trimEnd();
}

/**
 * Why npm failed, in plain words without a full stop.
 *
 * @param {import('./run.mjs').RunOutcome} outcome
 * @returns {string}
 */
export function explainNpmFailure({ ending, code, output }) {
  if (ending === 'not-started') return 'npm was not found on the path';
  if (ending !== 'itself') return 'npm did not come to an end';
  const known = causes.find(([pattern]) => pattern.test(output));
  return known ? known[1] : `npm ended with ${code === null ? 'a signal' : `exit code ${code}`}`;
}
