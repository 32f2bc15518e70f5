import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { serveAppScheme } from '../../src/main/electron/protocol';
import type { ShellDouble } from '../support/electron/launch';
import { createSampleApp, type SampleApp } from '../support/electron/sample-app';

/** All that every answer carries: no source but the app itself, nothing inline, nothing evaluated. */
const policy = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; " +
    "frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
};

let sample: SampleApp;
let shell: ShellDouble;

beforeAll(async () => {
  sample = createSampleApp();
  // As a junction, which Windows lets anybody make.
  symlinkSync(join(sample.folder, 'app'), join(sample.folder, 'app/out/renderer/link'), 'junction');
  sample.write('app/out/renderer/.hidden', 'not for the page');
  shell = sample.launch();
  await shell.windows.page();
});

afterAll(async () => {
  await shell.close();
  sample.remove();
});

describe('the app’s address', () => {
  it('is a standard, secure origin', () => {
    expect(shell.protocol.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it.each([
    { url: 'app://dateline/', type: 'text/html; charset=utf-8' },
    { url: 'app://dateline/index.html', type: 'text/html; charset=utf-8' },
    { url: 'app://dateline/index.html?a#b', type: 'text/html; charset=utf-8' },
    { url: 'app://dateline/page.js', type: 'text/javascript; charset=utf-8' },
    { url: 'app://dateline/worker.js', type: 'text/javascript; charset=utf-8' },
  ])('answers $url with the file and the policy', async ({ url, type }) => {
    for (const method of ['GET', 'HEAD']) {
      const response = await shell.protocol.request(url, method);
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        ...policy,
        'content-type': type,
      });
      expect((await response.text()) === '').toBe(method === 'HEAD');
    }
  });

  const outside: readonly { readonly attack: string; readonly url: string }[] = [
    { attack: 'a file that is not there', url: 'app://dateline/missing.js' },
    { attack: 'dots', url: 'app://dateline/../../secret.txt' },
    { attack: 'dots after a folder', url: 'app://dateline/assets/../../../secret.txt' },
    { attack: 'encoded slashes', url: 'app://dateline/..%2f..%2fsecret.txt' },
    { attack: 'encoded dots', url: 'app://dateline/%2e%2e/%2e%2e/secret.txt' },
    { attack: 'dots encoded twice', url: 'app://dateline/%252e%252e/%252e%252e/secret.txt' },
    { attack: 'dots in an overlong encoding', url: 'app://dateline/%c0%ae%c0%ae/secret.txt' },
    { attack: 'encoded backslashes', url: 'app://dateline/..%5c..%5csecret.txt' },
    { attack: 'an absolute path', url: 'app://dateline//etc/hostname' },
    { attack: 'an encoded absolute path', url: 'app://dateline/%2fetc%2fhostname' },
    { attack: 'a drive', url: 'app://dateline/C:/Windows/win.ini' },
    { attack: 'a network share', url: 'app://dateline/%5c%5cserver%5cshare' },
    { attack: 'another stream of a file', url: 'app://dateline/index.html::$DATA' },
    { attack: 'a nought', url: 'app://dateline/%00' },
    { attack: 'a nought behind a name', url: 'app://dateline/index.html%00.js' },
    { attack: 'no encoding at all', url: 'app://dateline/%zz' },
    { attack: 'a link that leads out', url: 'app://dateline/link/secret.txt' },
    { attack: 'a hidden file', url: 'app://dateline/.hidden' },
    { attack: 'a folder', url: 'app://dateline/assets/' },
    { attack: 'another host', url: 'app://elsewhere/index.html' },
    { attack: 'a host that begins alike', url: 'app://dateline.evil/index.html' },
    { attack: 'a port', url: 'app://dateline:80/index.html' },
  ];
  it.each(outside)('names nothing outside the page: $attack', async ({ url }) => {
    const response = await shell.protocol.request(url);
    expect(response.status).toBe(404);
    expect(Object.fromEntries(response.headers)).toMatchObject(policy);
    expect(await response.text()).toBe('Not found');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('takes no %s', async (method) => {
    const response = await shell.protocol.request('app://dateline/index.html', method);
    expect(response.status).toBe(405);
    expect(Object.fromEntries(response.headers)).toMatchObject(policy);
  });

  it('answers with the policy even where the file cannot be read', async () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    onTestFinished(() => logged.mockRestore());
    const handlers: ((request: Request) => Response | Promise<Response>)[] = [];
    const protocol = {
      handle: (_scheme: string, handler: (typeof handlers)[0]) => void handlers.push(handler),
    };
    // No system has such a folder, and Node throws for it.
    Reflect.apply(serveAppScheme, undefined, [protocol, 'no\0folder']);
    const response = await handlers[0]?.(new Request('app://dateline/index.html'));
    expect(response?.status).toBe(500);
    expect(Object.fromEntries(response?.headers ?? [])).toMatchObject(policy);
    expect(await response?.text()).toBe('Not working');
    expect(logged).toHaveBeenCalledOnce();
  });
});
