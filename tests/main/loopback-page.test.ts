import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorizationOf } from '../../src/main/loopback/handover-messages';
import { ask, openSocket, startLoopback, type TestAnswer, visit } from './support/loopback';

/** Everything that every answer must carry. */
function policyOf(port: number): Record<string, string> {
  return {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; " +
      `img-src 'self' data:; connect-src 'self' ws://127.0.0.1:${port}; worker-src 'self'; ` +
      "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  };
}

describe('the printed address', () => {
  it('lets one visitor in, once, and leaves no key in the address bar', async () => {
    const start = await startLoopback();
    const address = await start.address;
    expect(start.said).toEqual([`Dateline is open at ${address.href}`]);
    expect(address.origin).toMatch(/^http:\/\/127\.0\.0\.1:2\d{4}$/);
    const port = Number(address.port);
    const first = await ask(port, address.pathname + address.search);
    expect(first).toMatchObject({ status: 303, body: '', headers: { location: '/' } });
    expect(first.headers['cache-control']).toBe('no-store');
    expect(first.headers['set-cookie']?.[0]).toMatch(
      new RegExp(`^dateline-${port}=[\\w-]{32}; Path=/; HttpOnly; SameSite=Strict$`),
    );
    const again = await ask(port, address.pathname + address.search);
    expect(again.status).toBe(403);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect(again.body).toContain('Start Dateline again');
  });

  it('is not used up by a look at its headers', async () => {
    const start = await startLoopback();
    const address = await start.address;
    const target = address.pathname + address.search;
    expect(await ask(Number(address.port), target, { method: 'HEAD' })).toMatchObject({
      status: 403,
      body: '',
    });
    expect((await visit(start)).cookie).toContain('dateline-');
  });
});

describe('a visitor who was let in', () => {
  it.each([
    ['/', 200, 'text/html; charset=utf-8', 'no-store'],
    ['/?find=a', 200, 'text/html; charset=utf-8', 'no-store'],
    [
      '/assets/index-12345678.js',
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ],
    ['/gone.js', 404, 'text/html; charset=utf-8', 'no-store'],
    ['/../secret.txt', 404, 'text/html; charset=utf-8', 'no-store'],
    ['/%2e%2e/secret.txt', 404, 'text/html; charset=utf-8', 'no-store'],
    ['/..%5csecret.txt', 404, 'text/html; charset=utf-8', 'no-store'],
  ])('asks for %s and gets %i', async (target, status, type, caching) => {
    const { port, cookie } = await visit(await startLoopback());
    const answer = await ask(port, target, { headers: { Cookie: `other=1; ${cookie}` } });
    expect(answer).toMatchObject({
      status,
      headers: { ...policyOf(port), 'content-type': type, 'cache-control': caching },
    });
    expect(answer.body).not.toContain('secret');
  });
});

describe('a request that is turned away', () => {
  const cases: readonly {
    readonly name: string;
    readonly status: number;
    readonly target?: string;
    readonly method?: string;
    readonly headers?: (port: number, cookie: string) => Record<string, string>;
  }[] = [
    { name: 'no cookie', status: 403, headers: () => ({}) },
    {
      name: 'no cookie for a script',
      status: 403,
      target: '/assets/index-12345678.js',
      headers: () => ({}),
    },
    { name: 'a guessed key', status: 403, target: `/?key=${'A'.repeat(32)}` },
    { name: 'an empty key', status: 403, target: '/?key=' },
    {
      name: 'a guessed cookie',
      status: 403,
      headers: (port) => ({ Cookie: `dateline-${port}=${'A'.repeat(32)}` }),
    },
    { name: 'an empty cookie', status: 403, headers: (port) => ({ Cookie: `dateline-${port}=` }) },
    {
      name: 'the cookie of another port',
      status: 403,
      headers: (port, cookie) => ({ Cookie: cookie.replace(`${port}`, '1') }),
    },
    {
      name: 'localhost as host',
      status: 403,
      headers: (port, cookie) => ({ Cookie: cookie, Host: `localhost:${port}` }),
    },
    {
      name: 'another host',
      status: 403,
      headers: (port, cookie) => ({ Cookie: cookie, Host: `evil.example:${port}` }),
    },
    {
      name: 'no port in the host',
      status: 403,
      headers: (_, cookie) => ({ Cookie: cookie, Host: '127.0.0.1' }),
    },
    { name: 'a whole URL as target', status: 403, target: 'http://evil.example/' },
    { name: 'a POST to the page', status: 405, method: 'POST' },
    { name: 'a DELETE', status: 405, method: 'DELETE' },
    { name: 'a handover without origin', status: 403, method: 'POST', target: '/handover' },
    {
      name: 'a handover from another page',
      status: 403,
      method: 'POST',
      target: '/handover',
      headers: () => ({ Origin: 'http://evil.example' }),
    },
    {
      name: 'a handover without proof',
      status: 403,
      method: 'POST',
      target: '/handover',
      headers: (port) => ({ Origin: `http://127.0.0.1:${port}` }),
    },
    {
      name: 'an upgrade elsewhere',
      status: 403,
      target: '/',
      headers: (port, cookie) => ({
        Cookie: cookie,
        Origin: `http://127.0.0.1:${port}`,
        Connection: 'Upgrade',
        Upgrade: 'websocket',
      }),
    },
  ];
  it.each(cases)('has the policy and plain words: $name', async (turned) => {
    const { port, cookie } = await visit(await startLoopback());
    const { status, target = '/', method = 'GET', headers } = turned;
    const answer = await ask(port, target, {
      method,
      headers: headers?.(port, cookie) ?? { Cookie: cookie },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      ...policyOf(port),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toMatch(/<html lang="en">[^]*<h1>/);
  });

  it('has the policy when it is no request at all', async () => {
    const { port } = await visit(await startLoopback());
    const answer = await new Promise<string>((settle) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write('not http\r\n\r\n'));
      socket.on('data', (part) => {
        text += part.toString();
      });
      socket.on('close', () => settle(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    for (const [name, value] of Object.entries(policyOf(port)))
      expect(answer.toLowerCase()).toContain(`${name}: ${value.toLowerCase()}`);
  });
});

describe('a socket that is turned away', () => {
  const cases = [
    { name: 'another origin', headers: { Origin: 'http://evil.example' } },
    { name: 'another port’s origin', headers: { Origin: 'http://127.0.0.1:1' } },
    { name: 'localhost’s origin', headers: { Origin: 'http://localhost' } },
    { name: 'no origin of its own', headers: { Origin: 'null' } },
    { name: 'another host', headers: { Host: 'evil.example' } },
    { name: 'no cookie', headers: { Cookie: '' } },
  ];
  it.each(cases)('has $name', async ({ headers }) => {
    const visitor = await visit(await startLoopback());
    const answer = await new Promise<Pick<TestAnswer, 'status' | 'headers'>>((settle, reject) => {
      const socket = openSocket(visitor, headers);
      socket.on('open', () => reject(new Error('it was let in')));
      // Destroying the request makes the socket report an error, which is expected.
      socket.on('error', () => undefined);
      socket.on('unexpected-response', (asked, response) => {
        settle({ status: response.statusCode ?? 0, headers: response.headers });
        asked.destroy();
      });
    });
    expect(answer.status).toBe(403);
    expect(answer.headers).toMatchObject(policyOf(visitor.port));
  });
});

describe('a handover by one who knows the secret', () => {
  it.each([
    { name: 'is taken from Dateline’s own origin', origin: null, status: 200 },
    { name: 'is turned away from another page', origin: 'http://evil.example', status: 403 },
  ])('$name', async ({ origin, status }) => {
    const start = await startLoopback();
    const { port } = await visit(start);
    const instance = await readFile(join(start.dataFolder, 'instance.json'), 'utf8');
    const { secret } = JSON.parse(instance) as { secret: string };
    const body = JSON.stringify({ nonce: 'n'.repeat(32), files: [], opensWindow: false });
    const headers = {
      Origin: origin ?? `http://127.0.0.1:${port}`,
      Authorization: authorizationOf(secret, body),
    };
    const answer = await ask(port, '/handover', { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status, headers: policyOf(port) });
  });
});
