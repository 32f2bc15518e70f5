import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnnotationKind, annotationKinds } from '../../../../src/core/annotation/annotation';
import { makeId } from '../../../../src/core/ids';
import {
  annotationTableRows,
  sortBy,
  summarize,
  type TableColumnName,
  type TableView,
  wholeView,
} from '../../../../src/renderer/panels/table/annotation-table-rows';
import type { RosterRow } from '../../../../src/renderer/workspace/annotation-roster';
import { someTime } from '../../../support/builders';

const mill = { id: makeId('art', 'mill'), title: 'The Rimyong Paper Mill' };
const quay = { id: makeId('art', 'quay'), title: '새 부두 준공' };
const articles = [quay, mill];

function rowOf(id: string, facts: Partial<Omit<RosterRow, 'id'>> = {}): RosterRow {
  return {
    id: makeId('ann', id),
    articleId: mill.id,
    kind: 'enterprise',
    value: null,
    words: id,
    coder: 'Han',
    start: 0,
    end: 10,
    fragmentCount: 1,
    updatedAt: someTime,
    hasNote: false,
    ...facts,
  } as RosterRow;
}

const paper = rowOf('paper', { words: 'Paper Mill', value: 'Rimyong Mill', start: 40 });
const plan = rowOf('plan', {
  kind: 'claim',
  value: 'completed',
  words: 'overfulfilled the plan',
  start: 10,
  coder: '',
});
const may = rowOf('may', {
  kind: 'date',
  value: '2024-05',
  words: 'last May',
  start: 90,
  updatedAt: '2026-11-22T10:00:00.000Z',
});
const dock = rowOf('dock', {
  articleId: quay.id,
  words: '남강부두',
  coder: 'An',
  start: 500,
  updatedAt: '2026-11-22T08:00:00.000Z',
});
const rows = [paper, plan, may, dock];

function valueOf({ value }: RosterRow): string | null {
  return value === '2024-05' ? 'May 2024' : value;
}

function shown(view: Partial<TableView>, some: readonly RosterRow[] = rows): readonly RosterRow[] {
  return annotationTableRows({ rows: some, view: { ...wholeView, ...view }, articles, valueOf });
}

function idsOf(some: readonly RosterRow[]): readonly string[] {
  return some.map(({ id }) => id.slice('ann_'.length));
}

describe('the order', () => {
  const cases: readonly {
    readonly column: TableColumnName;
    readonly ascending: readonly string[];
    readonly descending: readonly string[];
  }[] = [
    {
      column: 'place',
      ascending: ['dock', 'plan', 'paper', 'may'],
      descending: ['may', 'paper', 'plan', 'dock'],
    },
    {
      column: 'kind',
      ascending: ['dock', 'paper', 'plan', 'may'],
      descending: ['may', 'plan', 'dock', 'paper'],
    },
    {
      column: 'words',
      ascending: ['may', 'plan', 'paper', 'dock'],
      descending: ['dock', 'paper', 'plan', 'may'],
    },
    {
      column: 'value',
      ascending: ['may', 'plan', 'paper', 'dock'],
      descending: ['paper', 'plan', 'may', 'dock'],
    },
    {
      column: 'coder',
      ascending: ['dock', 'paper', 'may', 'plan'],
      descending: ['paper', 'may', 'dock', 'plan'],
    },
    {
      column: 'changed',
      ascending: ['dock', 'plan', 'paper', 'may'],
      descending: ['may', 'plan', 'paper', 'dock'],
    },
  ];
  for (const { column, ...orders } of cases)
    for (const direction of ['ascending', 'descending'] as const)
      it(`by ${column}, ${direction}`, () => {
        expect(idsOf(shown({ sort: { column, direction } }))).toEqual(orders[direction]);
      });

  it('puts annotations of an article that is not in the library last', () => {
    const lost = rowOf('lost', { articleId: makeId('art', 'elsewhere'), start: 1 });
    expect(idsOf(shown({}, [lost, ...rows])).at(-1)).toBe('lost');
  });

  it('does not tell capitals and composition apart', () => {
    const some = ['zeal', 'Anju', 'anju', '나무'.normalize('NFD'), '가지'].map((words, index) =>
      rowOf(String(index), { words, start: index }),
    );
    const sort = { column: 'words', direction: 'ascending' } as const;
    expect(shown({ sort }, some).map(({ words }) => words.normalize('NFC'))).toEqual([
      'Anju',
      'anju',
      'zeal',
      '가지',
      '나무',
    ]);
  });
});

