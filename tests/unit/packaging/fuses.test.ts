import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { wantedFuses } from '../../../scripts/packaging/fuses.mjs';
import { findFuseFaults } from '../../../scripts/packaging/read-fuses.mjs';
import { checkout, temporaryFolder } from '../../scripts/stub-project';
import { deliveredFuses, packedFuses, programWithFuses } from './made-up-electron';

/** A program file with these fuses; its path. */
function write(content: Buffer): string {
  const path = join(temporaryFolder(), 'program');
  writeFileSync(path, content);
  return path;
}

describe('the fuses', () => {
  it('are all decided', () => {
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(
      Object.keys(wantedFuses).map((name) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`),
    ).toEqual(known);
  });

  const cases: ReadonlyArray<[name: string, fuses: string, faults: readonly string[]]> = [
    ['of a packaged Dateline are as they should be', packedFuses, []],
    [
      'of an Electron as it is delivered are not',
      deliveredFuses,
      [
        'runAsNode is on and should be off',
        'enableNodeOptionsEnvironmentVariable is on and should be off',
        'enableNodeCliInspectArguments is on and should be off',
        'enableEmbeddedAsarIntegrityValidation is off and should be on',
        'onlyLoadAppFromAsar is off and should be on',
        'grantFileProtocolExtraPrivileges is on and should be off',
      ],
    ],
    [
      'with a removed one are looked at',
      `r${packedFuses.slice(1)}`,
      ['runAsNode is removed and should be off'],
    ],
    [
      'of an older Electron lack one',
      packedFuses.slice(0, -1),
      ['wasmTrapHandlers is not there and should be on'],
    ],
    [
      'of a newer Electron have one that nobody decided',
      `${packedFuses}0`,
      ['fuse 9 is not known'],
    ],
    [
      'with a state that means nothing are refused',
      `${packedFuses.slice(0, -1)}x`,
      ['wasmTrapHandlers is unreadable and should be on'],
    ],
  ];
  it.each(cases)('%s', async (_name, fuses, faults) => {
    expect(await findFuseFaults(write(programWithFuses(fuses)))).toEqual(faults);
  });

  it('of another version are not guessed at', async () => {
    expect(await findFuseFaults(write(programWithFuses(packedFuses, 2)))).toEqual([
      'the fuses are of version 2, which is not known',
    ]);
  });

  it('are missed in a program that has none', async () => {
    await expect(findFuseFaults(write(Buffer.from('no Electron')))).rejects.toThrow('sentinel');
  });
});

describe('reading the fuses back', () => {
  const cases: ReadonlyArray<[name: string, program: () => string, code: number]> = [
    ['ends well when they are right', () => write(programWithFuses(packedFuses)), 0],
    ['fails when one is not', () => write(programWithFuses(deliveredFuses)), 1],
    ['fails when there are none', () => write(Buffer.from('no Electron')), 1],
    ['fails when there is no program', () => join(temporaryFolder(), 'absent'), 1],
  ];
  it.each(cases)('%s', (_name, program, code) => {
    const script = join(checkout, 'scripts', 'read-fuses.mjs');
    const { status, stderr } = spawnSync(process.execPath, [script, program()], {
      encoding: 'utf8',
    });
    expect({ status, said: stderr !== '' }).toEqual({ status: code, said: code !== 0 });
  });
});
