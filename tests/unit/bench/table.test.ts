import { describe, expect, it } from 'vitest';
import { type Measured, resultsOf, type SubjectName } from '../../../bench/results';
import type { RowName } from '../../../bench/rows/row';
import { unitOf } from '../../../bench/rows/row';
import type { ShapeName } from '../../../bench/shapes';
import { reportOf, tableOf } from '../../../bench/table';

type Line = readonly [RowName, ShapeName, Partial<Record<SubjectName, Measured>>];

function resultsFor(...lines: readonly Line[]) {
  return resultsOf(
    lines.flatMap(([row, shape, measured]) =>
      Object.entries(measured).map(([subject, values]) => ({
        shape,
        row,
        subject: subject as SubjectName,
        unit: unitOf(row),
        measured: values,
      })),
    ),
  );
}

const five = [1, 2, 3, 4, 5];

describe('the table', () => {
  it('stands in columns, rows and shapes in their own order', () => {
    const results = resultsFor(
      ['memory', 'A', { dateline: [200, 200, 200, 200, 200] }],
      ['add', 'B', { dateline: five, mark: [1_234, 1_234, 1_234, 1_234, 1_234] }],
      ['add', 'A', { dateline: five, mark: five, 'recogito-span': 'exceeded' }],
    );
    expect(tableOf(results).split('\n')).toEqual([
      'row     shape  unit  dateline   mark           recogito-span  recogito-highlight  to mark  to best baseline',
      'add     A      ms    3.0 (5.0)  3.0 (5.0)      > 60 s         –                   1.00×    1.00×',
      'add     B      ms    3.0 (5.0)  1,234 (1,234)  –              –                   0.00×    0.00×',
      'memory  A      MB    200 (200)  –              –              –                   –        –',
    ]);
  });

  const cells = [
    { name: 'fewer than five values', values: [7, 7], reads: '7.0 (7.0) ×2' },
    { name: 'five values', values: five, reads: '3.0 (5.0)' },
    { name: 'just below a hundred', values: [99.94], reads: '99.9 (99.9) ×1' },
    { name: 'a hundred and a half', values: [100.5], reads: '101 (101) ×1' },
    { name: 'thousands', values: [12_345.6], reads: '12,346 (12,346) ×1' },
    { name: 'what took over a minute', values: 'exceeded', reads: '> 60 s' },
  ] as const;
  it.each(cells)('shows $name', ({ values, reads }) => {
    expect(tableOf(resultsFor(['open', 'A', { mark: values }]))).toContain(
      `ms    –         ${reads}`,
    );
  });

  const ratios = [
    { name: 'below ten by hundredths', dateline: [15], mark: [4], reads: '3.75×    3.75×' },
    { name: 'from ten on as whole numbers', dateline: [106], mark: [10], reads: '11×      11×' },
  ];
  it.each(ratios)('shows ratios $name', ({ dateline, mark, reads }) => {
    expect(tableOf(resultsFor(['open', 'A', { dateline, mark }]))).toContain(reads);
  });
});

describe('the report', () => {
  const facts = { machine: '2 × Mill', program: 'Dateline 1' };

  it('says of each part under what conditions it was measured', () => {
    const parts = [
      { ...facts, shapes: ['A', 'B'], isQuick: false },
      { ...facts, shapes: ['C'], isQuick: true },
      { ...facts, shapes: [], isQuick: false },
    ] as const;
    expect(reportOf({ results: [], parts }).split('\n').slice(0, 4)).toEqual([
      'A, B: 2 × Mill · Dateline 1',
      'quick run of C: 2 × Mill · Dateline 1',
      'nothing: 2 × Mill · Dateline 1',
      '',
    ]);
  });

  it('has the slopes of the program alone', () => {
    const results = resultsFor(
      ['add', '1k', { dateline: [10], mark: [10] }],
      ['add', '10k', { dateline: [11], mark: [30] }],
      ['add', '100k', { dateline: [12], mark: [50] }],
      ['undo', '1k', { dateline: [6] }],
      ['undo', '10k', { dateline: [4] }],
      ['undo', '100k', { dateline: [2] }],
      ['drag', '1k', { dateline: [6] }],
      ['drag', '10k', { dateline: [4] }],
    );
    expect(reportOf({ results, parts: [] }).split('\n').slice(-2)).toEqual([
      'slope of add: +1.0 ms for each tenfold of annotations off screen',
      'slope of undo: −2.0 ms for each tenfold of annotations off screen',
    ]);
  });
});
