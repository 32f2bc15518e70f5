// @ts-check
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../bootstrap/build.mjs';
import { ensureChromium } from '../bootstrap/chromium.mjs';
import { nodeOptionsFor } from '../bootstrap/node-version.mjs';
import { run } from '../bootstrap/run.mjs';
import { chooseElectron } from './electron/choose-electron.mjs';
import { testLimitMs } from './limits.mjs';
import { readProgress } from './progress.mjs';
import { oneFailed, onePassed, readTally, tallyPathVariable } from './tally.mjs';

/** @typedef {import('./progress.mjs').TellProgress} TellProgress */

/**
 * What came of a step, with what its tool wrote, to be shown when it failed.
 *
 * @typedef {{tally: import('./tally.mjs').Tally, output: string}} StepOutcome
 */

/**
 * One step of `npm test`. Its run tells how far it has got where its tool tells that, and never rejects for a test that
 * fails.
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {(tell: TellProgress) => Promise<StepOutcome>} run
 */

/**
 * @typedef {object} StepOptions
 * @property {string} root the checkout, its dependencies installed
 * @property {string | null} filter part of the paths of the test files wanted
 * @property {boolean} testElectron whether an old Electron is fetched where there is no other
 * @property {import('../bootstrap/say.mjs').Say} say
 */

/** Every runtime has a configuration of its own, so that a wrong API does not compile. */
const runtimes = /** @type {const} */ ([
  'src/core',
  'src/codecs',
  'src/preload',
  'src/main',
  'src/cli',
  'src/renderer',
  'scripts',
  'tests',
  'bench',
]);

/** A tool that has hung ends itself the test that hangs, and says so; this is for a tool that hangs as a whole. */
const silenceMs = 2 * testLimitMs;

/**
 * The steps of the parts that are wanted, in their order.
 *
 * @param {readonly import('./test-arguments.mjs').TestPart[]} parts
 * @param {StepOptions} options
 * @returns {readonly Step[]}
 */
export function listSteps(parts, options) {
  const { root } = options;
  /** @type {Record<import('./test-arguments.mjs').TestPart, () => Step[]>} */
  const steps = {
    static: () => [
      check('format', root, ['@biomejs/biome/bin/biome', 'ci', '--colors=off', '.']),
      check('lint', root, ['oxlint/bin/oxlint', '--type-aware', '--deny-warnings', '.']),
      ...runtimes.map((runtime) =>
        check(`typecheck of ${runtime}`, root, ['typescript/bin/tsc', '-p', runtime]),
      ),
    ],
    unit: () => [
      {
        name: 'unit, storage, main and script tests',
        run: (tell) => runCounting({ root, tell }, vitestCommand('node', options), process.env),
      },
    ],
    component: () => [
      {
        name: 'component tests',
        run: (tell) => inChromium(vitestCommand('component', options), options, tell),
      },
    ],
    e2e: () => listStepsOnTheBuild(options),
  };
  return parts.flatMap((part) => steps[part]());
}

/**
 * A check that passes or fails as a whole.
 *
 * @param {string} name
 * @param {string} root
 * @param {readonly string[]} command a script within node_modules and its arguments
 * @returns {Step}
 */
function check(name, root, command) {
  return {
    name,
    run: async () => {
      const outcome = await runTool(root, command, process.env);
      return { tally: outcome.code === 0 ? onePassed : oneFailed, output: outcome.output };
    },
  };
}

/**
 * The tests of the built program; without a build they fail without being run.
 *
 * @param {StepOptions} options
 * @returns {Step[]}
 */
