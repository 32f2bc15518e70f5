import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { cloned } from './clone';
import type { Faults } from './faults';
import type { FrameDouble } from './frame';
import { type StandInFor, strict } from './strict';
import { trusted } from './trusted';

/** The stand-in of `ipcMain`, and the double's way to its handlers. */
export interface IpcMainDouble {
  readonly api: object;
  /**
   * What `ipcRenderer.invoke(channel, …args)` settles with when it comes from `frame` of `sender`. Arguments and
   * answer are cloned; a throw in the handler arrives as Electron words it.
   */
  invoke(from: Sender, channel: string, args: readonly unknown[]): Promise<unknown>;
}

/** Where an ipc message comes from; a frame that is gone is null. */
export interface Sender {
  readonly sender: object;
  readonly frame: FrameDouble | null;
}

type Handler = (event: object, ...args: readonly unknown[]) => unknown;

/** `ipcMain` without handlers. */
export function createIpcMain(faults: Faults): IpcMainDouble {
  const handlers = new Map<string, Handler>();
  const api = {
    handle: (channel: string, handler: Handler): void => {
      if (handlers.has(channel)) {
        throw new Error(`Attempted to register a second handler for '${channel}'`);
      }
      handlers.set(channel, handler);
    },
  } satisfies StandInFor<IpcMain>;

  return {
    api: strict('ipcMain', api, faults),
    invoke: async ({ sender, frame }, channel, args) => {
      const sent = trusted<readonly unknown[]>(cloned(args));
      const event = {
        sender,
        senderFrame: frame === null ? null : strict('WebFrameMain', frame, faults),
      } satisfies StandInFor<IpcMainInvokeEvent>;
      try {
        const handler = handlers.get(channel);
        if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
        return cloned(await handler(strict('IpcMainInvokeEvent', event, faults), ...sent));
      } catch (error) {
        throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, {
          cause: error,
        });
      }
    },
  };
}
