import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { costsTitle } from '../../../src/renderer/dev/costs/words';

const page = resolve(import.meta.dirname, '../../../out/renderer');

const built = readdirSync(page, { recursive: true })
  .map(String)
  .filter((name) => /\.(?:js|css|html)$/u.test(name))
  .map((name) => ({ name, text: readFileSync(join(page, name), 'utf8') }));

describe('the built page', () => {
  it('is found, with the words of its own commands', () => {
    expect(built.some(({ text }) => text.includes('About Dateline'))).toBe(true);
  });

  it.each([
    { what: 'words', marker: costsTitle },
    { what: 'means of measuring', marker: 'long-animation-frame' },
  ])('has none of the $what of the room for development', ({ marker }) => {
    expect(built.filter(({ text }) => text.includes(marker)).map(({ name }) => name)).toEqual([]);
  });

  it('has no file of it', () => {
    expect(built.filter(({ name }) => name.includes('toggle-costs'))).toEqual([]);
  });
});
