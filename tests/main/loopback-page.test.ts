import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorizationOf } from '../../src/main/loopback/handover-messages';
import { ask, policyOf, startLoopback, visit } from './support/loopback';

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

describe('what is no request', () => {
  it('is answered with the policy', async () => {
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
