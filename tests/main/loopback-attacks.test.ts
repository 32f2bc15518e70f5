import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { authorizationOf } from '../../src/main/loopback/handover-messages';
import { ask, openSocket, policyOf, startLoopback, visit } from './support/loopback';

/** What an attacker knows or has got hold of. */
interface Known {
  readonly port: number;
  /** The cookie of the person's own page, which a browser adds by itself. */
  readonly cookie: string;
  /** The key of the address that was printed, used by now. */
  readonly usedKey: string;
  /** What only a second start of the same account can read. */
  readonly secret: string;
}

interface Attack {
  readonly name: string;
  /** `GET` unless said otherwise, of `/` unless said otherwise. */
  readonly method?: string;
  readonly target?: (known: Known) => string;
  /** With the person's cookie unless said otherwise; `Host` is right unless said otherwise. */
  readonly headers?: (known: Known) => Record<string, string>;
  readonly body?: string;
  /** 403 unless said otherwise. */
  readonly status?: number;
}

const script = (): string => '/assets/index-12345678.js';
const socket = (): string => '/desktop';
const handover = (): string => '/handover';
const evil = 'http://evil.example';
const own = ({ port }: Known): string => `http://127.0.0.1:${port}`;
const upgrade = { Connection: 'Upgrade', Upgrade: 'websocket' };
const secondStart = JSON.stringify({
  nonce: 'n'.repeat(32),
  files: ['/etc/hostname'],
  opensWindow: false,
});

const rebinding: readonly Attack[] = [
  ...['evil.example', 'localhost', '[::1]', '127.0.0.2', '127.0.0.1.evil.example'].flatMap((host) =>
    [
      { what: 'the page', target: () => '/' },
      { what: 'a script', target: script },
      { what: 'the socket', target: socket },
      { what: 'the hand-over', target: handover },
    ].map(({ what, target }) => ({
      name: `${what} under the name ${host}`,
      target,
      method: target === handover ? 'POST' : 'GET',
      headers: (known: Known) => ({
        Cookie: known.cookie,
        Host: `${host}:${known.port}`,
        // To the browser they are of one origin, which it names only where it always does.
        ...(target === socket || target === handover
          ? { Origin: `http://${host}:${known.port}` }
          : {}),
        ...(target === socket ? upgrade : {}),
      }),
    })),
  ),
  { name: 'no port', headers: ({ cookie }) => ({ Cookie: cookie, Host: '127.0.0.1' }) },
  { name: 'a whole address as target', target: () => `${evil}/` },
  {
    name: 'a whole address of its own as target',
    target: (known) => `${own(known)}/`,
  },
];

const otherPages: readonly Attack[] = [
  {
    name: 'a form posted to the page',
    method: 'POST',
    headers: ({ cookie }) => ({ Cookie: cookie, Origin: evil }),
  },
  {
    name: 'a form posted to the page by one that hides its origin',
    method: 'POST',
    headers: ({ cookie }) => ({ Cookie: cookie, Origin: 'null' }),
  },
  { name: 'a POST without an origin', method: 'POST', status: 405 },
  { name: 'a DELETE', method: 'DELETE', status: 405 },
  {
    name: 'files posted to the hand-over',
    method: 'POST',
    target: handover,
    body: secondStart,
    headers: ({ cookie }) => ({ Cookie: cookie, Origin: evil }),
  },
  {
    name: 'the text fetched by a page on another port, which shares the cookie',
    headers: ({ cookie }) => ({ Cookie: cookie, Origin: 'http://127.0.0.1:1' }),
  },
  {
    name: 'a script taken in by a page on another port',
    target: script,
    headers: ({ cookie }) => ({
      Cookie: cookie,
      'Sec-Fetch-Site': 'same-site',
      'Sec-Fetch-Mode': 'no-cors',
    }),
  },
  {
    name: 'a script taken in by a page of another site',
    target: script,
    headers: ({ cookie }) => ({
      Cookie: cookie,
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'no-cors',
    }),
  },
  ...[evil, 'http://127.0.0.1:1', 'http://localhost', 'https://127.0.0.1', 'null', ''].map(
    (origin) => ({
      name: `the socket opened by ${origin === '' ? 'an empty origin' : origin}`,
      target: socket,
      headers: ({ cookie }: Known) => ({ ...upgrade, Cookie: cookie, Origin: origin }),
    }),
  ),
];

