import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import configuration from '../../../scripts/packaging/configuration.mjs';
import { findPackedPrograms } from '../../../scripts/packaging/packed-programs.mjs';
import { findFuseFaults } from '../../../scripts/packaging/read-fuses.mjs';
import { packagingCommand, packagingToolsFolder } from '../../../scripts/packaging/tools.mjs';
import { checkout, temporaryFolder, writeIn } from '../../scripts/stub-project';
import { makeUpElectron } from './made-up-electron';

const tools = packagingToolsFolder(checkout);
const areToolsThere = existsSync(join(tools, 'node_modules', 'electron-builder'));

/** What goes into the archive, and what lies beside it in a checkout and must not. */
const packed = [
  'LICENSE',
  'out/main/chunk-abc.cjs',
  'out/main/electron.cjs',
  'out/preload/index.cjs',
  'out/renderer/assets/index-abc.js',
  'out/renderer/index.html',
  'package.json',
];
const leftOut = [
  '.github/workflows/ci.yml',
  'node_modules/ws/index.js',
  'out/.dateline-stamp',
  'out/main/cli.cjs',
  'out/main/electron.cjs.map',
  'out/main/loopback.cjs',
  'out/packed/earlier/app.asar',
  'out/renderer/assets/index-abc.js.map',
  'package-lock.json',
  'resources/samples/an-article.txt',
  'scripts/start.mjs',
  'src/main/electron/index.ts',
  'tests/unit/some.test.ts',
];

/** A checkout in which every file holds a word, packed with a made-up Electron; the folder it is in. */
function pack(): string {
  const root = temporaryFolder();
  for (const name of [...packed, ...leftOut]) writeIn(root, name, 'a word');
  writeIn(root, 'node_modules/ws/package.json', '{"name": "ws", "version": "1.0.0"}');
  writeIn(root, 'package.json', readFileSync(join(checkout, 'package.json'), 'utf8'));
  const electron = makeUpElectron(join(temporaryFolder(), 'electron'));
  const command = packagingCommand(tools, root, [
    '--linux',
    '--dir',
    `--config.electronDist=${electron}`,
    '--config.electronVersion=45.0.0',
  ]);
  const outcome = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  expect(outcome.status, outcome.stdout + outcome.stderr).toBe(0);
  return root;
}

describe('electron-builder', () => {
  const load = createRequire(join(tools, 'package.json'));
  beforeEach(({ skip }) =>
    skip(!areToolsThere, 'the packaging tools are not there: npm run package installs them'),
  );

  it('knows everything that the configuration says', () => {
    const { validateSchema } = load('app-builder-lib/out/util/config/schemaValidator.js');
    const schema: unknown = load('app-builder-lib/scheme.json');
    expect(() => validateSchema(schema, structuredClone(configuration))).not.toThrow();
    expect(() => validateSchema(schema, { ...configuration, fuses: {} })).toThrow('fuses');
  });

  it('packs what is built and nothing else, and sets the fuses', async ({ skip }) => {
    skip(process.platform !== 'linux', 'the made-up Electron is one for Linux');
    const root = pack();
    const [program = ''] = findPackedPrograms(root);
    expect(await findFuseFaults(program)).toEqual([]);
    const { listPackage, statFile } = await import(load.resolve('@electron/asar'));
    const archive = join(root, 'out/packed/linux-unpacked/resources/app.asar');
    const names: readonly string[] = listPackage(archive, { isPack: false });
    const files = names
      .map((name) => name.slice(1))
      .filter((name) => !('files' in statFile(archive, name)));
    expect(files.toSorted()).toEqual(packed);
  });
});
