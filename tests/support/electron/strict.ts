import type { Faults } from './faults';

/**
 * `known`, behind a proxy that throws for every name that is not its own: reading, writing and deleting alike; what can
 * be written has a setter. Symbols pass, and so does `then`, which `await` reads of anything.
 */
export function strict<T extends object>(name: string, known: T, faults: Faults): T {
  return new Proxy(known, {
    get: (target, key) => {
      if (typeof key === 'symbol' || key === 'then' || key in target)
        return Reflect.get(target, key);
      throw faults.fault(`unknown ${name}.${key}`);
    },
    set: (target, key, value) => {
      if (Object.getOwnPropertyDescriptor(target, key)?.set) return Reflect.set(target, key, value);
      throw faults.fault(`unknown assignment to ${name}.${String(key)}`);
    },
    deleteProperty: (_target, key) => {
      throw faults.fault(`unknown deletion of ${name}.${String(key)}`);
    },
  });
}

/** Throws when `options` has a key that is not among `known`. */
export function knowOptions(
  name: string,
  options: object,
  known: readonly string[],
  faults: Faults,
): void {
  const stranger = Object.keys(options).find((key) => !known.includes(key));
  if (stranger !== undefined) throw faults.fault(`unknown option ${name}.${stranger}`);
}

/** The names of `T` that a stand-in has; the values are its own affair. `satisfies` it to be held to Electron's definitions. */
export type StandInFor<T> = Partial<Record<keyof T, unknown>>;
