import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeSnapshot, snapshotChunkBytes } from '../../../../src/codecs/backup/encode-snapshot';
import { gzip } from '../../../../src/codecs/backup/gzip';
import { readSnapshot } from '../../../../src/codecs/backup/read-snapshot';
import { makeId } from '../../../../src/core/ids';
import { articleDefinition } from '../../../../src/core/records/article';
import type { SnapshotBatch, SnapshotHead, SnapshotSource } from '../../../../src/core/snapshot';
import { annotationOf, buildArticle, someTime } from '../../../support/builders';
import { anyAnnotation, anyArticle, anyEntry } from './any-entries';

const text = 'The Kangan Steel Works met its plan on 5 May 2024.';
const works = annotationOf(text, 'Kangan Steel Works');
const article = buildArticle();
const head: SnapshotHead = {
  program: '1.0.0',
  lineage: makeId('lin', 'one'),
  from: 0,
  at: someTime,
};
const headLine = { format: 'dateline-snapshot', formatVersion: 1, ...head };

async function* each<T>(values: Iterable<T>): AsyncGenerator<T> {
  yield* values;
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<readonly Uint8Array[]> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return all;
}

function sourceOf(batches: readonly SnapshotBatch[], to: number): SnapshotSource {
  return { head, pieces: each([...batches, { kind: 'end' as const, to }]) };
}

/** Lines as the compressed bytes of a snapshot. A line that is a string is taken as it is. */
function compressed(lines: readonly unknown[]): AsyncIterable<Uint8Array> {
  const words = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)));
  return gzip(each([new TextEncoder().encode(words.map((line) => `${line}\n`).join(''))]));
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(Buffer.concat(await collect(chunks)));
}

/** So many letters without a pattern, which hardly compress. */
function wildText(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(35 + (seed % 56));
  }).join('');
}

async function read(chunks: AsyncIterable<Uint8Array>) {
  const batches: SnapshotBatch[] = [];
  const outcome = await readSnapshot(chunks, (batch) => {
    batches.push(batch);
  });
  return { outcome, batches };
}

describe('a snapshot', () => {
  const anyBatch: fc.Arbitrary<SnapshotBatch> = fc.oneof(
    fc.record({ kind: fc.constant('articles' as const), rows: fc.array(anyArticle) }),
    fc.record({ kind: fc.constant('annotations' as const), rows: fc.array(anyAnnotation) }),
    fc.record({
      kind: fc.constant('state' as const),
      rows: fc.array(
        fc.record({
          key: fc
            .string({ minLength: 1 })
            .filter((key) => !key.endsWith('k') && !key.endsWith('p')),
          value: fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__')),
        }),
      ),
    }),
  );

  it('comes out as it went in, batch by batch', () =>
    fc.assert(
      fc.asyncProperty(fc.array(anyBatch), fc.option(anyEntry(1)), async (rows, entry) => {
        const entries: readonly SnapshotBatch[] = entry ? [{ kind: 'entries', rows: [entry] }] : [];
        const batches = [...rows, ...entries];
        const countOf = (kind: SnapshotBatch['kind']): number =>
          batches.reduce((sum, batch) => sum + (batch.kind === kind ? batch.rows.length : 0), 0);
        const to = entry ? 1 : 0;
        const found = await read(encodeSnapshot(sourceOf(batches, to)));
        expect(found.outcome).toEqual({
          ok: true,
          value: {
            ...head,
            to,
            articles: countOf('articles'),
            annotations: countOf('annotations'),
            entries: countOf('entries'),
          },
        });
        // Through JSON a zero has no sign.
        expect(found.batches).toEqual(JSON.parse(JSON.stringify(batches)));
      }),
    ));

  it('is the same however its bytes are cut', async () => {
    const bytes = await bytesOf(
      encodeSnapshot(sourceOf([{ kind: 'articles', rows: [{ ...article, title: '강안 🏭' }] }], 0)),
    );
    const whole = await read(each([bytes]));
    const cut = await read(each(Array.from(bytes, (byte) => Uint8Array.of(byte))));
    expect(whole.outcome.ok).toBe(true);
    expect(cut).toEqual(whole);
  });

  it('comes in chunks of no more than a mebibyte, though a line be longer', async () => {
    const digits = wildText(3 * 1024 * 1024);
    const long = { ...article, note: digits };
    const chunks = await collect(encodeSnapshot(sourceOf([{ kind: 'articles', rows: [long] }], 0)));
    expect(chunks.length).toBeGreaterThan(2);
    const lengths = chunks.map(({ length }) => length);
    expect(lengths.slice(0, -1)).toEqual(lengths.slice(0, -1).map(() => snapshotChunkBytes));
    expect(lengths.at(-1)).toBeLessThanOrEqual(snapshotChunkBytes);
    const { outcome, batches } = await read(each(chunks));
    expect(outcome.ok).toBe(true);
    expect(batches).toEqual([{ kind: 'articles', rows: [long] }]);
  });

  it('is read no faster than it is taken', async () => {
    const note = wildText(40_000);
    const rows = Array.from({ length: 400 }, (_, at) => ({ ...article, note: `${at}${note}` }));
    let given = 0;
    async function* pieces(): SnapshotSource['pieces'] & AsyncGenerator {
      for (const row of rows) {
        given += 1;
        yield { kind: 'articles' as const, rows: [row] };
      }
      yield { kind: 'end' as const, to: 0 };
    }
    let taken = 0;
    let farthest = 0;
    await readSnapshot(encodeSnapshot({ head, pieces: pieces() }), async () => {
      taken += 1;
      farthest = Math.max(farthest, given - taken);
      await new Promise((resolve) => setTimeout(resolve));
    });
    expect(taken).toBe(rows.length);
    expect(farthest).toBeLessThan(100);
  });

  it('throws what its source throws, and what takes it', async () => {
    async function* broken(): SnapshotSource['pieces'] & AsyncGenerator {
      yield { kind: 'articles' as const, rows: [article] };
      throw new Error('the store is closed');
    }
    await expect(collect(encodeSnapshot({ head, pieces: broken() }))).rejects.toThrow(
      'the store is closed',
    );
    const refuse = (): void => {
      throw new Error('no room');
    };
    const snapshot = encodeSnapshot(sourceOf([{ kind: 'articles', rows: [article] }], 0));
    await expect(readSnapshot(snapshot, refuse)).rejects.toThrow('no room');
    async function* unread(): AsyncGenerator<Uint8Array> {
      yield Uint8Array.of(0x1f, 0x8b);
      throw new Error('the disk is gone');
    }
    await expect(readSnapshot(unread(), () => {})).rejects.toThrow('the disk is gone');
  });

  it('tells its source when nobody reads on', async () => {
    let isOver = false;
    async function* endless(): SnapshotSource['pieces'] & AsyncGenerator {
      try {
        for (;;)
          yield {
            kind: 'articles' as const,
            rows: [{ ...article, note: crypto.randomUUID().repeat(500) }],
          };
      } finally {
        isOver = true;
      }
    }
    for await (const chunk of encodeSnapshot({ head, pieces: endless() })) {
      expect(chunk.length).toBe(snapshotChunkBytes);
      break;
    }
    expect(isOver).toBe(true);
  });
});

