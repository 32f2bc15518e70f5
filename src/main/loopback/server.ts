import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { pageHeaders } from '../desktop/page-policy';
import { type Answer, notFromHere, notUnderstood, notWorking } from './answers';
import { hostOf, socketPath } from './origin';
import type { PageSocket } from './page-socket';
import { answerRequest, mayOpenSocket, type Site } from './requests';

const maxBodyLength = 1_000_000;

/** Lets a listening server answer for `site`, and hand allowed sockets to `pageSocket`. */
export function serveSite(server: Server, site: Site, pageSocket: PageSocket): void {
  const policy = pageHeaders({ connect: [`ws://${hostOf(site.port)}`] });

  server.on('request', (request, response) => {
    void answerSafely(request, site).then((answer) =>
      send(response, answer, policy, request.method === 'HEAD'),
    );
  });
  server.on('upgrade', (request, connection, head) => {
    connection.on('error', () => connection.destroy());
    const isOurs = request.url === socketPath && mayOpenSocket(request.headers, site);
    if (isOurs) void pageSocket.upgrade(request, connection, head);
    else sendRaw(connection, notFromHere, policy);
  });
  server.on('clientError', (_error, connection) => {
    if (connection.writable) sendRaw(connection, notUnderstood, policy);
    else connection.destroy();
  });
}

async function answerSafely(request: IncomingMessage, site: Site): Promise<Answer> {
  try {
    const { method = '', url: target = '', headers } = request;
    return await answerRequest(
      { method, target, headers, readBody: () => readBody(request) },
      site,
    );
  } catch (cause) {
    console.error('Dateline: a request failed unexpectedly:', cause);
    return notWorking;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBodyLength) throw new Error(`a body of more than ${maxBodyLength} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(
  response: ServerResponse,
  answer: Answer,
  policy: Readonly<Record<string, string>>,
  withoutBody: boolean,
): void {
  const length = Buffer.byteLength(answer.body);
  response.writeHead(answer.status, { ...policy, ...answer.headers, 'Content-Length': length });
  response.end(withoutBody ? undefined : answer.body);
}

/** For a connection that Node has not made a response for. */
function sendRaw(
  connection: Duplex,
  answer: Answer,
  policy: Readonly<Record<string, string>>,
): void {
  const headers = {
    ...policy,
    ...answer.headers,
    'Content-Length': Buffer.byteLength(answer.body),
    Connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const status = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? ''}\r\n`;
  connection.write(`${status}${lines.join('')}\r\n`);
  connection.end(answer.body);
}
