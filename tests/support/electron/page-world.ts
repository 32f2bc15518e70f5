import type { Described } from './bridge-values';
import { createBridge } from './context-bridge';
import { trusted } from './trusted';
import type { WorldSettings } from './world-messages';

/** Runs in the page's own world before its scripts: puts there what the preload exposes, frozen, and nothing else. */
export function startWorld({ secret }: WorldSettings): void {
  const bridge = createBridge(secret, 'page', 'preload');
  bridge.receive('expose', (detail) => {
    const { name, api } = trusted<{ name: string; api: Described }>(detail);
    const isTaken = name in window;
    if (!isTaken) Object.defineProperty(window, name, { value: frozen(bridge.revive(api)) });
    bridge.send('exposed', isTaken);
  });
}

function frozen(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
