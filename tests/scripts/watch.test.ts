import { beforeEach, describe, expect, it } from 'vitest';
import { findEnclosureFault } from '../../scripts/watching/enclosure.mjs';
import { findBlindness, watch } from '../../scripts/watching/watch.mjs';
import { temporaryFolder, writeIn } from './stub-project';

const fault = findEnclosureFault();

/** Serves, prints its port, and ends when it has been asked once. */
const server = `
  const server = require('node:http').createServer((request, response) => {
    response.end('here');
    response.on('close', () => process.exit());
  });
  server.listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

/** Starts the server, asks it, and then does what the arguments say. */
const client = `
  import { spawn } from 'node:child_process';
  import { connect } from 'node:net';
  import { lookup } from 'node:dns/promises';
  const [file, host, name] = process.argv.slice(2);
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise((settle) => child.stdout.once('data', (text) => settle(Number(text))));
  const answer = await fetch('http://127.0.0.1:' + port, { headers: { connection: 'close' } });
  await answer.text();
  if (host) await new Promise((settle) => connect(80, host).once('error', settle));
  if (name) await lookup(name).catch(() => null);
`;

describe('a watched run', () => {
  beforeEach(({ skip }) => skip(fault !== null, fault ?? ''));

  async function run(...args: readonly string[]) {
    const folder = temporaryFolder();
    const serverFile = writeIn(folder, 'loopback.cjs', server);
    const clientFile = writeIn(folder, 'client.mjs', client);
    return watch({
      command: [process.execPath, clientFile, serverFile, ...args],
      cwd: folder,
      env: process.env,
      file: `${folder}/calls.strace`,
    });
  }

  it('that asks its own server alone went nowhere else', async () => {
    const { exitCode, verdict } = await run();
    expect(exitCode).toBe(0);
    expect(verdict).toMatchObject({ toServer: 1, toDriver: 0, toElsewhere: 0, elsewhere: [] });
  });

  it('is caught trying an address outside', async () => {
    const { verdict } = await run('192.0.2.1');
    expect(verdict).toMatchObject({ toServer: 1, elsewhere: ['192.0.2.1:80'] });
  });

  it('is caught looking a name up, and by which name', async () => {
    const { verdict } = await run('', 'dateline.example');
    expect(verdict.elsewhere.join('\n')).toMatch(/:53, asking for dateline\.example/);
  });

  it('that goes outside on purpose must be seen by every way, else the watch is blind', async () => {
    const folder = temporaryFolder();
    const noBrowser = writeIn(folder, 'no-browser', '#!/bin/sh\nexit 1\n', { executable: true });
    const file = `${folder}/calls.strace`;
    expect(await findBlindness({ chromium: noBrowser, cwd: folder, file })).toBe(
      'nothing was seen of 203.0.113.1:8080',
    );
  });
});
