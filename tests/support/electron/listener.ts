import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** Someone outside the program, on this machine: one port, by TCP and by UDP. */
export interface Listener {
  readonly port: number;
  /** What has come: a connection, or a packet. */
  readonly heard: ReadonlySet<'tcp' | 'udp'>;
  close(): Promise<void>;
}

/** Listens on a port that was free in both protocols. It answers nothing. */
export async function listen(): Promise<Listener> {
  for (;;) {
    const listener = await listenOnce();
    if (listener !== null) return listener;
  }
}

/** Null when the port that TCP got is taken in UDP. */
async function listenOnce(): Promise<Listener | null> {
  const heard = new Set<'tcp' | 'udp'>();
  const connections = createServer((connection) => {
    heard.add('tcp');
    connection.on('error', () => connection.destroy());
    connection.destroy();
  });
  await new Promise<void>((settle) => {
    connections.listen(0, '127.0.0.1', settle);
  });
  const address = connections.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const packets = createSocket('udp4');
  packets.on('message', () => heard.add('udp'));
  const isBound = await new Promise<boolean>((settle) => {
    packets.once('error', () => settle(false));
    packets.bind(port, '127.0.0.1', () => settle(true));
  });
  const close = async (): Promise<void> => {
    await Promise.all([
      new Promise((settle) => connections.close(settle)),
      new Promise<void>((settle) => packets.close(settle)),
    ]);
  };
  if (isBound) return { port, heard, close };
  await close();
  return null;
}
