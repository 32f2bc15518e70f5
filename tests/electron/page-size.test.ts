import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const page = resolve(import.meta.dirname, '../../out/renderer');
const assets = join(page, 'assets');
const kilobyte = 1_000;

/** The files that a start reads before anything is asked for: those that the page itself names. */
function readAtStart(): readonly string[] {
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  return Array.from(html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/gu), (match) =>
    join(page, match[1] ?? ''),
  );
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

describe('what a start reads', () => {
  // What is over a budget is either read later, or worth a larger one: a decision, not an accident.
  it.each([
    { what: 'script', ending: '.js', budget: 1_000 * kilobyte, zipped: 330 * kilobyte },
    { what: 'style', ending: '.css', budget: 75 * kilobyte, zipped: 15 * kilobyte },
  ])('stays within its budget: $what', ({ ending, budget, zipped }) => {
    const files = readAtStart().filter((file) => file.endsWith(ending));
    expect(files).not.toEqual([]);
    expect(sizeOf(files)).toBeLessThan(budget);
    const packed = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    expect(packed).toBeLessThan(zipped);
  });

  it('is minified', () => {
    for (const file of readAtStart().filter((name) => name.endsWith('.js'))) {
      const text = readFileSync(file, 'utf8');
      expect(text.split('\n').length).toBeLessThan(1 + text.length / 1_000);
    }
  });

  it('has neither the parsers of foreign files nor the checks of backups in it', () => {
    const names = readdirSync(assets);
    for (const later of ['decode-worker', 'import-worker', 'health-worker', 'RestorePane'])
      expect(names.filter((name) => name.startsWith(later) && name.endsWith('.js'))).toHaveLength(
        1,
      );
    const started = readAtStart().map((file) => readFileSync(file, 'utf8'));
    expect(started.filter((text) => text.includes('invalid_union'))).toEqual([]);
  });

  it('fetches fonts only as far as a text needs them, in one format', () => {
    const fonts = readdirSync(assets).filter((name) => /\.(?:woff2?|ttf|otf)$/u.test(name));
    expect(fonts.filter((name) => !name.endsWith('.woff2'))).toEqual([]);
  });
});
