import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from '@msgpack/msgpack';
import { describe, expect, it, onTestFinished } from 'vitest';
import { chunkBytes, desktopMethods } from '../../src/preload/contract';
import type { ConnectionState, DesktopConnection } from '../../src/renderer/desktop/connection';
import { connectLoopback } from '../../src/renderer/desktop/loopback-transport';
import { eventually } from '../support/eventually';
import { errorOf, valueOf } from './support/desktop';
import { openSocket, startLoopback, type TestVisitor, visit } from './support/loopback';
import { temporaryFolder } from './support/temporary-folder';

/** The page's own transport, over the sockets of `ws` in place of a browser's. */
interface TestPage extends DesktopConnection {
  readonly states: readonly ConnectionState[];
  /** Breaks the connection, as a crash does. */
  cut(): void;
  /** Closes it, as a page that is left does; it does not come back. */
  leave(): Promise<void>;
}

async function openPage(visitor: TestVisitor): Promise<TestPage> {
  const opened: ReturnType<typeof openSocket>[] = [];
  let left = false;
  let isOver = false;
  onTestFinished(() => {
    isOver = true;
  });
  const connection = await connectLoopback(() => {
    const last = opened.at(-1);
    // After the test the page tries to come back until its process ends: it gets a socket that stays silent.
    if (isOver && last) return last as unknown as globalThis.WebSocket;
    const socket = openSocket(left ? { ...visitor, cookie: '' } : visitor);
    socket.on('error', () => undefined);
    opened.push(socket);
    // `ws` keeps to the browser's interface in all that the transport uses.
    return socket as unknown as globalThis.WebSocket;
  });
  const states: ConnectionState[] = [];
  connection.onLost((state) => states.push(state));
  return {
    ...connection,
    states,
    cut: () => opened.at(-1)?.terminate(),
    leave: () =>
      new Promise((settle) => {
        left = true;
        const socket = opened.at(-1);
        socket?.on('close', () => settle());
        socket?.close();
      }),
  };
}

describe('the desktop over a socket', () => {
  it('has every method of the contract', async () => {
    const page = await openPage(await visit(await startLoopback()));
    expect(Object.keys(page.desktop)).toEqual([...desktopMethods]);
  });

  it('tells the page what it runs in, and the terminal that the window is ready, once', async () => {
    const start = await startLoopback();
    const page = await openPage(await visit(start));
    expect(start.said).not.toContain('Dateline: window ready');
    const info = valueOf(await page.desktop.describe());
    expect(info).toMatchObject({
      shell: 'loopback',
      dataFolder: start.dataFolder,
      exportFolder: start.exportFolder,
      openDialog: false,
      nativeMenu: false,
    });
    valueOf(await page.desktop.describe());
    await eventually(() =>
      expect(start.said.filter((line) => line === 'Dateline: window ready')).toHaveLength(1),
    );
  });

  it('reads a file of the command line in chunks that have a buffer of their own', async () => {
    const path = join(await temporaryFolder(), 'article.txt');
    const bytes = Buffer.alloc(chunkBytes + 3, 'Sinbyol Machine Works ');
    await writeFile(path, bytes);
    const { desktop } = await openPage(await visit(await startLoopback({ files: [path] })));
    const event = valueOf(await desktop.nextEvent());
    if (event.kind !== 'open-files' || event.files[0] === undefined) throw new Error('no file');
    const { token } = valueOf(event.files[0]);
    const { readId } = valueOf(await desktop.beginRead(token));
    const chunks = [await desktop.readChunk(readId), await desktop.readChunk(readId)].map(valueOf);
    expect(chunks.map((chunk) => chunk?.buffer.byteLength)).toEqual([chunkBytes, 3]);
    expect(Buffer.concat(chunks.map((chunk) => chunk ?? new Uint8Array())).equals(bytes)).toBe(
      true,
    );
    expect(valueOf(await desktop.readChunk(readId))).toBeNull();
  });

  it('exports into the export folder, under a name that nothing has', async () => {
    const start = await startLoopback();
    const { desktop } = await openPage(await visit(start));
    const bytes = Buffer.alloc(chunkBytes, 'x');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    for (let count = 0; count < 3; count += 1) {
      const { saveId } = valueOf(await desktop.beginSave({ suggestedName: 'a/b.json' }));
      valueOf(await desktop.writeChunk(saveId, bytes));
      valueOf(await desktop.commitSave(saveId, { byteLength: bytes.length, sha256 }));
    }
    const names = await readdir(start.exportFolder);
    expect(names.toSorted()).toEqual(['a-b (2).json', 'a-b (3).json', 'a-b.json']);
    expect((await readFile(join(start.exportFolder, 'a-b.json'))).equals(bytes)).toBe(true);
  });

  it('answers other calls while one waits', async () => {
    const { desktop } = await openPage(await visit(await startLoopback()));
    const waiting = desktop.nextEvent();
    valueOf(await desktop.listRecentFiles());
    const next = desktop.nextEvent();
    expect(errorOf(await waiting).code).toBe('stale');
    next.catch(() => undefined);
  });

  it('leaves out what is undefined, as a structured clone does not', async () => {
    const { desktop } = await openPage(await visit(await startLoopback()));
    const label = { label: 'Open', accelerator: undefined };
    const entry = { kind: 'command', commandId: 'open', enabled: true, ...label };
    const groups = [{ label: 'File', entries: [entry] }] as unknown as Parameters<
      typeof desktop.setMenu
    >[0];
    expect(valueOf(await desktop.setMenu(groups))).toBeNull();
  });
});

