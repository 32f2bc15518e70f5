import type { Server } from 'node:http';
import type { BackupFiles } from '../desktop/backup/files';
import { callDesktop } from '../desktop/dispatch';
import { randomName } from '../desktop/random-name';
import { createDesktopService } from '../desktop/service';
import { type Answer, notFromHere } from './answers';
import { formatHandoverAnswer, readHandoverRequest } from './handover-messages';
import { type Instance, removeInstance, writeInstance } from './instance-file';
import { createLoopbackHost } from './loopback-host';
import { addressOf } from './origin';
import { createPageSocket } from './page-socket';
import { serveSite } from './server';
import { createVisitors } from './visitors';

/** What one running shell is made of; every folder exists. */
export interface ShellParts {
  /** Listens on `port` already. */
  readonly server: Server;
  readonly port: number;
  readonly dataFolder: string;
  readonly exportFolder: string;
  readonly rendererFolder: string;
  readonly watcher: ShellWatcher;
  /** What the backup is written by; the system's own files unless given. */
  readonly files?: BackupFiles;
}

/** Who wants to know what the page does. */
export interface ShellWatcher {
  pageOpened(): void;
  pageClosed(): void;
  /** Another start is about to open a window. */
  pageExpected(): void;
  /** The page works: said once, for the first page. */
  windowReady(): void;
}

/** A shell that serves its page. */
export interface LoopbackShell {
  /** An address that opens the page once. */
  freshAddress(): string;
  offerFiles(paths: readonly string[]): Promise<void>;
  /** Stops serving, removes temporary files and gives the port back. */
  dispose(): Promise<void>;
}

/** Puts service, page and socket together, and says in the data folder that it serves. */
export async function startShell(parts: ShellParts): Promise<LoopbackShell> {
  const { server, port, dataFolder, exportFolder, rendererFolder, watcher, files } = parts;
  const visitors = createVisitors(port);
  const host = createLoopbackHost({ dataFolder, exportFolder });
  const service = createDesktopService({
    host,
    dataFolder,
    now: () => new Date(),
    ...(files && { files }),
  });
  const instance: Instance = { port, pid: process.pid, secret: randomName() };
  let wasReady = false;
  let isEnding = false;

  const pageSocket = createPageSocket({
    call: (method, args) => callDesktop(service.desktop, method, args),
    opened: watcher.pageOpened,
    closed: () => {
      watcher.pageClosed();
      void service.pageLeft();
    },
    described: () => {
      if (!wasReady) watcher.windowReady();
      wasReady = true;
    },
  });

  async function takeHandover(authorization: string | undefined, body: string): Promise<Answer> {
    const request = readHandoverRequest(instance.secret, authorization, body);
    // A shell that is ending takes nothing on: the other start waits a little and serves by itself.
    if (request === null || isEnding) return notFromHere;
    const pageIsOpen = pageSocket.isOpen();
    if (request.opensWindow && !pageIsOpen) watcher.pageExpected();
    await service.offerFiles(request.files);
    const answer = { key: visitors.issueKey(), pageIsOpen };
    return {
      status: 200,
      headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
      body: formatHandoverAnswer(instance.secret, request.nonce, answer),
    };
  }

  serveSite(server, { port, rendererFolder, visitors, takeHandover }, pageSocket);
  await writeInstance(dataFolder, instance);

  return {
    freshAddress: () => addressOf(port, visitors.issueKey()),
    offerFiles: (paths) => service.offerFiles(paths),
    dispose: async () => {
      isEnding = true;
      await removeInstance(dataFolder, instance);
      pageSocket.close();
      await service.dispose();
      await new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      });
    },
  };
}
