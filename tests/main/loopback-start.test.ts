import { mkdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { decode, encode } from '@msgpack/msgpack';
import { describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../support/eventually';
import { ask, freePort, openSocket, startLoopback, visit } from './support/loopback';
import { temporaryFolder } from './support/temporary-folder';

/** A program that is not Dateline, on a port that it holds until the test is over; what it was asked is kept. */
async function stranger(port: number, answer = ''): Promise<{ readonly asked: string[] }> {
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    let text = JSON.stringify(request.headers);
    request.on('data', (part: Buffer) => {
      text += part.toString();
    });
    request.on('end', () => {
      asked.push(text);
      response.end(answer);
    });
  });
  await new Promise<void>((settle) => {
    server.listen(port, '127.0.0.1', settle);
  });
  onTestFinished(
    () =>
      new Promise((settle) => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  );
  return { asked };
}

describe('the port', () => {
  it('is chosen once, recorded, and kept', async () => {
    const first = await startLoopback();
    const { port } = await first.address;
    expect(await readFile(join(first.dataFolder, 'loopback.json'), 'utf8')).toBe(
      `{"port":${port}}\n`,
    );
    first.interrupt();
    expect(await first.ended).toBe(0);
    const second = await startLoopback({ dataFolder: first.dataFolder });
    expect((await second.address).port).toBe(port);
  });

  it('is the one wished for at the first start', async () => {
    const port = await freePort();
    const start = await startLoopback({ port });
    expect((await start.address).port).toBe(`${port}`);
  });

  it('is chosen anew when the first start died before it served anything', async () => {
    const dataFolder = await temporaryFolder();
    await writeFile(join(dataFolder, 'loopback.json'), '');
    const start = await startLoopback({ dataFolder });
    const { port } = await start.address;
    expect(await readFile(join(dataFolder, 'loopback.json'), 'utf8')).toContain(port);
  });

  it('is one and the same for two first starts at once', async () => {
    const dataFolder = await temporaryFolder();
    const starts = await Promise.all([
      startLoopback({ dataFolder }),
      startLoopback({ dataFolder }),
    ]);
    const [one, other] = await Promise.all(starts.map((start) => start.address));
    expect(one?.port).toBe(other?.port);
  });

  it('is not given up for a stranger, who learns nothing', async () => {
    const first = await startLoopback();
    const port = Number((await first.address).port);
    const instance = await readFile(join(first.dataFolder, 'instance.json'), 'utf8');
    first.interrupt();
    await first.ended;
    // As a killed instance leaves it.
    await writeFile(join(first.dataFolder, 'instance.json'), instance);
    const { secret } = JSON.parse(instance) as { secret: string };
    const answer = JSON.stringify({ key: 'A'.repeat(32), pageIsOpen: false, proof: secret });
    const { asked } = await stranger(port, answer);
    const second = await startLoopback({ dataFolder: first.dataFolder, files: ['/a.txt'] });
    expect(await second.ended).toBe(3);
    expect(second.said).toEqual([]);
    expect(second.warned).toHaveLength(1);
    expect(second.warned[0]).toMatch(
      new RegExp(`another program is using http://127\\.0\\.0\\.1:${port}.*Stop that program`),
    );
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.join('')).not.toContain(secret);
  });

  const refusals: readonly {
    readonly name: string;
    readonly record: string | null;
    readonly isTaken: boolean;
    readonly words: RegExp;
  }[] = [
    {
      name: 'another than the one recorded',
      record: '{"port":20001}',
      isTaken: false,
      words: /belongs to port 20001.*empty Dateline/,
    },
    {
      name: 'a taken one at the first start',
      record: null,
      isTaken: true,
      words: /another program is using port \d+.*give another port/,
    },
    {
      name: 'one whose record is damaged',
      record: '{"port":',
      isTaken: false,
      words: /loopback\.json should say which port.*damaged/,
    },
  ];
  it.each(refusals)(
    'is refused in one plain paragraph: $name',
    async ({ record, isTaken, words }) => {
      const dataFolder = await temporaryFolder();
      const port = await freePort();
      if (record !== null) await writeFile(join(dataFolder, 'loopback.json'), record);
      if (isTaken) await stranger(port);
      const start = await startLoopback({ dataFolder, port });
      expect(await start.ended).toBe(3);
      expect(start.warned).toHaveLength(1);
      expect(start.warned[0]).toMatch(words);
    },
  );
});

