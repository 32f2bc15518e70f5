import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const page = resolve(import.meta.dirname, '../../out/renderer');
const assets = join(page, 'assets');
const sources = resolve(import.meta.dirname, '../../src/renderer');
const kilobyte = 1_000;

/** The files that a start reads before anything is asked for: those that the page itself names. */
function readAtStart(): readonly string[] {
  const html = readFileSync(join(page, 'index.html'), 'utf8');
  return Array.from(html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/gu), (match) =>
    join(page, match[1] ?? ''),
  );
}

/** The modules that some `lazyPart` draws, by the names of their files. */
function lazilyDrawn(): readonly string[] {
  const files = readdirSync(sources, { recursive: true }).map(String);
  const texts = files
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => readFileSync(join(sources, name), 'utf8'));
  return texts.flatMap((text) =>
    Array.from(
      text.matchAll(/lazyPart\(\s*\(\) => import\('[^']*\/(\w+)'\)/gu),
      ([, name = '']) => name,
    ),
  );
}

/** All scripts of the build. */
function scripts(): readonly string[] {
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => join(assets, name));
}

function sizeOf(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(file).size, 0);
}

describe('what a start reads', () => {
  // What is over a budget is either read later, or worth a larger one: a decision, not an accident.
  it.each([
    { what: 'script', ending: '.js', budget: 800 * kilobyte, zipped: 264 * kilobyte },
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

  it('is a few files, since each is a wait of its own', () => {
    expect(readAtStart().filter((file) => file.endsWith('.js')).length).toBeLessThanOrEqual(3);
  });

  it.each(lazilyDrawn())('leaves out what is drawn when it is asked for: %s', (name) => {
    const [file = '', ...others] = scripts().filter((one) => basename(one).startsWith(`${name}-`));
    expect(others).toEqual([]);
    expect(readAtStart()).not.toContain(file);
    // One that only hands on what lies in another file would be in the start all the same.
    expect(readFileSync(file, 'utf8')).toMatch(/function|=>/u);
  });

  it.each([
    { what: 'the parsers of articles', telltale: 'unexpected-null-character' },
    { what: 'the checks of exports and backups', telltale: 'invalid_union' },
    { what: 'the rows of the table', telltale: 'getVirtualItems' },
    { what: 'fields with suggestions', telltale: 'aria-autocomplete' },
    { what: 'the frames of the loopback shell', telltale: 'Unrecognized type byte' },
    { what: 'the words of another language', telltale: '다시 시도하고' },
  ])('leaves out $what', ({ telltale }) => {
    const holding = scripts().filter((file) => readFileSync(file, 'utf8').includes(telltale));
    expect(holding).not.toEqual([]);
    expect(holding.filter((file) => readAtStart().includes(file))).toEqual([]);
  });

  it.each(['decode-worker', 'import-worker', 'health-worker'])(
    'leaves %s to its thread',
    (name) => {
      expect(scripts().filter((file) => basename(file).startsWith(`${name}-`))).toHaveLength(1);
    },
  );

  it('fetches fonts only as far as a text needs them, in one format', () => {
    const fonts = readdirSync(assets).filter((name) => /\.(?:woff2?|ttf|otf)$/u.test(name));
    expect(fonts.filter((name) => !name.endsWith('.woff2'))).toEqual([]);
  });
});
