import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import type { Result } from '../../core/result';
import { chunkBytes, type FileError } from '../../preload/contract';
import { decodeCall, encodeAnswer, greetingId } from './frames';

/** Close codes of our own (RFC 6455, 7.4.2: 4000–4999 are for private use). */
export const alreadyOpenCode = 4001;

/** How long a page has to show that it is still there when another one comes. */
const pingMs = 1000;

/** How long the other side has to answer a farewell. */
const partingMs = 500;

/** Room for a chunk and the frame around it. */
const maxPayload = chunkBytes + 64 * 1024;

/** What happens on the socket. */
export interface PageSocketEvents {
  call(method: string, args: readonly unknown[]): Promise<Result<unknown, FileError>>;
  /** A page holds the socket. */
  opened(): void;
  /** It let go. */
  closed(): void;
  /** A page has asked what it runs in, and was told: it works. */
  described(): void;
}

/** The one socket that the page talks through: only one page at a time holds it. */
export interface PageSocket {
  isOpen(): boolean;
  /** Takes over a connection that was found to be allowed. */
  upgrade(request: IncomingMessage, connection: Duplex, head: Buffer): Promise<void>;
  close(): void;
}

/** Starts with no page. */
export function createPageSocket(events: PageSocketEvents): PageSocket {
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload,
  });
  let holder: WebSocket | null = null;

  function letGo(socket: WebSocket): void {
    if (holder !== socket) return;
    holder = null;
    events.closed();
  }

  async function answer(socket: WebSocket, data: RawData): Promise<void> {
    const frame = Buffer.isBuffer(data) ? decodeCall(data) : null;
    if (frame === null) {
      part(socket, 1008, 'not a call');
      return;
    }
    const result = await events.call(frame.method, frame.args);
    if (socket.readyState !== socket.OPEN) return;
    socket.send(encodeAnswer(frame.id, result));
    if (frame.method === 'describe' && result.ok) events.described();
  }

  function admit(socket: WebSocket): void {
    holder = socket;
    socket.on('close', () => letGo(socket));
    socket.on('message', (data) => void answer(socket, data));
    socket.send(encodeAnswer(greetingId, { ok: true, value: null }));
    events.opened();
  }

  return {
    isOpen: () => holder !== null,
    upgrade: async (request, connection, head) => {
      const held = holder;
      // A page that was reloaded or has crashed must not lock its successor out.
      if (held !== null && !(await answersPing(held))) {
        held.terminate();
        letGo(held);
      }
      server.handleUpgrade(request, connection, head, (socket) => {
        // A broken connection also closes, which is what counts.
        socket.on('error', () => socket.terminate());
        if (holder === null) admit(socket);
        else part(socket, alreadyOpenCode, 'already open');
      });
    },
    close: () => {
      if (holder !== null) part(holder, 1001, 'Dateline has ended');
      server.close();
    },
  };
}

/** Closes politely, and for certain. */
function part(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), partingMs).unref();
}

/** Whether the other side is alive; browsers answer pings even while their page is busy. */
function answersPing(socket: WebSocket): Promise<boolean> {
  return new Promise((settle) => {
    const timer = setTimeout(() => settle(false), pingMs);
    const answered = (isAlive: boolean) => () => {
      clearTimeout(timer);
      settle(isAlive);
    };
    socket.once('pong', answered(true));
    socket.once('close', answered(false));
    if (socket.readyState === socket.OPEN) socket.ping();
  });
}
