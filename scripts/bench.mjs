// @ts-check
import './bootstrap/require-node.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from './bootstrap/chromium.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { cacheFolderOf, projectRoot } from './bootstrap/project.mjs';
import { sayAside } from './bootstrap/say.mjs';

await prepare({ build: true });
const chromium = await ensureChromium(projectRoot, 'test', sayAside);
if (!chromium.ok) {
  sayAside(chromium.message);
  process.exit(1);
}
const cache = join(cacheFolderOf(projectRoot), 'bench');
const { runBench } = await loadBench(join(cache, 'runner'));
process.exit(
  await runBench({
    root: projectRoot,
    executable: chromium.executable,
    cache,
    given: process.argv.slice(2),
    say: sayAside,
  }),
);

/**
 * Builds what measures, which is written in TypeScript and uses the program's own sources, and loads it. It is built inside
 * node_modules, so that it finds the packages.
 *
 * @param {string} folder
 * @returns {Promise<{runBench: (order: object) => Promise<number>}>}
 */
async function loadBench(folder) {
  // Not at the top: the dependencies may only just have been installed.
  const { build } = await import('vite');
  await build({
    configFile: false,
    root: projectRoot,
    logLevel: 'warn',
    build: {
      ssr: join(projectRoot, 'bench', 'run', 'run-bench.ts'),
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'run-bench.mjs' } },
    },
  });
  return import(pathToFileURL(join(folder, 'run-bench.mjs')).href);
}
