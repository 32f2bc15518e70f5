import { describe, expect, it } from 'vitest';
import { type CliIo, runCli } from '../../../src/cli/run-cli';
import { formatJsonSchema } from '../../../src/codecs/exchange/schema';
import { buildTaggedArticle, encodeToText } from '../codecs/export-builders';

/** A world of a few files, and all that was said and written in it. */
function createWorld(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const said: string[] = [];
  const complained: string[] = [];
  const written: Record<string, string> = {};
  const io: CliIo = {
    readFile: async (path) => {
      const file = files[path];
      if (file === undefined) return { reason: 'no such file' };
      return { bytes: typeof file === 'string' ? new TextEncoder().encode(file) : file };
    },
    writeFile: async (path, text) => {
      if (path === 'locked') return 'permission denied';
      written[path] = text;
      return null;
    },
    print: (line) => said.push(line),
    printError: (line) => complained.push(line),
  };
  return { io, said, complained, written };
}

const article = () =>
  buildTaggedArticle('a', 'The Mokdan Works.', [
    { words: ['Mokdan Works'], body: { kind: 'enterprise' } },
  ]);

describe('validate', () => {
  it('says that an export is clean', async () => {
    const { text } = await encodeToText([article(), buildTaggedArticle('b', 'B', [])]);
    const world = createWorld({ 'e.json': text });
    expect(await runCli(['validate', 'e.json'], world.io)).toBe(0);
    expect(world.said).toEqual(['clean: 2 articles, 1 annotation']);
  });

  it('prints each fault with its place, then how many', async () => {
    const { text } = await encodeToText([article()]);
    const bent = text.replace('"exact": "Mokdan Works"', '"exact": "Mokdan"');
    const world = createWorld({ 'e.json': bent.replace('"coder": "Kim",', '') });
    expect(await runCli(['validate', 'e.json'], world.io)).toBe(1);
    expect(world.said).toEqual([
      '/articles/0/annotations/0/provenance/coder  missing  This key is missing.',
      '1 fault',
    ]);
    const other = createWorld({ 'e.json': bent });
    expect(await runCli(['validate', 'e.json'], other.io)).toBe(1);
    expect(other.said).toEqual([
      '/articles/0/annotations/0/quote/exact  quote-differs  The text has "Mokdan Works" here, not "Mokdan".',
      '1 fault',
    ]);
  });

  it('places what is not JSON', async () => {
    const world = createWorld({ 'e.json': '{,' });
    expect(await runCli(['validate', 'e.json'], world.io)).toBe(1);
    expect(world.said[0]).toMatch(/^\(file\) {2}malformed-json {2}Line 1, column 2/);
  });

  const unreadable: readonly [string, string, string][] = [
    ['a file that is not there', 'none.json', 'none.json: no such file'],
    ['a file that is not UTF-8', 'bad.json', 'bad.json: not UTF-8, so not an export'],
  ];
  for (const [name, path, message] of unreadable) {
    it(`ends with 2 on ${name}`, async () => {
      const world = createWorld({ 'bad.json': Uint8Array.of(0x7b, 0xff) });
      expect(await runCli(['validate', path], world.io)).toBe(2);
      expect(world.complained).toEqual([message]);
    });
  }
});

describe('schema', () => {
  it.each([
    [['schema'], 'resources/schema/dateline-1.schema.json'],
    [['schema', '--out', 'x.json'], 'x.json'],
  ])('%j writes the schema', async (args, path) => {
    const world = createWorld();
    expect(await runCli(args, world.io)).toBe(0);
    expect(world.written).toEqual({ [path]: formatJsonSchema() });
  });

  it('ends with 2 when it cannot write', async () => {
    const world = createWorld();
    expect(await runCli(['schema', '--out', 'locked'], world.io)).toBe(2);
    expect(world.complained).toEqual(['locked: permission denied']);
  });
});

describe('usage', () => {
  const misuses = [[], ['other'], ['validate'], ['validate', 'a', 'b'], ['schema', '--out']];
  it.each(misuses.map((args) => [args]))('%j is explained and ends with 2', async (args) => {
    const world = createWorld();
    expect(await runCli(args, world.io)).toBe(2);
    expect(world.complained.join('\n')).toMatch(/validate EXPORT\.json/);
    expect(world.said).toEqual([]);
  });

  it('help ends with 0', async () => {
    const world = createWorld();
    expect(await runCli(['help'], world.io)).toBe(0);
    expect(world.said.join('\n')).toMatch(/validate EXPORT\.json/);
  });
});