function listStepsOnTheBuild(options) {
  let built = false;
  /**
   * @param {string} name
   * @param {readonly string[]} command
   * @returns {Step}
   */
  const onTheBuild = (name, command) => ({
    name,
    run: async (tell) =>
      built
        ? inChromium(command, options, tell)
        : { tally: oneFailed, output: 'They need the build, which failed.' },
  });
  /**
   * Says which Electron they run on. One that was asked for and is not there is a failure; otherwise they are skipped with
   * the reason.
   *
   * @param {TellProgress} tell
   * @returns {Promise<StepOutcome>}
   */
  const onElectron = async (tell) => {
    if (!built) return { tally: oneFailed, output: 'They need the build, which failed.' };
    const { root, filter, say, testElectron } = options;
    const chosen = await chooseElectron({ root, env: process.env, fetch: testElectron, say });
    if (!chosen.ok && testElectron) return { tally: oneFailed, output: `${chosen.reason}.` };
    say(
      chosen.ok ? `The Electron specs run on ${chosen.words}.` : `No Electron: ${chosen.reason}.`,
    );
    const command = playwrightCommand(
      { filter },
      '--config=tests/e2e-electron/playwright.config.ts',
    );
    return runCounting({ root, tell }, command, process.env);
  };
  return [
    {
      name: 'build',
      run: async () => {
        const failure = await ensureBuild(options.root, options.say);
        built = failure === null;
        return { tally: built ? onePassed : oneFailed, output: failure ?? '' };
      },
    },
    onTheBuild('Electron shell on the double', vitestCommand('electron-double', options)),
    onTheBuild('end-to-end tests', playwrightCommand(options)),
    { name: 'end-to-end tests on Electron', run: onElectron },
    onTheBuild('torture', vitestCommand('torture', options)),
  ];
}

/**
 * @param {'node' | 'component' | 'electron-double' | 'torture'} project
 * @param {StepOptions} options
 * @returns {readonly string[]}
 */
function vitestCommand(project, { root, filter }) {
  return [
    'vitest/vitest.mjs',
    'run',
    `--root=${root}`,
    `--project=${project}`,
    '--reporter=default',
    `--reporter=${join(import.meta.dirname, 'vitest-tally.mjs')}`,
    ...(filter === null ? [] : [filter, '--passWithNoTests']),
  ];
}

/**
 * @param {Pick<StepOptions, 'filter'>} options
 * @param {readonly string[]} more
 * @returns {readonly string[]}
 */
function playwrightCommand({ filter }, ...more) {
  return [
    '@playwright/test/cli.js',
    'test',
    ...more,
    `--reporter=list,${join(import.meta.dirname, 'playwright-tally.mjs')}`,
    ...(filter === null ? [] : [filter, '--pass-with-no-tests']),
  ];
}

/**
 * Runs a test runner that has a reporter of ours, with a Chromium.
 *
 * @param {readonly string[]} command
 * @param {StepOptions} options
 * @param {TellProgress} tell
 * @returns {Promise<StepOutcome>}
 */
async function inChromium(command, { root, say }, tell) {
  const chromium = await ensureChromium(root, 'test', say);
  return chromium.ok
    ? runCounting({ root, tell }, command, {
        ...process.env,
        DATELINE_CHROMIUM: chromium.executable,
      })
    : { tally: oneFailed, output: chromium.message };
}

/**
 * Runs a test runner that has a reporter of ours.
 *
 * @param {{root: string, tell: TellProgress}} place
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<StepOutcome>}
 */
async function runCounting({ root, tell }, command, env) {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-'));
  const path = join(folder, 'tally.json');
  try {
    const outcome = await runTool(root, command, { ...env, [tallyPathVariable]: path }, tell);
    return { tally: readTally(path, outcome.code === 0), output: outcome.output };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} root
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} env
 * @param {TellProgress} [tell] for a tool whose reporter tells how far it has got
 */
function runTool(root, [script = '', ...args], env, tell) {
  const options = nodeOptionsFor(process.versions.node);
  return run(process.execPath, [...options, join(root, 'node_modules', script), ...args], {
    cwd: root,
    env,
    silenceMs,
    ...(tell && {
      onMessage: (message) => {
        const progress = readProgress(message);
        if (progress !== null) tell(progress);
      },
    }),
  });
}
