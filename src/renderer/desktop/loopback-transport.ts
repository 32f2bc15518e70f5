import type { Result } from '../../core/result';
import {
  type Desktop,
  type DesktopMethod,
  desktopMethods,
  type FileError,
} from '../../preload/contract';
import { type ConnectionState, connectionLost, type DesktopConnection } from './connection';
import { decodeAnswer, encodeCall, greetingId } from './frames';

/** How the server closes the socket of a second page. */
const alreadyOpenCode = 4001;

/** How long a lost connection is tried again, in milliseconds. */
const retryForMs = 10_000;
const pauseMs = 500;

type Answered = (result: Result<unknown, FileError>) => void;

const lost: Result<never, FileError> = {
  ok: false,
  error: { code: 'system', detail: connectionLost },
};

/**
 * A desktop over WebSockets that `openSocket` opens: one at a time, and another when one is lost, for ten seconds.
 * Settles once the first is let in, turned away, or given up.
 */
export function connectLoopback(openSocket: () => WebSocket): Promise<DesktopConnection> {
  const pending = new Map<number, Answered>();
  const listeners = new Set<(state: ConnectionState) => void>();
  let state: ConnectionState = 'lost';
  let socket: WebSocket | null = null;
  let lastId = greetingId;
  let retryUntil = performance.now() + retryForMs;

  function enter(next: ConnectionState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(state);
  }

  function call(
    method: DesktopMethod,
    args: readonly unknown[],
  ): Promise<Result<unknown, FileError>> {
    const open = socket;
    if (open === null || state !== 'open') return Promise.resolve(lost);
    lastId += 1;
    const id = lastId;
    const frame = encodeCall(id, method, args);
    return new Promise((settle) => {
      pending.set(id, settle);
      open.send(frame);
    });
  }

  const connection: DesktopConnection = {
    desktop: desktopOf(call),
    onLost: (listener) => {
      listeners.add(listener);
      if (state !== 'open') listener(state);
      return () => listeners.delete(listener);
    },
  };

  return new Promise((settle) => {
    function attempt(): void {
      const opening = openSocket();
      opening.binaryType = 'arraybuffer';
      opening.addEventListener('message', ({ data }: MessageEvent<ArrayBuffer>) => {
        const { id, result } = decodeAnswer(data);
        if (id === greetingId) {
          socket = opening;
          enter('open');
          settle(connection);
        } else {
          pending.get(id)?.(result);
          pending.delete(id);
        }
      });
      opening.addEventListener('close', ({ code }) => closed(opening, code));
    }

    function closed(closing: WebSocket, code: number): void {
      if (socket === closing) {
        socket = null;
        retryUntil = performance.now() + retryForMs;
      }
      enter(code === alreadyOpenCode ? 'already-open-elsewhere' : 'lost');
      for (const answered of pending.values()) answered(lost);
      pending.clear();
      if (state === 'lost' && performance.now() < retryUntil) setTimeout(attempt, pauseMs);
      else settle(connection);
    }

    attempt();
  });
}

/** Every method of the contract, made from its list. */
function desktopOf(
  call: (method: DesktopMethod, args: readonly unknown[]) => Promise<Result<unknown, FileError>>,
): Desktop {
  const methods = desktopMethods.map((method) => [
    method,
    (...args: readonly unknown[]) => call(method, args),
  ]);
  // `desktopMethodsAreComplete` holds the list to the interface, and main answers each method as the contract says.
  return Object.fromEntries(methods) as Desktop;
}