describe('a connection that is lost', () => {
  it('answers what waits and what is asked then, and comes back by itself', async () => {
    const page = await openPage(await visit(await startLoopback()));
    const waiting = page.desktop.nextEvent();
    valueOf(await page.desktop.describe());
    page.cut();
    const lost = { code: 'system', detail: 'connection-lost' };
    expect(errorOf(await waiting)).toEqual(lost);
    expect(errorOf(await page.desktop.describe())).toEqual(lost);
    await eventually(() => expect(page.states).toEqual(['lost', 'open']));
    expect(valueOf(await page.desktop.describe()).shell).toBe('loopback');
  });

  it('takes what the page left open with it', async () => {
    const start = await startLoopback();
    const page = await openPage(await visit(start));
    valueOf(await page.desktop.beginSave({ suggestedName: 'export.json' }));
    expect(await readdir(start.exportFolder)).toHaveLength(1);
    await page.leave();
    await eventually(async () => expect(await readdir(start.exportFolder)).toEqual([]));
  });

  it('is told to the page when the shell ends', async () => {
    const start = await startLoopback();
    const page = await openPage(await visit(start));
    start.interrupt();
    expect(await start.ended).toBe(0);
    await eventually(() => expect(page.states).toEqual(['lost']));
  });
});

describe('a second page', () => {
  it('is told that Dateline is open elsewhere; the first goes on', async () => {
    const visitor = await visit(await startLoopback());
    const first = await openPage(visitor);
    const second = await openPage(visitor);
    expect(errorOf(await second.desktop.describe()).detail).toBe('connection-lost');
    await eventually(() => expect(second.states.at(-1)).toBe('already-open-elsewhere'));
    valueOf(await first.desktop.describe());
    expect(first.states).toEqual([]);
  });

  it('is let in when the first has left, as when a page is reloaded', async () => {
    const visitor = await visit(await startLoopback());
    const first = await openPage(visitor);
    await first.leave();
    const second = await openPage(visitor);
    valueOf(await second.desktop.describe());
    expect(second.states).toEqual([]);
  });

  it('is let in when the first no longer answers', async () => {
    const visitor = await visit(await startLoopback());
    const dead = openSocket(visitor);
    await new Promise((settle) => {
      dead.once('message', settle);
    });
    dead.pause();
    const second = await openPage(visitor);
    valueOf(await second.desktop.describe());
  });
});

describe('a page that does not keep to the frames', () => {
  const frames: readonly { readonly name: string; readonly data: string | Uint8Array }[] = [
    { name: 'text', data: '{"id":1,"method":"describe","args":[]}' },
    { name: 'bytes that are no MessagePack', data: new Uint8Array([0xc1]) },
    { name: 'no call', data: encode({ id: 1 }) },
    { name: 'the greeting’s id', data: encode({ id: 0, method: 'describe', args: [] }) },
    { name: 'a field too many', data: encode({ id: 1, method: 'describe', args: [], to: '' }) },
  ];
  it.each(frames)('is shown out: $name', async ({ data }) => {
    const socket = openSocket(await visit(await startLoopback()));
    const code = new Promise((settle) => {
      socket.on('close', settle);
    });
    socket.once('message', () => socket.send(data));
    expect(await code).toBe(1008);
  });

  it('is cut off when a frame is larger than any chunk', async () => {
    const socket = openSocket(await visit(await startLoopback()));
    socket.on('error', () => undefined);
    const code = new Promise((settle) => {
      socket.on('close', settle);
    });
    socket.once('message', () => socket.send(new Uint8Array(2 * chunkBytes)));
    expect([1006, 1009]).toContain(await code);
  });
});
