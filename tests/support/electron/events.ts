import type { Faults } from './faults';
import { strict } from './strict';

/** How Electron's event functions look from outside; which arguments come is the event's affair. */
export type Listener = (...args: readonly never[]) => unknown;

/** Listeners by event, for a closed set of events. */
export interface StrictEvents {
  /** What the stand-in offers the program. */
  readonly api: {
    on(event: string, listener: Listener): void;
    once(event: string, listener: Listener): void;
    off(event: string, listener: Listener): void;
  };
  /** Calls the listeners in the order in which they came, and says how many there were. */
  readonly emit: (event: string, ...args: readonly unknown[]) => number;
}

/** Events of `name`; one that is not among `known` is a fault, to listen to and to emit. */
export function createEvents(name: string, known: readonly string[], faults: Faults): StrictEvents {
  const listeners = new Map<string, Listener[]>(known.map((event) => [event, []]));
  const of = (event: string): Listener[] => {
    const found = listeners.get(event);
    if (found === undefined) throw faults.fault(`unknown event ${name} '${event}'`);
    return found;
  };
  const off = (event: string, listener: Listener): void => {
    const found = of(event);
    if (found.includes(listener)) found.splice(found.indexOf(listener), 1);
  };
  return {
    api: {
      on: (event, listener) => {
        of(event).push(listener);
      },
      once: (event, listener) => {
        const first: Listener = (...args) => {
          off(event, first);
          return listener(...args);
        };
        of(event).push(first);
      },
      off,
    },
    emit: (event, ...args) => {
      const now = [...of(event)];
      for (const listener of now) Reflect.apply(listener, undefined, args);
      return now.length;
    },
  };
}

/** An event that a listener may prevent. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

/** A preventable event with `details` beside it, and nothing else. */
export function createEvent<T extends object>(
  name: string,
  details: T,
  faults: Faults,
): T & PreventableEvent {
  let prevented = false;
  const event = {
    ...details,
    get defaultPrevented() {
      return prevented;
    },
    preventDefault: () => {
      prevented = true;
    },
  };
  return strict(`${name} event`, event, faults);
}
