// @ts-check
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npmCommand } from '../../bootstrap/dependencies.mjs';
import { explainNpmFailure } from '../../bootstrap/install-failure.mjs';
import { run } from '../../bootstrap/run.mjs';
import { formatDuration } from '../../bootstrap/say.mjs';
import { hashOf, recordFiles } from './file-record.mjs';
import { findOldElectron, oldElectronFolder, recordName } from './old-electron.mjs';

const limitMs = 1_200_000;

/** What Electron loads as its app: it hands over to the shell of whichever checkout starts it. */
const loader = {
  'package.json': '{ "name": "dateline-tests", "version": "0.0.0", "main": "main.cjs" }\n',
  'main.cjs': 'require(process.env.DATELINE_TEST_SHELL);\n',
};

/**
 * Brings the old Electron into the cache by npm's own client, unless it is there and whole. What is damaged is made
 * anew; what is only half there has another name, so that no one takes it for the whole.
 *
 * @param {object} options
 * @param {import('./old-electron.mjs').OldElectron} options.old
 * @param {string} options.cache made when missing
 * @param {NodeJS.ProcessEnv} options.env
 * @param {import('../../bootstrap/say.mjs').Say} options.say
 * @returns {Promise<string | null>} why it failed, without a full stop; null when it is there
 */
export async function fetchOldElectron({ old, cache, env, say }) {
  const state = await findOldElectron(old, cache);
  if (state === 'whole') return null;
  say(
    state === 'damaged'
      ? `The Electron ${old.version} for tests is damaged: fetching it anew, from npm’s ${specOf(old)}.`
      : `Fetching Electron ${old.version} for tests, once, from npm’s ${specOf(old)}.`,
  );
  try {
    await mkdir(cache, { recursive: true });
    await removeAbandoned(cache);
    // In the cache itself, so that it takes its name in one step.
    const work = await mkdtemp(join(cache, `${workPrefix}${process.pid}-`));
    try {
      return (
        (await download(old, work, env, say)) ??
        (await unpack(old, work)) ??
        (await putInPlace(old, work, cache))
      );
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  } catch (fault) {
    return `the cache ${cache} could not be written (${fault instanceof Error ? fault.message : String(fault)})`;
  }
}

const workPrefix = 'unpacking-';

/**
 * Removes what fetches left behind that were killed; the name of the folder tells whose it is.
 *
 * @param {string} cache
 */
async function removeAbandoned(cache) {
  for (const name of await readdir(cache)) {
    const owner = /^unpacking-(\d+)-/.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner)))
      await rm(join(cache, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM';
  }
}

/**
 * @param {import('./old-electron.mjs').OldElectron} old
 * @param {string} work
 * @param {NodeJS.ProcessEnv} env
 * @param {import('../../bootstrap/say.mjs').Say} say
 * @returns {Promise<string | null>}
 */
async function download(old, work, env, say) {
  const { command, args, shell } = npmCommand(env);
  const wanted = specOf(old);
  let saidAt = 0;
  const outcome = await run(
    command,
    [...args, 'pack', wanted, '--ignore-scripts', `--pack-destination=${work}`],
    {
      cwd: work,
      env,
      shell,
      limitMs,
      onTick: (elapsedMs) => {
        if (elapsedMs - saidAt < 15_000) return;
        saidAt = elapsedMs;
        say(`  still fetching, after ${formatDuration(elapsedMs)}`);
      },
    },
  );
  if (outcome.code !== 0 || outcome.ending !== 'itself') return explainNpmFailure(outcome);
  const found = `sha512-${await hashOf('sha512', archiveIn(old, work), 'base64')}`;
  return found === old.integrity
    ? null
    : `npm’s ${wanted} is not what it was: its hash is ${found}, and nothing of it is used`;
}

/**
 * Takes the runtime out of the archives, and leaves the other program where it is.
 *
 * @param {import('./old-electron.mjs').OldElectron} old
 * @param {string} work
 * @returns {Promise<string | null>}
 */
async function unpack(old, work) {
  const dist = join(work, 'dist');
  await mkdir(dist);
  const ways = [
    ['-xzf', archiveIn(old, work), '-C', work, old.archive],
    [
      '-xzf',
      join(work, old.archive),
      '-C',
      dist,
      '--no-same-owner',
      ...old.foreign.map((path) => `--exclude=${path}`),
    ],
  ];
  for (const way of ways) {
    const outcome = await run('tar', way, { cwd: work, limitMs });
    if (outcome.code !== 0) {
      const words = outcome.output.trim().split('\n').at(-1) ?? '';
      return `its archive could not be unpacked: ${words}`;
    }
  }
  await rename(join(dist, old.program), join(dist, 'electron'));
  await chmod(join(dist, 'electron'), 0o755);
  await writeFile(join(dist, 'version'), old.version);
  const app = join(dist, 'resources', 'app');
  await mkdir(app, { recursive: true });
  for (const [name, text] of Object.entries(loader)) await writeFile(join(app, name), text);
  const files = await recordFiles(dist);
  const record = JSON.stringify({ integrity: old.integrity, files }, null, 2);
  await writeFile(join(dist, recordName), `${record}\n`);
  return null;
}

/**
 * @param {import('./old-electron.mjs').OldElectron} old
 * @param {string} work
 * @param {string} cache
 * @returns {Promise<null>}
 */
async function putInPlace(old, work, cache) {
  const folder = oldElectronFolder(old, cache);
  await rm(folder, { recursive: true, force: true });
  try {
    await rename(join(work, 'dist'), folder);
  } catch (fault) {
    // Another checkout may have been quicker.
    if ((await findOldElectron(old, cache)) !== 'whole') throw fault;
  }
  return null;
}

/** @param {import('./old-electron.mjs').OldElectron} old */
function specOf({ packageName, packageVersion }) {
  return `${packageName}@${packageVersion}`;
}

/**
 * @param {import('./old-electron.mjs').OldElectron} old
 * @param {string} work
 */
function archiveIn(old, work) {
  const name = old.packageName.replace(/^@/, '').replace('/', '-');
  return join(work, `${name}-${old.packageVersion}.tgz`);
}
