import { createServer, type Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { systemErrorName } from '../desktop/file-error';
import { randomPort, readPort, recordPort } from './fixed-port';
import { handOver } from './hand-over';
import type { HandoverAnswer, HandoverRequest } from './handover-messages';
import { readInstance } from './instance-file';
import { loopbackHost } from './origin';

/** What became of the one port of a data folder. */
export type PortClaim =
  /** It is ours: `server` listens, but nothing answers requests yet. */
  | { readonly kind: 'held'; readonly port: number; readonly server: Server }
  /** An instance of this data folder holds it, and has taken the files. */
  | { readonly kind: 'handed-over'; readonly port: number; readonly answer: HandoverAnswer }
  /** Another program holds it. */
  | { readonly kind: 'taken'; readonly port: number }
  /** Another program holds the port wished for at the first start; nothing is recorded yet. */
  | { readonly kind: 'wish-taken'; readonly port: number }
  /** Another port than the one recorded was wished for. */
  | { readonly kind: 'other-recorded'; readonly port: number }
  | { readonly kind: 'damaged'; readonly file: string };

/** How the port is claimed. */
export interface ClaimWish {
  /** An existing folder. */
  readonly dataFolder: string;
  /** The port for the first start of this data folder. */
  readonly port?: number;
  readonly handover: Omit<HandoverRequest, 'nonce'>;
  /** How long an instance that is just starting or ending is waited for. */
  readonly patienceMs: number;
}

const maxTries = 50;
const pauseMs = 200;

/**
 * Claims the port of a data folder, choosing and recording one at the first start. Afterwards it is that port or none:
 * the page's store belongs to its origin, and another port would show an empty one. Throws what the system raises.
 */
export async function claimPort(wish: ClaimWish): Promise<PortClaim> {
  let recorded = await readPort(wish.dataFolder);
  if (recorded.kind === 'none') {
    const first = await claimFirst(wish);
    if (first !== null) return first;
    recorded = await readPort(wish.dataFolder);
  }
  if (recorded.kind === 'none')
    throw new Error('the record of the port was removed while starting');
  if (recorded.kind === 'damaged') return recorded;
  const { port } = recorded;
  if (wish.port !== undefined && wish.port !== port) return { kind: 'other-recorded', port };
  const deadline = performance.now() + wish.patienceMs;
  for (;;) {
    const server = await listen(port);
    if (server !== null) return { kind: 'held', port, server };
    const instance = await readInstance(wish.dataFolder);
    const answer = instance?.port === port ? await handOver(instance, wish.handover) : null;
    if (answer !== null) return { kind: 'handed-over', port, answer };
    if (performance.now() >= deadline) return { kind: 'taken', port };
    await sleep(pauseMs);
  }
}

/** Null when another start of the same data folder was quicker. */
async function claimFirst({ dataFolder, port: wished }: ClaimWish): Promise<PortClaim | null> {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const port = wished ?? randomPort();
    const server = await listen(port);
    if (server !== null) {
      if (await recordPort(dataFolder, port)) return { kind: 'held', port, server };
      server.close();
      return null;
    }
    if (wished !== undefined) return { kind: 'wish-taken', port };
  }
  throw new Error(`none of ${maxTries} ports was free`);
}

/** A server on the port; null when the port is taken, or the system keeps it from us. */
function listen(port: number): Promise<Server | null> {
  const server = createServer();
  return new Promise((settle, reject) => {
    server.once('error', (cause) => {
      const name = systemErrorName(cause);
      if (name === 'EADDRINUSE' || name === 'EACCES') settle(null);
      else reject(cause);
    });
    server.listen(port, loopbackHost, () => {
      server.removeAllListeners('error');
      settle(server);
    });
  });
}
