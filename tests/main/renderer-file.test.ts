import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRendererFile } from '../../src/main/desktop/renderer-file';
import { temporaryFolder } from './support/temporary-folder';

async function site(): Promise<string> {
  const folder = await temporaryFolder();
  const root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  await mkdir(join(folder, 'renderer-other'));
  await writeFile(join(folder, 'renderer-other', 'a.txt'), 'secret');
  for (const name of [
    'index.html',
    'a b.txt',
    '.hidden',
    'assets/index-BX3k9_aZ.js',
    'assets/decode-BX3k9-aZ.mjs',
    'assets/index-12345678.css',
    'assets/serif-12345678.woff2',
    'assets/plain.js',
    'icon.svg',
    'data.json',
    'data.bin',
  ])
    await writeFile(join(root, name), name);
  if (process.platform !== 'win32') {
    await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'));
    await symlink(folder, join(root, 'up'));
  }
  return root;
}

describe('a file of the page', () => {
  const immutable = 'public, max-age=31536000, immutable';
  it.each([
    ['/', 'text/html; charset=utf-8', 'no-store'],
    ['/index.html', 'text/html; charset=utf-8', 'no-store'],
    ['/a%20b.txt', 'text/plain; charset=utf-8', 'no-cache'],
    ['/assets/index-BX3k9_aZ.js', 'text/javascript; charset=utf-8', immutable],
    ['/assets/decode-BX3k9-aZ.mjs', 'text/javascript; charset=utf-8', immutable],
    ['/assets/index-12345678.css', 'text/css; charset=utf-8', immutable],
    ['/assets/serif-12345678.woff2', 'font/woff2', immutable],
    ['/assets/plain.js', 'text/javascript; charset=utf-8', 'no-cache'],
    ['/icon.svg', 'image/svg+xml; charset=utf-8', 'no-cache'],
    ['/data.json', 'application/json; charset=utf-8', 'no-cache'],
    ['/data.bin', 'application/octet-stream', 'no-cache'],
  ])('%s is %s, %s', async (path, mediaType, cacheControl) => {
    expect(await findRendererFile(await site(), path)).toMatchObject({ mediaType, cacheControl });
  });

  it.each([
    '/gone.js',
    '/assets',
    '/assets/',
    '/.hidden',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/..\\secret.txt',
    '/%5c..%5csecret.txt',
    '/../renderer-other/a.txt',
    '/link.txt',
    '/up/secret.txt',
    '//secret.txt',
    '/C:/secret.txt',
    '/index.html%00.js',
    '/%zz',
    'index.html',
    '',
  ])('is not %j', async (path) => {
    expect(await findRendererFile(await site(), path)).toBeNull();
  });

  it('is nothing when the folder itself is gone', async () => {
    expect(await findRendererFile(join(await temporaryFolder(), 'gone'), '/')).toBeNull();
  });
});
