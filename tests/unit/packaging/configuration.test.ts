import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import configuration from '../../../scripts/packaging/configuration.mjs';
import { electronFuses } from '../../../scripts/packaging/fuses.mjs';
import { findPackedPrograms } from '../../../scripts/packaging/packed-programs.mjs';
import { temporaryFolder } from '../../scripts/stub-project';

describe('the packaged program', () => {
  it('is one archive, with the fuses that rely on it', () => {
    expect(configuration).toMatchObject({ asar: true, electronFuses });
    expect(electronFuses).toMatchObject({
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    });
  });

  it('is offered for articles and exports on macOS, and never as the first choice', () => {
    const { fileAssociations } = configuration.mac;
    expect(fileAssociations.flatMap(({ ext }) => ext)).toEqual([
      'txt',
      'text',
      'md',
      'markdown',
      'mdown',
      'mkd',
      'html',
      'htm',
      'xhtml',
      'xht',
      'shtml',
      'json',
    ]);
    expect(new Set(fileAssociations.map(({ rank, role }) => `${rank} ${role}`))).toEqual(
      new Set(['Alternate Viewer']),
    );
  });

  it.each([
    ['everywhere', configuration],
    ['on Windows, where an installer would take over the types', configuration.win],
    ['on Linux, where they would be declared anew', configuration.linux],
  ])('has no file associations %s', (_where, part) => {
    expect(part).not.toHaveProperty('fileAssociations');
  });
});

describe('the packed programs', () => {
  it('are found in the folder of each system', () => {
    const root = temporaryFolder();
    const programs = [
      'out/packed/linux-arm64-unpacked/dateline',
      'out/packed/linux-unpacked/dateline',
      'out/packed/mac-arm64/Dateline.app/Contents/MacOS/Dateline',
      'out/packed/win-unpacked/Dateline.exe',
    ];
    for (const name of [...programs, 'out/packed/builder-debug.yml', 'out/packed/mac/notes']) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), '');
    }
    expect(findPackedPrograms(root)).toEqual(programs.map((name) => join(root, name)));
  });

  it('are none before anything was packed', () => {
    expect(findPackedPrograms(temporaryFolder())).toEqual([]);
  });
});
