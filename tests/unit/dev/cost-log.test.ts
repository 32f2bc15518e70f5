import { describe, expect, it } from 'vitest';
import {
  type Cost,
  type CostLog,
  costsKept,
  emptyLog,
  follow,
  type Job,
  type Sighting,
} from '../../../src/renderer/dev/costs/cost-log';
import { summariseCosts } from '../../../src/renderer/dev/costs/figures';

const input = (at: number): Sighting => ({ kind: 'input', at });
const begun = (at: number): Sighting => ({ kind: 'begun', at });
const opened = (at: number): Sighting => ({ kind: 'opened', at });
const changed = (at: number): Sighting => ({ kind: 'changed', at });
const drawn = (at: number, since: number): Sighting => ({ kind: 'drawn', at, since });
const applied = (at: number, job: Job | 'other'): Sighting => ({ kind: 'applied', at, job });
const written = (at: number): Sighting => ({ kind: 'written', at });

function followAll(sightings: readonly Sighting[], log: CostLog = emptyLog): CostLog {
  return sightings.reduce(follow, log);
}

interface Case {
  readonly name: string;
  readonly seen: readonly Sighting[];
  readonly costs: readonly Cost[];
}

const cases: readonly Case[] = [
  {
    name: 'an edit that is drawn before it is stored',
    seen: [
      input(1_000),
      changed(1_004),
      begun(1_005),
      drawn(1_030, 1_004),
      applied(1_050, 'tag'),
      written(1_080),
    ],
    costs: [{ job: 'tag', known: 4, drawn: 30, stored: 80 }],
  },
  {
    name: 'an edit that is drawn once it is in the store',
    seen: [
      input(1_000),
      begun(1_002),
      applied(1_040, 'undo'),
      changed(1_040),
      written(1_060),
      drawn(1_070, 1_040),
    ],
    costs: [{ job: 'undo', known: 40, drawn: 70, stored: 60 }],
  },
  {
    name: 'opening, which is over when it is drawn',
    seen: [input(500), opened(640), drawn(700, 640)],
    costs: [{ job: 'open', known: 140, drawn: 200, stored: null }],
  },
  {
    name: 'the last of several keys counts, as of Ctrl and Z',
    seen: [
      input(100),
      input(160),
      changed(162),
      begun(163),
      applied(170, 'undo'),
      drawn(180, 162),
      written(200),
    ],
    costs: [{ job: 'undo', known: 2, drawn: 20, stored: 40 }],
  },
  {
    name: 'two keys in a row: each has its own act, saved together',
    seen: [
      input(100),
      changed(102),
      begun(103),
      input(130),
      changed(133),
      begun(134),
      drawn(140, 102),
      applied(150, 'tag'),
      drawn(160, 133),
      applied(170, 'undo'),
      written(200),
    ],
    costs: [
      { job: 'tag', known: 2, drawn: 40, stored: 100 },
      { job: 'undo', known: 3, drawn: 30, stored: 70 },
    ],
  },
  {
    name: 'a second act that waits for the first to be stored',
    seen: [
      input(100),
      begun(101),
      input(110),
      begun(111),
      applied(140, 'tag'),
      changed(140),
      applied(190, 'undo'),
      changed(190),
      drawn(170, 140),
      drawn(220, 190),
      written(200),
    ],
    costs: [
      { job: 'tag', known: 40, drawn: 70, stored: 100 },
      { job: 'undo', known: 80, drawn: 110, stored: 90 },
    ],
  },
  {
    name: 'an act of another kind leaves nothing, and nothing in the way of the next one',
    seen: [
      input(100),
      changed(101),
      begun(102),
      drawn(110, 101),
      applied(120, 'other'),
      written(130),
      input(200),
      changed(202),
      begun(203),
      drawn(220, 202),
      applied(230, 'tag'),
      written(240),
    ],
    costs: [{ job: 'tag', known: 2, drawn: 20, stored: 40 }],
  },
  {
    name: 'an act that changes nothing leaves nothing, and nothing in the way of the next one',
    seen: [
      input(100),
      begun(101),
      written(120),
      input(200),
      changed(202),
      drawn(220, 202),
      applied(230, 'tag'),
      written(240),
    ],
    costs: [{ job: 'tag', known: 2, drawn: 20, stored: 40 }],
  },
  {
    name: 'an act of another article leaves nothing',
    seen: [
      input(100),
      begun(101),
      applied(110, 'undo'),
      written(120),
      changed(300),
      drawn(320, 300),
    ],
    costs: [],
  },
  {
    name: 'what no input led to, as an import, leaves nothing',
    seen: [begun(100), changed(110), applied(111, 'tag'), drawn(130, 110), written(140)],
    costs: [],
  },
  {
    name: 'what comes long after the last input is not its doing',
    seen: [input(100), opened(10_101), drawn(10_140, 10_101)],
    costs: [],
  },
  {
    name: 'an article that is left before it is drawn leaves nothing',
    seen: [input(100), opened(150), input(160), opened(220), drawn(260, 220)],
    costs: [{ job: 'open', known: 60, drawn: 100, stored: null }],
  },
  {
    name: 'one input opens an article and is not that of what follows',
    seen: [input(100), opened(150), drawn(190, 150), changed(400), drawn(430, 400), written(440)],
    costs: [{ job: 'open', known: 50, drawn: 90, stored: null }],
  },
  {
    name: 'everything is written while an article is being drawn',
    seen: [input(100), opened(150), written(160), drawn(190, 150)],
    costs: [{ job: 'open', known: 50, drawn: 90, stored: null }],
  },
];

describe('what a key or click cost', () => {
  it.each(cases)('$name', ({ seen, costs }) => {
    const log = followAll(seen);
    expect(log.costs).toEqual(costs);
  });

  it.each(cases)('leaves nothing waiting: $name', ({ seen }) => {
    expect(followAll([...seen, written(99_999)]).underWay).toEqual([]);
  });

  it('is kept for the last times of each job', () => {
    let log = followAll([input(0), opened(1), drawn(2, 1)]);
    for (let turn = 1; turn <= costsKept + 3; turn += 1) {
      const at = turn * 100;
      log = followAll(
        [
          input(at),
          changed(at + turn),
          drawn(at + 50, at + turn),
          applied(at + 60, 'tag'),
          written(at + 70),
        ],
        log,
      );
    }
    const tagged = log.costs.filter(({ job }) => job === 'tag');
    expect(tagged.map(({ known }) => known)).toEqual(
      Array.from({ length: costsKept }, (_, index) => index + 4),
    );
    expect(log.costs.filter(({ job }) => job === 'open')).toHaveLength(1);
  });
});

describe('the table of costs', () => {
  it('has the last time and the median of each job that was done, part by part', () => {
    expect(
      summariseCosts([
        { job: 'undo', known: 1, drawn: 30, stored: 90 },
        { job: 'undo', known: 3, drawn: 20, stored: 60 },
        { job: 'open', known: 80, drawn: 140, stored: null },
        { job: 'undo', known: 2, drawn: 40, stored: 70 },
      ]),
    ).toEqual([
      {
        job: 'open',
        last: expect.objectContaining({ known: 80, drawn: 140, stored: null }),
        median: { known: 80, drawn: 140, stored: null },
        runs: 1,
      },
      {
        job: 'undo',
        last: expect.objectContaining({ known: 2, drawn: 40, stored: 70 }),
        median: { known: 2, drawn: 30, stored: 70 },
        runs: 3,
      },
    ]);
  });

  it('is empty when nothing was done', () => {
    expect(summariseCosts([])).toEqual([]);
  });
});