describe('the filters', () => {
  const cases: readonly {
    readonly name: string;
    readonly view: Partial<TableView>;
    readonly ids: readonly string[];
  }[] = [
    { name: 'everything', view: {}, ids: ['dock', 'plan', 'paper', 'may'] },
    { name: 'some kinds', view: { kinds: ['claim', 'date'] }, ids: ['plan', 'may'] },
    { name: 'no kind', view: { kinds: [] }, ids: [] },
    { name: 'one coder', view: { coder: 'An' }, ids: ['dock'] },
    { name: 'those who gave no name', view: { coder: '' }, ids: ['plan'] },
    { name: 'words, whatever their case', view: { query: 'PAPER' }, ids: ['plan', 'paper', 'may'] },
    { name: 'words beyond those of a title', view: { query: 'the plan' }, ids: ['plan'] },
    { name: 'a value as it reads', view: { query: 'may 2024' }, ids: ['may'] },
    { name: 'the title of an article', view: { query: '준공' }, ids: ['dock'] },
    { name: 'decomposed hangul', view: { query: '남강'.normalize('NFD') }, ids: ['dock'] },
    { name: 'blanks round the words', view: { query: '  last may ' }, ids: ['may'] },
    { name: 'blanks alone', view: { query: '  ' }, ids: ['dock', 'plan', 'paper', 'may'] },
    { name: 'nothing', view: { query: 'copper' }, ids: [] },
    {
      name: 'what passes all of them',
      view: { kinds: ['enterprise', 'date'], coder: 'Han', query: 'mill' },
      ids: ['paper', 'may'],
    },
  ];
  it.each(cases)('let $name through', ({ view, ids }) => {
    expect(idsOf(shown(view))).toEqual(ids);
  });

  const looks = [
    { typed: "workers' hall", words: 'Workers’ Hall' },
    { typed: 'jang-jin', words: 'Jang‑jin' },
    { typed: '"speed"', words: '“Speed” drive' },
    { typed: 'steel works', words: 'Steel\u00a0Works' },
    { typed: '강철공장', words: '강철공장'.normalize('NFD') },
  ];
  it.each(looks)('find $words by $typed', ({ typed, words }) => {
    expect(shown({ query: typed }, [rowOf('one', { words })])).toHaveLength(1);
  });
});

describe('whatever the view', () => {
  const anyRow = fc
    .record({
      start: fc.nat(5),
      words: fc.constantFrom('a', 'B', 'b', '가', ''),
      coder: fc.constantFrom('', 'x', 'Y'),
      articleId: fc.constantFrom(mill.id, quay.id),
    })
    .map((facts) => facts);
  const anyView: fc.Arbitrary<TableView> = fc.record({
    kinds: fc.subarray([...annotationKinds]),
    coder: fc.constantFrom(null, '', 'x'),
    query: fc.constantFrom('', 'b', '가'),
    sort: fc.record({
      column: fc.constantFrom<TableColumnName>('kind', 'words', 'value', 'place', 'coder'),
      direction: fc.constantFrom('ascending', 'descending'),
    }),
  });

  it('the order does not depend on the order in which rows arrive, and no row is made up or doubled', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), anyView, (facts, view) => {
        const some = facts.map((fact, index) =>
          rowOf(`${index}`, { ...fact, kind: annotationKinds[index % 3] as AnnotationKind }),
        );
        const forth = shown(view, some);
        expect(shown(view, some.toReversed())).toEqual(forth);
        expect(new Set(forth).size).toBe(forth.length);
        for (const row of some)
          expect(forth.includes(row)).toBe(
            shown({ ...view, sort: wholeView.sort }, [row]).length === 1,
          );
      }),
    );
  });
});

describe('sortBy', () => {
  it.each([
    { name: 'another column from its beginning', column: 'words', to: 'ascending' },
    { name: 'the time of change from the newest', column: 'changed', to: 'descending' },
    { name: 'the same column the other way round', column: 'place', to: 'descending' },
  ] as const)('orders $name', ({ column, to }) => {
    expect(sortBy(wholeView.sort, column)).toEqual({ column, direction: to });
  });

  it('comes back to the first way', () => {
    expect(sortBy(sortBy(wholeView.sort, 'place'), 'place')).toEqual(wholeView.sort);
  });
});

it('summarize counts the kinds and names each coder once', () => {
  expect(summarize([...rows, rowOf('more', { coder: 'an' })])).toEqual({
    counts: { enterprise: 3, claim: 1, date: 1 },
    coders: ['', 'An', 'an', 'Han'],
  });
});

it('summarize counts the same words of one article once', () => {
  const others: readonly Partial<Omit<RosterRow, 'id'>>[] = [
    { coder: 'An', value: 'Another Name' },
    { end: 30 },
    { kind: 'claim', value: 'planned' },
    { articleId: quay.id },
    { mention: 'enterprise 0-4 6-10', fragmentCount: 2 },
    { mention: 'enterprise 0-4 6-10', fragmentCount: 2, coder: 'An' },
    { mention: 'enterprise 0-5 6-10', fragmentCount: 2 },
  ];
  const shared = [rowOf('first'), ...others.map((facts, index) => rowOf(`${index}`, facts))];
  expect(summarize(shared).counts).toEqual({ enterprise: 5, claim: 1, date: 0 });
});

describe('50,000 rows', () => {
  const many = Array.from({ length: 50_000 }, (_, index) => {
    const shuffled = (index * 7_919) % 50_000;
    const words = index % 2 === 0 ? `Works No. ${shuffled} of Rimyong` : `제${shuffled} 강철공장`;
    return rowOf(`${shuffled}`, { words, start: shuffled, value: `Name ${shuffled % 900}` });
  });

  it.each(['place', 'words', 'value'] as const)(
    'are ordered by %s, the value of each being asked for once',
    (column) => {
      let asked = 0;
      const ordered = annotationTableRows({
        rows: many,
        view: { ...wholeView, sort: { column, direction: 'descending' }, query: 'o' },
        articles,
        valueOf: (row) => {
          asked += 1;
          return valueOf(row);
        },
      });
      expect(ordered.length).toBeGreaterThan(20_000);
      expect(asked).toBeLessThanOrEqual(many.length);
    },
  );
});
