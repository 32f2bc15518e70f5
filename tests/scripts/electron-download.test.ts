import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type ElectronRuntime,
  electronExecutableName,
  electronVersion,
  findElectron,
  obtainElectron,
} from '../../scripts/bootstrap/electron.mjs';
import { retryAfterMs } from '../../scripts/bootstrap/recent-failure.mjs';
import { workLimitMs } from '../../scripts/testing/limits.mjs';
import { closedMirror, serveMirror, zipOf } from './mirror';
import { copyElectronPackage, temporaryFolder, writeIn } from './stub-project';

const executableName = electronExecutableName();

/** A machine with an electron package that has no runtime yet, and nothing cached. */
function makeMachine() {
  const root = temporaryFolder();
  const packageFolder = copyElectronPackage(root);
  const cacheFolder = join(root, 'cache');
  mkdirSync(cacheFolder);
  return { root, packageFolder, cacheFolder };
}

interface Attempt {
  readonly mirror: string;
  readonly waitSeconds?: number;
  readonly retryNow?: boolean;
  readonly now?: number;
}

async function obtain(
  { root, packageFolder, cacheFolder }: ReturnType<typeof makeMachine>,
  { mirror, waitSeconds = 20, retryNow = false, now = 0 }: Attempt,
): Promise<{ runtime: ElectronRuntime; said: string[] }> {
  const said: string[] = [];
  const runtime = await obtainElectron({
    packageFolder,
    cacheFolder,
    env: {
      PATH: process.env['PATH'],
      ELECTRON_MIRROR: mirror,
      electron_config_cache: join(root, 'zips'),
      DATELINE_ELECTRON_WAIT: String(waitSeconds),
    },
    say: (line) => said.push(line),
    retryNow,
    now,
  });
  return { runtime, said };
}

/** Nothing half-done may be left for the next start to stumble over. */
function expectNothingLeft({ packageFolder, cacheFolder }: ReturnType<typeof makeMachine>) {
  expect(existsSync(join(packageFolder, 'dist'))).toBe(false);
  expect(existsSync(join(packageFolder, 'path.txt'))).toBe(false);
  expect(readdirSync(cacheFolder)).toEqual(['electron-failure.json']);
}

describe('fetching Electron fails with its true reason, and leaves nothing half-done', () => {
  const cases: ReadonlyArray<{
    readonly name: string;
    readonly answer: RequestListener | null;
    readonly waitSeconds?: number;
    readonly reason: RegExp;
  }> = [
    {
      name: 'nobody listens at the mirror',
      answer: null,
      reason: /^the site could not be reached \(ECONNREFUSED\)$/u,
    },
    {
      name: 'the mirror accepts and never answers',
      answer: () => undefined,
      waitSeconds: 1.5,
      reason: /^nothing came for 2 seconds$/u,
    },
    {
      name: 'the mirror falls silent in the middle',
      answer: (_request, response) => {
        response.writeHead(200, { 'content-length': '100000' });
        response.write(Buffer.alloc(5000));
      },
      waitSeconds: 1.5,
      reason: /^nothing came for 2 seconds$/u,
    },
    {
      name: 'the connection breaks off before the promised end',
      answer: (_request, response) => {
        response.writeHead(200, { 'content-length': '100000' });
        response.write(Buffer.alloc(5000), () => response.destroy());
      },
      reason: /^the download broke off before its end$/u,
    },
    {
      name: 'the connection is closed without an answer',
      answer: (request) => request.socket.destroy(),
      reason: /^the connection was closed without an answer/u,
    },
    {
      name: 'the mirror serves something else',
      answer: (_request, response) => response.end('a login page'),
      reason: /^what came is not the published file \(its checksum differs\)$/u,
    },
    {
      name: 'the mirror does not have this version',
      answer: (_request, response) => response.writeHead(404).end(),
      reason: /^the site answered 404 Not Found$/u,
    },
  ];
  for (const { name, answer, waitSeconds = workLimitMs / 1000, reason } of cases) {
    it(name, async () => {
      const machine = makeMachine();
      const mirror = answer === null ? await closedMirror() : await serveMirror(answer);
      const { runtime, said } = await obtain(machine, { mirror, waitSeconds });
      const version = electronVersion(machine.packageFolder);
      expect(runtime).toEqual({
        ok: false,
        tried: `fetching Electron ${version} from the mirror ${mirror}`,
        reason: expect.stringMatching(reason),
      });
      expect(said[0]).toBe(`Fetching Electron ${version} from the mirror ${mirror}, once.`);
      expectNothingLeft(machine);
    });
  }
});

