import { cloned } from './clone';
import { type Bridge, createBridge } from './context-bridge';
import { trusted } from './trusted';
import { pack, unpack } from './wire';
import type { WorldAnswer, WorldMessage, WorldSettings } from './world-messages';

type Require = (name: string) => object;
type Post = (message: WorldMessage) => void;

/**
 * Runs in the isolated world, before the preload, which gets the returned `require`: no more than Electron gives a
 * sandboxed one. Null where Electron runs no preload: in subframes and empty pages.
 */
export function startWorld(settings: WorldSettings): Require | null {
  if (window.top !== window.self || location.protocol === 'about:') return null;
  const bridge = createBridge(settings.secret, 'preload', 'page');
  const post: Post = (message) => {
    const binding: unknown = Reflect.get(globalThis, settings.binding);
    if (typeof binding === 'function') Reflect.apply(binding, undefined, [pack(message)]);
  };
  const electron = strict(
    'electron',
    {
      contextBridge: strict('contextBridge', createContextBridge(bridge), post),
      ipcRenderer: strict('ipcRenderer', createIpcRenderer(settings, post), post),
    },
    post,
  );
  return (name) => {
    if (name !== 'electron') throw fault(post, `unknown module '${name}' in a sandboxed preload`);
    return electron;
  };
}

function createIpcRenderer(settings: WorldSettings, post: Post): object {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let nextId = 1;
  Reflect.set(globalThis, settings.answer, (text: string) => {
    const answer = trusted<WorldAnswer>(unpack(text));
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) asked?.resolve(answer.value);
    else asked?.reject(new Error(answer.message));
  });
  return {
    invoke: async (channel: string, ...args: readonly unknown[]): Promise<unknown> => {
      const sent = trusted<readonly unknown[]>(cloned(args));
      const asked = Promise.withResolvers<unknown>();
      waiting.set(nextId, asked);
      post({ kind: 'invoke', id: nextId++, channel, args: sent });
      return asked.promise;
    },
  };
}

function createContextBridge(bridge: Bridge): object {
  let isTaken: unknown;
  bridge.receive('exposed', (detail) => {
    isTaken = detail;
  });
  return {
    exposeInMainWorld: (name: string, api: unknown): void => {
      isTaken = undefined;
      bridge.send('expose', { name, api: bridge.describe(api) });
      if (isTaken === undefined) throw new Error('Electron double: the page has no world');
      if (isTaken === true) {
        throw new Error('Cannot bind an API on top of an existing property on the window object');
      }
    },
  };
}

function strict<T extends object>(name: string, known: T, post: Post): T {
  return new Proxy(known, {
    get: (target, key) => {
      if (typeof key === 'symbol' || key in target) return Reflect.get(target, key);
      throw fault(post, `unknown ${name}.${key}`);
    },
  });
}

function fault(post: Post, message: string): Error {
  post({ kind: 'fault', message });
  return new Error(`Electron double: ${message}`);
}
