import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What a built file and all it requires of the build require, by name; files of the build relative to the checkout. */
function requiredBy(file: string, found: Set<string> = new Set()): ReadonlySet<string> {
  const source = readFileSync(join(root, file), 'utf8');
  for (const { groups } of source.matchAll(/\b(?:require|import)\(["'](?<name>[^"']+)["']\)/gu)) {
    const name = groups?.['name'] ?? '';
    const required = name.startsWith('.') ? relative(root, resolve(root, file, '..', name)) : name;
    if (found.has(required)) continue;
    found.add(required);
    if (name.startsWith('.')) requiredBy(required, found);
  }
  return found;
}

describe('what is packed', () => {
  it.each(['out/main/electron.cjs', 'out/preload/index.cjs'])(
    'needs nothing but Electron, Node and what is packed with it: %s',
    (file) => {
      const required = [...requiredBy(file)];
      expect(required).toContain('electron');
      const others = required.filter((name) => name !== 'electron' && !isBuiltin(name));
      expect(others.filter((name) => !/^out[\\/]main[\\/][\w-]+\.cjs$/u.test(name))).toEqual([]);
      expect(others.filter((name) => /[\\/](?:cli|loopback)\.cjs$/u.test(name))).toEqual([]);
    },
  );

  it('says nothing of the machine that it was built on', () => {
    const telling = ['main', 'preload', 'renderer'].flatMap((part) => {
      const folder = join(root, 'out', part);
      return readdirSync(folder, { recursive: true })
        .map(String)
        .filter((name) => /\.(?:map|cjs|js|css|html)$/u.test(name))
        .filter((name) => {
          const text = readFileSync(join(folder, name), 'utf8');
          return name.endsWith('.map') || text.includes('sourceMappingURL') || text.includes(root);
        });
    });
    expect(telling).toEqual([]);
  });
});