describe('a failed fetch', () => {
  it('is not tried again for ten minutes, and then is', async () => {
    const machine = makeMachine();
    let requests = 0;
    const mirror = await serveMirror((_request, response) => {
      requests += 1;
      response.writeHead(503).end();
    });
    await obtain(machine, { mirror, now: 0 });
    const soon = await obtain(machine, { mirror, now: 180_000 });
    expect(requests).toBe(1);
    expect(soon.runtime).toMatchObject({
      reason:
        'the site answered 503 Service Unavailable; that was 3 minutes ago, and it is not tried again within 10 minutes unless you run `npm start -- --electron`',
    });
    await obtain(machine, { mirror, now: retryAfterMs });
    expect(requests).toBe(2);
  });

  it('is tried again at once when asked for, or from another mirror', async () => {
    const machine = makeMachine();
    let requests = 0;
    const refuse: RequestListener = (_request, response) => {
      requests += 1;
      response.writeHead(503).end();
    };
    const mirror = await serveMirror(refuse);
    await obtain(machine, { mirror });
    await obtain(machine, { mirror, retryNow: true });
    await obtain(machine, { mirror: await serveMirror(refuse) });
    expect(requests).toBe(3);
  });
});

describe('a fetch that succeeds', () => {
  it('yields an Electron that the next start finds without asking', async () => {
    const machine = makeMachine();
    const version = electronVersion(machine.packageFolder);
    const archive = zipOf({ [executableName]: '#!/bin/sh\n', version });
    let asked = '';
    const mirror = await serveMirror((request, response) => {
      asked = request.url ?? '';
      response.end(archive);
    });
    const fileName = `electron-v${version}-${process.platform}-${process.arch}.zip`;
    const sha256 = createHash('sha256').update(archive).digest('hex');
    writeFileSync(
      join(machine.packageFolder, 'checksums.json'),
      JSON.stringify({ [fileName]: sha256 }),
    );
    // What a start that was killed while unpacking leaves.
    writeIn(machine.packageFolder, 'dist/locales/half.pak', '');

    const { runtime } = await obtain(machine, { mirror });
    const executable = join(machine.packageFolder, 'dist', executableName);
    expect(runtime).toEqual({ ok: true, executable });
    expect(asked).toBe(`/v${version}/${fileName}`);
    expect(readdirSync(machine.cacheFolder)).toEqual([]);
    expect(existsSync(join(machine.packageFolder, 'dist', 'locales'))).toBe(false);
    expect(findElectron({ packageFolder: machine.packageFolder, env: {} })).toEqual(runtime);
  });
});

describe('the Electron that is there', () => {
  it('is the one of ELECTRON_OVERRIDE_DIST_PATH before any other', async () => {
    const { packageFolder } = makeMachine();
    const chosen = temporaryFolder();
    const executable = writeIn(chosen, executableName, '', { executable: true });
    const env = { ELECTRON_OVERRIDE_DIST_PATH: chosen };
    expect(findElectron({ packageFolder, env })).toEqual({ ok: true, executable });
  });

  it('is not fetched in place of a chosen one that is missing', async () => {
    const { packageFolder, cacheFolder } = makeMachine();
    const chosen = temporaryFolder();
    const runtime = await obtainElectron({
      packageFolder,
      cacheFolder,
      env: { ELECTRON_OVERRIDE_DIST_PATH: chosen },
      say: (line) => expect.unreachable(`nothing is fetched, so nothing is said: ${line}`),
      retryNow: true,
      now: 0,
    });
    expect(runtime).toEqual({
      ok: false,
      tried: 'using the Electron that ELECTRON_OVERRIDE_DIST_PATH names',
      reason: `there is no ${executableName} in ${chosen}`,
    });
  });

  const partial: ReadonlyArray<[name: string, files: Record<string, string>]> = [
    [
      'of another version',
      { [`dist/${executableName}`]: '', 'dist/version': '1.0.0', 'path.txt': executableName },
    ],
    ['without its executable', { 'dist/version': 'VERSION', 'path.txt': executableName }],
    ['not unpacked to its end', { [`dist/${executableName}`]: '', 'dist/version': 'VERSION' }],
  ];
  it.each(partial)('does not count %s', (_name, files) => {
    const { packageFolder } = makeMachine();
    for (const [name, text] of Object.entries(files)) {
      writeIn(packageFolder, name, text.replace('VERSION', electronVersion(packageFolder)));
    }
    expect(findElectron({ packageFolder, env: {} }).ok).toBe(false);
  });
});
