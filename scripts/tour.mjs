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

const usage = `npm run tour -- [--keyboard | --gallery] [--article FILE] [--tags TAGS.json] [--out DIR]
Does the main job without a person: opens the article, tags the listed spans, exports, and leaves the export
and a screenshot of every step in DIR (tour-out). An article of your own needs a list of tags of your own:
[{"quote": "…", "kind": "enterprise|claim|date", "occurrence": 1}]
--keyboard does it all by keys, by the fewest that lead to the words, and prints how many an annotation takes.
--gallery takes pictures of what is hard to draw instead: dense nesting, fragments, lists and dialogs, Korean.`;

/** @returns {{keyboard?: boolean, gallery?: boolean, article?: string, tags?: string, out?: string}} */
function readArguments() {
  try {
    const options = /** @type {const} */ ({
      keyboard: { type: 'boolean' },
      gallery: { type: 'boolean' },
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
const child = spawn(
  process.execPath,
  [
    join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js'),
    'test',
    '--config',
    join(projectRoot, 'tests', 'tour', 'tour.config.ts'),
  ],
  {
    cwd: projectRoot,
    env: {
      ...process.env,
      DATELINE_CHROMIUM: chromium.executable,
      DATELINE_TOUR: wanted.gallery ? 'gallery' : wanted.keyboard ? 'keyboard' : 'tour',
      DATELINE_TOUR_ARTICLE: article,
      DATELINE_TOUR_TAGS: tags,
      DATELINE_TOUR_OUT: out,
    },
    detached: ownsProcessGroup,
    stdio: ['ignore', 'inherit', 'inherit'],
  },
);
process.exitCode = await followToEnd(child);
if (process.exitCode === 0)
  console.log(`The screenshots${wanted.gallery ? '' : ' and the export'} are in ${out}`);

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
