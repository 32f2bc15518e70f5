import { join } from 'node:path';
import { build } from 'vite';
import type { WorldSettings } from './world-messages';

const bundles = new Map<string, Promise<string>>();

/** The script for the page's own world. */
export async function pageWorldScript(settings: WorldSettings): Promise<string> {
  return `(() => {
${await bundleOf('page-world')}
world.startWorld(${JSON.stringify(settings)});
})();`;
}

/** The script for the isolated world: a sandboxed preload's surroundings, and then the preload itself. */
export async function isolatedWorldScript(
  settings: WorldSettings,
  preload: string,
): Promise<string> {
  return `(() => {
${await bundleOf('isolated-world')}
const require = world.startWorld(${JSON.stringify(settings)});
if (require !== null) (function (require, exports, module) {
${preload}
})(require, {}, {});
})();`;
}

/** The module and what it imports as one script that defines `world`; built once. */
function bundleOf(name: string): Promise<string> {
  const known = bundles.get(name);
  if (known !== undefined) return known;
  const made = bundle(join(import.meta.dirname, `${name}.ts`));
  bundles.set(name, made);
  return made;
}

async function bundle(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'world' },
    },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : [];
  const chunk = outputs.find((output) => output.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error(`${entry} was not built`);
  return chunk.code;
}
