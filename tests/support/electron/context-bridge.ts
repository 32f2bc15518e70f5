import { type Described, describeError, passesAsIs, refuseStrangeObject } from './bridge-values';
import { trusted } from './trusted';

/** One end of the bridge between the page's own world and the preload's. */
export interface Bridge {
  /** Makes `value` pass: functions and promises become the other end's stand-ins for them. */
  describe(value: unknown): Described;
  revive(described: Described): unknown;
  send(kind: string, detail: unknown): void;
  receive(kind: string, listener: (detail: unknown) => void): void;
}

type AnyFunction = (...args: readonly unknown[]) => unknown;
type Settled = { readonly id: number; readonly ok: boolean; readonly described: Described };
type Call = { readonly id: number; readonly callId: number; readonly args: readonly Described[] };

/**
 * The end of the bridge at `own`, talking to `other`. The two worlds share the window's events but no objects: the
 * `detail` of an event is cloned when the other world reads it. Names carry a secret, so that the page can neither
 * hear nor speak here. It is made before any script of the page runs, and keeps what it needs of the page's world.
 */
export function createBridge(secret: string, own: string, other: string): Bridge {
  const dispatch = window.dispatchEvent.bind(window);
  const functions = new Map<number, AnyFunction>();
  const promises = new Map<number, PromiseWithResolvers<unknown>>();
  const returned = new Map<number, Settled>();
  let nextId = 1;

  const send = (kind: string, detail: unknown): void => {
    dispatch(new CustomEvent(`${secret}:${other}:${kind}`, { detail }));
  };
  const receive = (kind: string, listener: (detail: unknown) => void): void => {
    window.addEventListener(`${secret}:${own}:${kind}`, (event) => {
      listener(trusted<CustomEvent<unknown>>(event).detail);
    });
  };
  const settled = (id: number, outcome: () => unknown): Settled => {
    try {
      return { id, ok: true, described: describe(outcome()) };
    } catch (error) {
      return { id, ok: false, described: describeError(error) };
    }
  };
  const describePromise = (promise: Promise<unknown>): Described => {
    const id = nextId++;
    promise.then(
      (value) =>
        send(
          'settled',
          settled(id, () => value),
        ),
      (error: unknown) => send('settled', { id, ok: false, described: describeError(error) }),
    );
    return { kind: 'promise', id };
  };
  const describe = (value: unknown): Described => {
    if (typeof value === 'function') {
      functions.set(nextId, trusted<AnyFunction>(value));
      return { kind: 'function', id: nextId++ };
    }
    if (typeof value !== 'object' || value === null || passesAsIs(value)) {
      return { kind: 'value', value };
    }
    if (value instanceof Error) return describeError(value);
    if (value instanceof Promise) return describePromise(value);
    const items = Array.isArray(value) ? value.map(describe) : [];
    const entries = Array.isArray(value) ? [] : Object.entries(value);
    const inner = entries.map(([key, item]) => [key, describe(item)] as const);
    refuseStrangeObject(value);
    return Array.isArray(value) ? { kind: 'list', items } : { kind: 'object', entries: inner };
  };

  const call = (id: number, args: readonly unknown[]): unknown => {
    const callId = nextId++;
    send('call', { id, callId, args: args.map(describe) } satisfies Call);
    const outcome = returned.get(callId);
    returned.delete(callId);
    if (outcome === undefined) throw new Error('Electron double: the other world is gone');
    const value = revive(outcome.described);
    if (!outcome.ok) throw value;
    return value;
  };
  const revivePromise = (id: number): Promise<unknown> => {
    const promise = Promise.withResolvers<unknown>();
    promises.set(id, promise);
    return promise.promise;
  };
  const revive = (described: Described): unknown => {
    if (described.kind === 'value') return described.value;
    if (described.kind === 'list') return described.items.map(revive);
    if (described.kind === 'error') return new Error(described.message);
    if (described.kind === 'promise') return revivePromise(described.id);
    if (described.kind === 'function') {
      return (...args: readonly unknown[]) => call(described.id, args);
    }
    return Object.fromEntries(described.entries.map(([key, item]) => [key, revive(item)]));
  };

  receive('call', (detail) => {
    const { id, callId, args } = trusted<Call>(detail);
    const target = functions.get(id);
    const outcome = settled(callId, () => target?.(...args.map(revive)));
    send('returned', outcome);
  });
  receive('returned', (detail) => {
    const outcome = trusted<Settled>(detail);
    returned.set(outcome.id, outcome);
  });
  receive('settled', (detail) => {
    const { id, ok, described } = trusted<Settled>(detail);
    const promise = promises.get(id);
    promises.delete(id);
    if (ok) promise?.resolve(revive(described));
    else promise?.reject(revive(described));
  });
  return { describe, revive, send, receive };
}