describe('what is no snapshot', () => {
  const end = { end: { to: 0, articles: 1, annotations: 0, entries: 0 } };
  const rows = { articles: [article] };
  const stack = (value: unknown) => ({ state: [{ key: 'undo-stack', value }] });
  const cases: readonly {
    readonly name: string;
    readonly lines: readonly unknown[];
    readonly fault: { readonly code: string; readonly line: number; readonly place?: string };
  }[] = [
    { name: 'no line', lines: [], fault: { code: 'truncated', line: 1 } },
    { name: 'no end', lines: [headLine, rows], fault: { code: 'truncated', line: 3 } },
    { name: 'a head alone', lines: [headLine], fault: { code: 'truncated', line: 2 } },
    { name: 'no JSON', lines: ['Title: a report'], fault: { code: 'malformed', line: 1 } },
    {
      name: 'half a line',
      lines: [headLine, '{"articles":['],
      fault: { code: 'malformed', line: 2 },
    },
    { name: 'other JSON', lines: [{ articles: [] }], fault: { code: 'foreign', line: 1 } },
    { name: 'no object', lines: ['null'], fault: { code: 'foreign', line: 1 } },
    {
      name: 'an export',
      lines: [{ format: 'dateline', version: 1 }],
      fault: { code: 'foreign', line: 1 },
    },
    {
      name: 'one of a newer program',
      lines: [{ ...headLine, formatVersion: 2, more: 1 }],
      fault: { code: 'newer', line: 1, place: '/formatVersion' },
    },
    {
      name: 'one with newer records',
      lines: [{ ...headLine, versions: { articles: articleDefinition.version + 1 } }],
      fault: { code: 'newer', line: 1, place: '/versions' },
    },
    {
      name: 'one of no version',
      lines: [{ ...headLine, formatVersion: 'x' }],
      fault: { code: 'wrong-value', line: 1, place: '/formatVersion' },
    },
    {
      name: 'one of no lineage',
      lines: [{ ...headLine, lineage: 'grp_1' }],
      fault: { code: 'wrong-value', line: 1, place: '/lineage' },
    },
    {
      name: 'rows of no kind',
      lines: [headLine, { texts: [] }],
      fault: { code: 'wrong-value', line: 2, place: '/texts' },
    },
    {
      name: 'rows of two kinds',
      lines: [headLine, { ...rows, state: [] }],
      fault: { code: 'wrong-value', line: 2, place: '/state' },
    },
    {
      name: 'a forged prototype',
      lines: [headLine, '{"__proto__":{"articles":[]}}'],
      fault: { code: 'wrong-value', line: 2, place: '/__proto__' },
    },
    {
      name: 'a line of nothing',
      lines: [headLine, {}],
      fault: { code: 'wrong-value', line: 2, place: '' },
    },
    {
      name: 'a row of another kind',
      lines: [headLine, { articles: [article, works] }],
      fault: { code: 'wrong-value', line: 2, place: '/articles/1/id' },
    },
    {
      name: 'a row with a key too many',
      lines: [headLine, { articles: [{ ...article, text: '' }] }],
      fault: { code: 'wrong-value', line: 2, place: '/articles/0' },
    },
    {
      name: 'an annotation whose fragment is empty',
      lines: [headLine, { annotations: [{ ...works, fragments: [{ start: 5, end: 5 }] }] }],
      fault: { code: 'wrong-value', line: 2, place: '/annotations/0/fragments/0' },
    },
    {
      name: 'an undo stack of another shape',
      lines: [headLine, stack({ undo: 1 })],
      fault: { code: 'wrong-value', line: 2, place: '/state/0' },
    },
    {
      name: 'a forged prototype in a small fact',
      lines: [headLine, '{"state":[{"key":"a","value":{"b":[{"__proto__":1}]}}]}'],
      fault: { code: 'wrong-value', line: 2, place: '/state/0' },
    },
    {
      name: 'fewer rows than it says',
      lines: [headLine, end],
      fault: { code: 'counts-differ', line: 2, place: '/end/articles' },
    },
    {
      name: 'more rows than it says',
      lines: [headLine, rows, rows, end],
      fault: { code: 'counts-differ', line: 4, place: '/end/articles' },
    },
    {
      name: 'another end of the log than it says',
      lines: [headLine, rows, { end: { ...end.end, to: 3 } }],
      fault: { code: 'counts-differ', line: 3, place: '/end/to' },
    },
    {
      name: 'a beginning after its end',
      lines: [{ ...headLine, from: 4 }, rows, end],
      fault: { code: 'counts-differ', line: 3, place: '/end/to' },
    },
    {
      name: 'something after its end',
      lines: [headLine, rows, end, rows],
      fault: { code: 'out-of-place', line: 4 },
    },
    {
      name: 'a second head',
      lines: [headLine, headLine],
      fault: { code: 'wrong-value', line: 2, place: '/format' },
    },
  ];
  it.each(cases)('is refused: $name', async ({ lines, fault }) => {
    const { outcome } = await read(compressed(lines));
    expect(outcome).toEqual({ ok: false, error: { place: '', ...fault } });
  });

  it('is refused: bytes that are not text', async () => {
    const bytes = Uint8Array.of(0x7b, 0xff, 0x0a);
    const { outcome } = await read(gzip(each([bytes])));
    expect(outcome).toMatchObject({ error: { code: 'not-text', line: 1 } });
  });

  const sound = () =>
    bytesOf(
      encodeSnapshot(
        sourceOf(
          [
            {
              kind: 'articles',
              rows: Array.from({ length: 300 }, (_, at) => ({ ...article, note: `${at * 7_919}` })),
            },
          ],
          0,
        ),
      ),
    );
  const damages: readonly {
    readonly name: string;
    readonly damage: (bytes: Uint8Array) => Uint8Array;
    readonly code: string;
  }[] = [
    { name: 'nothing left', damage: () => new Uint8Array(), code: 'truncated' },
    {
      name: 'half of it',
      damage: (bytes) => bytes.subarray(0, bytes.length / 2),
      code: 'truncated',
    },
    { name: 'all but its last byte', damage: (bytes) => bytes.subarray(0, -1), code: 'truncated' },
    {
      name: 'a byte turned within',
      damage: (bytes) => bytes.with(bytes.length >> 1, (bytes[bytes.length >> 1] ?? 0) ^ 0xff),
      code: 'corrupt',
    },
    {
      name: 'its sum turned',
      damage: (bytes) => bytes.with(bytes.length - 6, (bytes[bytes.length - 6] ?? 0) ^ 1),
      code: 'corrupt',
    },
    {
      name: 'no gzip',
      damage: () => new TextEncoder().encode(JSON.stringify(headLine)),
      code: 'corrupt',
    },
  ];
  it.each(damages)('is refused: $name', async ({ damage, code }) => {
    const { outcome } = await read(each([damage(await sound())]));
    expect(outcome).toMatchObject({ ok: false, error: { code } });
  });

  it('is refused wherever it is cut, and wherever a turned byte makes it say something else', async () => {
    const bytes = await sound();
    const said = await read(each([bytes]));
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: bytes.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          expect((await read(each([bytes.subarray(0, at)]))).outcome.ok).toBe(false);
          // The ten bytes of gzip's own head say nothing that matters.
          if (at < 10) return;
          const turned = bytes.with(at, (bytes[at] ?? 0) ^ mask);
          const reread = await read(each([turned]));
          // A bit that fills up the last byte before the checksum says nothing either.
          if (reread.outcome.ok) expect(reread).toEqual(said);
        },
      ),
    );
  });
});