describe('a second start', () => {
  it('hands its files to the first, prints an address that works, and ends', async () => {
    const first = await startLoopback();
    const visitor = await visit(first);
    const path = join(await temporaryFolder(), 'article.txt');
    await writeFile(path, 'text');
    const socket = openSocket(visitor);
    const event = new Promise<unknown>((settle) => {
      socket.on('message', (data: Buffer) => {
        const { id, result } = decode(data) as { id: number; result: unknown };
        if (id === 0) socket.send(encode({ id: 1, method: 'nextEvent', args: [] }));
        else settle(result);
      });
    });
    const second = await startLoopback({ dataFolder: first.dataFolder, files: [path] });
    expect(await second.ended).toBe(0);
    expect(await event).toMatchObject({
      ok: true,
      value: { kind: 'open-files', files: [{ ok: true, value: { fileName: 'article.txt' } }] },
    });
    const address = new URL(second.said[0]?.split(' ').at(-1) ?? '');
    expect(second.said).toEqual([`Dateline is open at ${address.href}`]);
    expect((await ask(visitor.port, `/${address.search}`)).status).toBe(303);
  });

  it('opens no window when one is open', async () => {
    const first = await startLoopback();
    const socket = openSocket(await visit(first));
    await new Promise((settle) => {
      socket.once('message', settle);
    });
    const second = await startLoopback({
      dataFolder: first.dataFolder,
      browser: '/there/is/no/such/browser',
      files: ['/a.txt'],
    });
    expect(await second.ended).toBe(0);
    expect(second.said).toEqual([
      'Dateline is already open in another window. The file was handed to it.',
    ]);
  });

  it('serves by itself when the first is just ending', async () => {
    const first = await startLoopback();
    const { port } = await first.address;
    const second = startLoopback({ dataFolder: first.dataFolder });
    first.interrupt();
    const address = await (await second).address;
    expect(address.port).toBe(port);
    expect(await first.ended).toBe(0);
  });
});

describe('what a start leaves in its data folder', () => {
  it.skipIf(process.platform === 'win32')('only this user can read who serves', async () => {
    const start = await startLoopback();
    await start.address;
    expect((await stat(join(start.dataFolder, 'instance.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(start.dataFolder)).mode & 0o777).toBe(0o700);
  });

  it('is no instance file once it has ended', async () => {
    const start = await startLoopback();
    await start.address;
    start.interrupt();
    await start.ended;
    await expect(unlink(join(start.dataFolder, 'instance.json'))).rejects.toThrow('ENOENT');
  });
});

describe('a window', () => {
  it('that never opens ends the shell with a plain paragraph', async () => {
    const start = await startLoopback({ browser: '/there/is/no/such/browser' });
    expect(await start.ended).toBe(4);
    expect(start.said).toEqual([]);
    expect(start.warned[0]).toMatch(/window did not open: \/there\/is\/no\/such\/browser.*ENOENT/);
  });
});

describe('the export folder', () => {
  it('is Downloads when there is one and none was named, else home', async () => {
    const { findExportFolder } = await import('../../src/main/loopback/export-folder');
    const home = await temporaryFolder();
    expect(await findExportFolder(undefined, home)).toBe(home);
    await mkdir(join(home, 'Downloads'));
    expect(await findExportFolder(undefined, home)).toBe(join(home, 'Downloads'));
    const wished = join(home, 'a', 'b');
    expect(await findExportFolder(wished, home)).toBe(wished);
    await eventually(async () => expect((await stat(wished)).isDirectory()).toBe(true));
  });
});
