// @ts-check
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { electronFuses } from './fuses.mjs';
import { packedFolder } from './packed-programs.mjs';

// Read by Vite, since the oldest Node that is supported does not read TypeScript.
/** @type {{module: typeof import('../../src/core/formats.js')}} */
const { module: formats } = await runnerImport(
  join(import.meta.dirname, '..', '..', 'src', 'core', 'formats.ts'),
  { configFile: false },
);
const { articleFormats, exportFormats, openableFormats } = formats;

/**
 * The configuration of electron-builder: https://www.electron.build/configuration. What is built has all it needs in
 * it, so no packages go in; nor do the browser window's server and the command line, which Electron does not run.
 */
export default {
  appId: 'dateline.desktop',
  productName: 'Dateline',
  directories: { output: packedFolder, buildResources: 'resources/icons' },
  files: [
    'package.json',
    'LICENSE',
    'out/main/*.cjs',
    '!out/main/{cli,loopback}.cjs',
    'out/preload/index.cjs',
    'out/renderer/**/*',
    '!**/*.map',
    '!node_modules/**/*',
  ],
  asar: true,
  electronFuses,
  // No package has parts to be compiled.
  npmRebuild: false,
  publish: null,
  icon: 'resources/icons/icon.png',
  mac: {
    target: 'dmg',
    category: 'public.app-category.productivity',
    // Signed by nobody, which Apple silicon asks for: the fuses are set before.
    identity: '-',
    // Only offered: a person's own choice for these files stays. Dateline never alters what it opens.
    fileAssociations: openableFormats.map(({ label, endings }) => ({
      name: label,
      ext: endings,
      role: 'Viewer',
      rank: 'Alternate',
    })),
  },
  linux: {
    target: 'AppImage',
    executableName: 'dateline',
    category: 'Office',
    // Not file associations, which would declare these types anew for the whole system.
    mimeTypes: [
      ...Object.entries(articleFormats).flatMap(([type, { aliases }]) => [type, ...aliases]),
      exportFormats.dateline.mediaType,
    ],
  },
  // No file associations: the installer would make Dateline the program for all text files.
  win: { target: 'nsis' },
};
