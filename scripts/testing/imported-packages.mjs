// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packages, with their paths, that the sources below `folders` import at run time: what a development server has to
 * make ready beforehand, since finding one in the middle of a test reloads the page. Styles and fonts, which are imported without
 * a name, are left out.
 *
 * @param {string} root
 * @param {readonly string[]} folders relative to `root`
 * @returns {readonly string[]} each once
 */
export function listImportedPackages(root, folders) {
  /** @type {Set<string>} */
  const names = new Set();
  for (const folder of folders)
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.tsx?$/.test(file))
        for (const name of packagesIn(readFileSync(join(root, folder, file), 'utf8')))
          names.add(name);
  return [...names];
}

/**
 * @param {string} source
 * @returns {readonly string[]}
 */
function packagesIn(source) {
  const imports = source.matchAll(
    /^(?:import|export)\s+(?!type\s)[\w\s,*{}]+\sfrom '([^'.][^']*)'/gm,
  );
  return [...imports]
    .map(([, name = '']) => name)
    .filter((name) => !/^(?:node:|vitest)/.test(name));
}
