import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createSha256, hashBytes, hashText } from '../../../src/codecs/hash';

const nodeHash = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

describe('SHA-256', () => {
  it('of nothing is the published value', () => {
    expect(hashText('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  const texts: readonly [string, string][] = [
    ['ASCII', 'abc'],
    ['hangul and emoji', '제철소 🏭'],
    ['CRLF and a byte-order mark', '\ufeffa\r\n'],
    ['pairs across the border of a slice', `a${'𝐉'.repeat(70_000)}`],
  ];
  it.each(texts)('of %s is that of its UTF-8', (_name, text) => {
    expect(hashText(text)).toBe(nodeHash(text));
    expect(hashBytes(new TextEncoder().encode(text))).toBe(nodeHash(text));
  });

  it('may be made piece by piece', () => {
    const hasher = createSha256();
    for (const piece of ['a', '', 'bc']) hasher.update(new TextEncoder().encode(piece));
    expect(hasher.digest()).toBe(nodeHash('abc'));
  });
});
