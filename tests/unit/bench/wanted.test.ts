import { describe, expect, it } from 'vitest';
import type { SubjectName } from '../../../bench/results';
import { type RowsTogether, rowNames } from '../../../bench/rows/row';
import { turnsOf } from '../../../bench/rows/turns';
import { wantedRows } from '../../../bench/rows/wanted';
import { type ShapeName, shapeOf } from '../../../bench/shapes';

describe('what is measured of a group of rows', () => {
  const group: RowsTogether = { rows: ['open', 'loaded'] };
  const cases: readonly {
    readonly name: string;
    readonly group: RowsTogether;
    readonly shape?: ShapeName;
    readonly subject?: SubjectName;
    readonly rows?: readonly (typeof rowNames)[number][];
    readonly isQuick?: boolean;
    readonly wanted: readonly string[];
  }[] = [
    { name: 'all, where nothing stands against it', group, wanted: ['open', 'loaded'] },
    { name: 'only what was asked for', group, rows: ['loaded', 'add'], wanted: ['loaded'] },
    { name: 'nothing for other subjects', group: { ...group, subjects: ['mark'] }, wanted: [] },
    {
      name: 'all for its subject',
      group: { ...group, subjects: ['mark'] },
      subject: 'mark',
      wanted: ['open', 'loaded'],
    },
    { name: 'nothing on other shapes', group: { ...group, shapes: ['C'] }, wanted: [] },
    {
      name: 'nothing where it takes too long for a quick run',
      group: { ...group, notWhenQuick: ['A'] },
      isQuick: true,
      wanted: [],
    },
    {
      name: 'all there in a full run',
      group: { ...group, notWhenQuick: ['A'] },
      wanted: ['open', 'loaded'],
    },
    { name: 'nothing of a baseline on a library', group, shape: 'E', subject: 'mark', wanted: [] },
    { name: 'all of the program on a library', group, shape: 'E', wanted: ['open', 'loaded'] },
    { name: 'nothing that a shape is not there for', group, shape: 'M', wanted: [] },
    {
      name: 'what a shape is there for',
      group: { rows: ['export', 'memory'] },
      shape: 'M',
      wanted: ['export'],
    },
  ];
  it.each(cases)('is $name', ({ group: given, shape = 'A', wanted, ...facts }) => {
    const asked = { rows: rowNames, subject: 'dateline', isQuick: false, ...facts } as const;
    expect(wantedRows(given, { ...asked, shape: shapeOf(shape) })).toEqual(wanted);
  });
});

describe('the turns of a measurement', () => {
  /** How many values come of turns that take so long each, in seconds. */
  function valuesOf(seconds: number, isQuick: boolean): number {
    let now = 0;
    let values = 0;
    for (const turn of turnsOf({ runs: 5, isQuick }, () => now)) {
      now += seconds * 1_000;
      if (turn > 0) values += 1;
    }
    return values;
  }

  const cases = [
    { name: 'all, when they take a moment', seconds: 0.1, quick: 5, full: 5 },
    { name: 'all in a full run, when they take a second', seconds: 1, quick: 2, full: 5 },
    {
      name: 'one in a quick run, when they take over five seconds',
      seconds: 5.5,
      quick: 1,
      full: 5,
    },
    { name: 'fewer in both, when they take most of a minute', seconds: 50, quick: 1, full: 2 },
    { name: 'one in both, when they take minutes', seconds: 300, quick: 1, full: 1 },
  ];
  it.each(cases)('give $name', ({ seconds, quick, full }) => {
    expect(valuesOf(seconds, true)).toBe(quick);
    expect(valuesOf(seconds, false)).toBe(full);
  });
});