const withoutLeave: readonly Attack[] = [
  { name: 'no cookie', headers: () => ({}) },
  { name: 'no cookie, for a script', target: script, headers: () => ({}) },
  {
    name: 'no cookie, for the socket',
    target: socket,
    headers: (known) => ({ ...upgrade, Origin: own(known) }),
  },
  {
    name: 'no origin, for the socket',
    target: socket,
    headers: ({ cookie }) => ({ ...upgrade, Cookie: cookie }),
  },
  {
    name: 'an upgrade elsewhere',
    headers: (known) => ({ ...upgrade, Cookie: known.cookie, Origin: own(known) }),
  },
  {
    name: 'a guessed cookie',
    headers: ({ port }) => ({ Cookie: `dateline-${port}=${'A'.repeat(32)}` }),
  },
  { name: 'an empty cookie', headers: ({ port }) => ({ Cookie: `dateline-${port}=` }) },
  {
    name: 'the cookie of another port',
    headers: ({ port, cookie }) => ({ Cookie: cookie.replace(`${port}`, '1') }),
  },
  {
    name: 'the used key as a cookie',
    headers: ({ port, usedKey }) => ({ Cookie: `dateline-${port}=${usedKey}` }),
  },
  { name: 'a guessed key', target: () => `/?key=${'A'.repeat(32)}` },
  { name: 'an empty key', target: () => '/?key=' },
  { name: 'the key used before', target: ({ usedKey }) => `/?key=${usedKey}` },
  {
    name: 'the key used before, without a cookie',
    target: ({ usedKey }) => `/?key=${usedKey}`,
    headers: () => ({}),
  },
  { name: 'the secret of the instance as a key', target: ({ secret }) => `/?key=${secret}` },
];

const falseSecondStarts: readonly Attack[] = [
  { name: 'no origin', method: 'POST', target: handover, body: secondStart },
  {
    name: 'no proof',
    method: 'POST',
    target: handover,
    body: secondStart,
    headers: (known) => ({ Origin: own(known) }),
  },
  {
    name: 'a proof by another secret',
    method: 'POST',
    target: handover,
    body: secondStart,
    headers: (known) => ({
      Origin: own(known),
      Authorization: authorizationOf('A'.repeat(32), secondStart),
    }),
  },
  {
    name: 'a proof of another body',
    method: 'POST',
    target: handover,
    body: secondStart.replace('hostname', 'passwd'),
    headers: (known) => ({
      Origin: own(known),
      Authorization: authorizationOf(known.secret, secondStart),
    }),
  },
  {
    name: 'the secret itself instead of a proof',
    method: 'POST',
    target: handover,
    body: secondStart,
    headers: (known) => ({ Origin: own(known), Authorization: `Dateline ${known.secret}` }),
  },
  { name: 'a look at the hand-over', target: handover, status: 404 },
];

/** A shell with the person's page let in, and all that an attacker could know of it. */
async function prepare(): Promise<Known> {
  const start = await startLoopback();
  const usedKey = (await start.address).searchParams.get('key') ?? '';
  const { port, cookie } = await visit(start);
  const instance = await readFile(join(start.dataFolder, 'instance.json'), 'utf8');
  const { secret } = JSON.parse(instance) as { secret: string };
  return { port, cookie, usedKey, secret };
}

describe.each([
  { by: 'a name that was rebound to this machine (DNS rebinding)', attacks: rebinding },
  { by: 'another page in the person’s browser', attacks: otherPages },
  { by: 'a program on the machine that was not let in', attacks: withoutLeave },
  { by: 'a false second start', attacks: falseSecondStarts },
])('an attack by $by', ({ attacks }) => {
  it.each(attacks)('gets plain words and nothing else: $name', async (attack) => {
    const known = await prepare();
    const answer = await ask(known.port, attack.target?.(known) ?? '/', {
      method: attack.method ?? 'GET',
      headers: attack.headers?.(known) ?? { Cookie: known.cookie },
      ...(attack.body === undefined ? {} : { body: attack.body }),
    });
    expect(answer.status).toBe(attack.status ?? 403);
    expect(answer.headers).toMatchObject({
      ...policyOf(known.port),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    expect(answer.body).toMatch(/<html lang="en">[^]*<h1>/);
    expect(answer.body).not.toContain(known.secret);
  });
});

describe('the same requests without the attack', () => {
  it.each([
    { name: 'the page', target: '/', headers: {} },
    {
      name: 'a link followed from another page',
      target: '/',
      headers: { 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'navigate' },
    },
    {
      name: 'the page’s own script',
      target: script(),
      headers: { 'Sec-Fetch-Site': 'same-origin', 'Sec-Fetch-Mode': 'cors' },
    },
  ])('are answered: $name', async ({ target, headers }) => {
    const { port, cookie } = await prepare();
    const answer = await ask(port, target, { headers: { Cookie: cookie, ...headers } });
    expect(answer.status).toBe(200);
  });

  it('are answered: the socket', async () => {
    const opened = openSocket(await prepare());
    await new Promise((settle, reject) => {
      opened.once('message', settle);
      opened.once('error', reject);
    });
    expect(opened.readyState).toBe(opened.OPEN);
  });

  it('are answered: the hand-over', async () => {
    const known = await prepare();
    const answer = await ask(known.port, '/handover', {
      method: 'POST',
      headers: {
        Origin: own(known),
        Authorization: authorizationOf(known.secret, secondStart),
      },
      body: secondStart,
    });
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject(policyOf(known.port));
  });
});

describe('keys', () => {
  it('that were never used become void when eight newer ones were given out', async () => {
    const start = await startLoopback();
    const oldest = await start.address;
    for (let count = 0; count < 8; count += 1) {
      const next = await startLoopback({ dataFolder: start.dataFolder });
      expect(await next.ended).toBe(0);
    }
    const port = Number(oldest.port);
    expect((await ask(port, `/${oldest.search}`)).status).toBe(403);
  });
});
