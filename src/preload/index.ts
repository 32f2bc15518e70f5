import { contextBridge, ipcRenderer } from 'electron';
import { channelOf, desktopGlobal, desktopMethods } from './contract';

/** Offers the page one function per method of the contract; each only passes its arguments on. */
contextBridge.exposeInMainWorld(
  desktopGlobal,
  Object.fromEntries(
    desktopMethods.map((method) => [
      method,
      (...args: readonly unknown[]) => ipcRenderer.invoke(channelOf(method), ...args),
    ]),
  ),
);
