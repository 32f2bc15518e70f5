// @ts-check
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from '../bootstrap/dependencies.mjs';
import { cacheFolderOf } from '../bootstrap/project.mjs';

/**
 * Where the packaging tools are installed: apart from the dependencies, which everybody installs, and from a lock file
 * of their own. They are as many packages again.
 *
 * @param {string} root the checkout, its dependencies installed
 * @returns {string} absolute
 */
export function packagingToolsFolder(root) {
  return join(cacheFolderOf(root), 'packaging');
}

/**
 * Installs the packaging tools when they are missing or stale.
 *
 * @param {string} root the checkout, its dependencies installed
 * @param {import('../bootstrap/say.mjs').Say} say
 * @returns {Promise<string | null>} why it failed, for the person; null when all is there
 */
export function ensurePackagingTools(root, say) {
  const folder = packagingToolsFolder(root);
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) {
    copyFileSync(join(import.meta.dirname, 'tools', name), join(folder, name));
  }
  writeFileSync(join(folder, '.npmrc'), 'ignore-scripts=true\n');
  return ensureDependencies(folder, (line) => say(`Packaging tools: ${line}`));
}

/**
 * The command line of electron-builder, for Node.
 *
 * @param {string} tools where the packaging tools are
 * @param {string} project the folder to be packed, which is the current one
 * @param {readonly string[]} wanted what the person asks of it
 * @returns {readonly string[]}
 */
export function packagingCommand(tools, project, wanted) {
  return [
    join(tools, 'node_modules', 'electron-builder', 'cli.js'),
    '--projectDir',
    project,
    '--config',
    join(import.meta.dirname, 'configuration.mjs'),
    '--publish',
    'never',
    ...wanted,
  ];
}
