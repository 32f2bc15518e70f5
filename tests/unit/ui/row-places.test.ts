import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { RowPlaces } from '../../../src/renderer/ui/row-places';

interface Row {
  readonly key: string;
  readonly guess: number;
}

const pool: readonly Row[] = Array.from({ length: 40 }, (_, number) => ({
  key: `row ${number}`,
  guess: 20 + (number % 3) * 10,
}));

/** Counts how often rows are asked for their height. */
function placesOf(rows: readonly Row[]) {
  const asked: string[] = [];
  const places = new RowPlaces<Row>({
    keyOf: ({ key }) => key,
    heightOf: ({ key, guess }) => {
      asked.push(key);
      return guess;
    },
  });
  places.take(rows);
  return { places, asked };
}

test.each([
  { change: 'one added in the middle', after: [0, 1, 9, 2, 3], asked: ['row 9'] },
  { change: 'one taken away', after: [0, 2, 3], asked: [] },
  { change: 'one replaced', after: [0, 9, 2, 3], asked: ['row 9'] },
  { change: 'one added at the end', after: [0, 1, 2, 3, 9], asked: ['row 9'] },
  { change: 'none', after: [0, 1, 2, 3], asked: [] },
])('of rows known before, none is asked again: $change', ({ after, asked: wanted }) => {
  const { places, asked } = placesOf(pool.slice(0, 4));
  asked.length = 0;
  places.take(after.map((number) => pool[number] as Row));
  expect(asked).toEqual(wanted);
});

test.each([
  { top: -5, index: 0 },
  { top: 0, index: 0 },
  { top: 19.9, index: 0 },
  { top: 20, index: 1 },
  { top: 89, index: 2 },
  { top: 5_000, index: 2 },
])('over the pixel at $top lies row $index', ({ top, index }) => {
  expect(placesOf(pool.slice(0, 3)).places.indexAt(top)).toBe(index);
});

it('has no row over any pixel when there are none', () => {
  expect(placesOf([]).places.indexAt(10)).toBe(-1);
});

it('tells by how much rows above a place have moved it', () => {
  const { places } = placesOf(pool.slice(0, 4));
  const heights = new Map([
    [0, 25],
    [1, 30],
    [3, 99],
  ]);
  expect(places.measure(heights, 40)).toEqual({ moved: 5, isOther: true });
  expect(places.measure(heights, 40)).toEqual({ moved: 0, isOther: false });
});

test('rows lie one below the other, by the height measured last or else by the guess', () => {
  const lists = fc.shuffledSubarray([...pool]);
  const step = fc.oneof(
    lists.map((rows) => ({ rows, heights: null })),
    fc
      .array(fc.tuple(fc.nat(39), fc.integer({ min: 1, max: 80 })))
      .map((pairs) => ({ rows: null, heights: new Map(pairs) })),
  );
  fc.assert(
    fc.property(lists, fc.array(step, { maxLength: 8 }), (first, steps) => {
      const { places } = placesOf(first);
      const measured = new Map<string, number>();
      for (const { rows, heights } of steps) {
        if (rows) places.take(rows);
        else {
          places.measure(heights, 0);
          for (const [index, height] of heights) {
            const row = places.rows[index];
            if (row) measured.set(row.key, height);
          }
        }
        let start = 0;
        for (const [index, { key, guess }] of places.rows.entries()) {
          expect(places.startOf(index)).toBe(start);
          start += measured.get(key) ?? guess;
        }
        expect(places.total).toBe(start);
      }
    }),
  );
});
