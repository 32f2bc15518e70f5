// @ts-check
import './bootstrap/require-node.mjs';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from './bootstrap/chromium.mjs';
import { followToEnd } from './bootstrap/follow.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { ownsProcessGroup } from './bootstrap/process-tree.mjs';
import { callersFolder, projectRoot } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';
import { findEnclosureFault } from './watching/enclosure.mjs';
import { formatVerdict } from './watching/verdict.mjs';
import { findBlindness, watch } from './watching/watch.mjs';

const usage = `npm run tour -- [--keyboard | --gallery] [--watched] [--article FILE] [--tags TAGS.json] [--out DIR]
Does the main job without a person: opens the article, tags the listed spans, exports, and leaves the export
and a screenshot of every step in DIR (tour-out). An article of your own needs a list of tags of your own:
[{"quote": "…", "kind": "enterprise|claim|date", "occurrence": 1}]
--keyboard does it all by keys, by the fewest that lead to the words, and prints how many an annotation takes.
--gallery takes pictures of what is hard to draw instead: dense nesting, fragments, lists and dialogs, Korean.
--watched does it where no network is, records every attempt to reach anything but Dateline's own server, by whatever
part of it, and fails when there is one. Linux only; where it cannot be watched, it says so and does the tour anyway.`;

/** @returns {{keyboard?: boolean, gallery?: boolean, watched?: boolean, article?: string, tags?: string, out?: string}} */
function readArguments() {
  try {
    const options = /** @type {const} */ ({
      keyboard: { type: 'boolean' },
      gallery: { type: 'boolean' },
      watched: { type: 'boolean' },
      article: { type: 'string' },
      tags: { type: 'string' },
      out: { type: 'string' },
    });
    return parseArgs({ options }).values;
  } catch (fault) {
    sayAside(`${fault instanceof Error ? fault.message : String(fault)}\n${usage}`);
    process.exit(2);
  }
}

const wanted = readArguments();
if (wanted.article !== undefined && wanted.tags === undefined) {
  sayAside(`--article needs --tags.\n${usage}`);
  process.exit(2);
}
const samples = join(projectRoot, 'resources', 'samples');
const from = callersFolder();
const article = wanted.article
  ? resolve(from, wanted.article)
  : join(samples, 'first-quarter-at-the-steelworks.txt');
const tags = wanted.tags ? resolve(from, wanted.tags) : join(samples, 'tags.json');
const out = resolve(from, wanted.out ?? 'tour-out');
for (const path of [article, tags])
  if (!existsSync(path)) {
    sayAside(`There is no file ${path}.`);
    process.exit(2);
  }

await prepare({ build: true });
const chromium = await ensureChromium(projectRoot, 'test', sayAside);
if (!chromium.ok) {
  sayAside(chromium.message);
  process.exit(1);
}
emptyTourFolder(out);
const command = [
  process.execPath,
  join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js'),
  'test',
  '--config',
  join(projectRoot, 'tests', 'tour', 'tour.config.ts'),
];
const env = {
  ...process.env,
  DATELINE_CHROMIUM: chromium.executable,
  DATELINE_TOUR: wanted.gallery ? 'gallery' : wanted.keyboard ? 'keyboard' : 'tour',
  DATELINE_TOUR_ARTICLE: article,
  DATELINE_TOUR_TAGS: tags,
  DATELINE_TOUR_OUT: out,
};
process.exitCode = wanted.watched ? await tourWatched(chromium.executable) : await tourUnwatched();
if (process.exitCode === 0)
  console.log(`The screenshots${wanted.gallery ? '' : ' and the export'} are in ${out}`);

/** @returns {Promise<number>} the exit code */
function tourUnwatched() {
  const [program = '', ...args] = command;
  return followToEnd(
    spawn(program, args, {
      cwd: projectRoot,
      env,
      detached: ownsProcessGroup,
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );
}

/**
 * Does the tour watched, after the watch has been tried out, and says what was seen.
 *
 * @param {string} executable Chromium's
 * @returns {Promise<number>} the exit code
 */
async function tourWatched(executable) {
  const fault = findEnclosureFault();
  if (fault !== null) {
    console.log(`skipped: watching the tour from outside, since ${fault}`);
    return tourUnwatched();
  }
  const results = join(projectRoot, 'test-results');
  const trial = join(results, 'watch-trial.strace');
  const blindness = await findBlindness({ chromium: executable, cwd: projectRoot, file: trial });
  if (blindness !== null) {
    sayAside(`The watch is blind: it went outside on purpose, and ${blindness} (${trial}).`);
    return 1;
  }
  const file = join(results, 'watched-tour.strace');
  const { exitCode, verdict } = await watch({ command, cwd: projectRoot, env, file });
  console.log(['Watched from outside:', ...formatVerdict(verdict)].join('\n'));
  if (exitCode !== 0) return exitCode;
  if (verdict.toServer === 0) {
    sayAside(`The watch is blind: it saw nothing of Dateline’s own server (${file}).`);
    return 1;
  }
  if (verdict.toElsewhere === 0) return 0;
  sayAside(`Something else was tried than Dateline’s own server. Every call is in ${file}`);
  return 1;
}

/**
 * Makes the folder, and takes away what an earlier tour left in it; anything else in it stays.
 *
 * @param {string} folder
 */
function emptyTourFolder(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (/^\d\d-[a-z-]+-(light|dark)\.png$/.test(name) || name.endsWith('dateline.json'))
      rmSync(join(folder, name));
}
