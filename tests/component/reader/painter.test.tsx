import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Annotation,
  annotationKinds,
  emptyBody,
} from '../../../src/core/annotation/annotation';
import { AnnotationIndex } from '../../../src/core/annotation/annotation-index';
import { laneCount } from '../../../src/core/annotation/lanes';
import { type Emphasis, noEmphasis, Painter } from '../../../src/renderer/reader/painter';
import { scrollToSpan } from '../../../src/renderer/reader/scroller';
import { annotationOf, buildAnnotation } from '../../support/builders';
import { type MountedSurface, mountSurface, nextFrames, unmountSurfaces } from './page';
import { longText } from './texts';

let painter: Painter | null = null;

afterEach(() => {
  painter?.dispose();
  painter = null;
  unmountSurfaces();
});

/** What is drawn: the words under each highlight that has some, in text order. */
function drawn(): Readonly<Record<string, readonly string[]>> {
  const entries = [...CSS.highlights].filter(([, highlight]) => highlight.size > 0);
  return Object.fromEntries(
    entries.map(([name, highlight]) => [name, rangesOf(highlight).map(String)]),
  );
}

function rangesOf(highlight: Highlight): readonly Range[] {
  return [...highlight]
    .filter((range) => range instanceof Range)
    .toSorted((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
}

function allRanges(): ReadonlySet<AbstractRange> {
  return new Set([...CSS.highlights].flatMap(([, highlight]) => [...highlight]));
}

async function paint(
  text: string,
  annotations: readonly Annotation[],
  emphasis: Partial<Emphasis> = {},
): Promise<MountedSurface & { readonly painter: Painter; readonly index: AnnotationIndex }> {
  const mounted = mountSurface(text);
  const index = new AnnotationIndex();
  index.load(annotations);
  painter = new Painter(mounted.surface, index, mounted.scroller);
  painter.repaint({ ...noEmphasis, ...emphasis });
  await nextFrames();
  return { ...mounted, painter, index };
}

const text = 'The Kangan Steel Works of Kangan met its plan on 5 May 2024.\nThe mine sent ore.';
const works = annotationOf(text, 'Kangan Steel Works');
const steel = annotationOf(text, 'Steel');
const claim = annotationOf(text, 'Kangan Steel Works of Kangan met its plan', {
  body: emptyBody('claim'),
});
const day = annotationOf(text, '5 May 2024', { body: emptyBody('date') });

describe('annotations', () => {
  it('are drawn each under its kind, in the first lane when alone', async () => {
    await paint(text, [works, day]);
    expect(drawn()).toEqual({ 'enterprise-0': ['Kangan Steel Works'], 'date-0': ['5 May 2024'] });
  });

  it('lie in different lanes when they overlap, the shorter nearer to the words', async () => {
    await paint(text, [claim, works, steel]);
    expect(drawn()).toEqual({
      'enterprise-0': ['Steel'],
      'enterprise-1': ['Kangan Steel Works'],
      'claim-2': ['Kangan Steel Works of Kangan met its plan'],
    });
  });

  it('are drawn in every block that they reach into', async () => {
    const across = buildAnnotation({ text, span: { start: 49, end: 69 } });
    await paint(text, [across]);
    expect(drawn()).toEqual({ 'enterprise-0': ['5 May 2024.', 'The mine'] });
  });

  it('share lanes by turns when more than there are lanes overlap', async () => {
    const nested = Array.from({ length: laneCount + 2 }, (_, depth) =>
      buildAnnotation({ text, span: { start: 20 - depth, end: 30 + depth } }),
    );
    await paint(text, nested);
    expect(Object.keys(drawn())).toHaveLength(laneCount);
  });

  it('have a rule of their own for every kind and lane', async () => {
    await paint(text, [works]);
    const offsets = annotationKinds.map((kind) =>
      Array.from({ length: laneCount }, (_, lane) => {
        const style = getComputedStyle(document.documentElement, `::highlight(${kind}-${lane})`);
        return `${style.textDecorationLine} ${style.textUnderlineOffset}`;
      }),
    );
    for (const lanes of offsets) {
      expect(new Set(lanes).size).toBe(laneCount);
      for (const lane of lanes) expect(lane).toMatch(/^underline [\d.]+px$/);
    }
  });
});

const priority = (name: string): number => CSS.highlights.get(name)?.priority ?? -1;

describe('emphasis', () => {
  const cases: readonly { name: string; emphasis: Partial<Emphasis>; expected: object }[] = [
    { name: 'nothing', emphasis: {}, expected: {} },
    {
      name: 'the selected annotation',
      emphasis: { selected: works.id },
      expected: { selected: ['Kangan Steel Works'] },
    },
    {
      name: 'the annotation pointed at',
      emphasis: { hovered: day.id },
      expected: { hovered: ['5 May 2024'] },
    },
    {
      name: 'places found, and the current one',
      emphasis: {
        found: [
          { start: 4, end: 10 },
          { start: 26, end: 32 },
        ],
        current: { start: 26, end: 32 },
      },
      expected: { found: ['Kangan', 'Kangan'], current: ['Kangan'] },
    },
    {
      name: 'the selection',
      emphasis: { selection: { start: 65, end: 69 } },
      expected: { selection: ['mine'] },
    },
    { name: 'an annotation that is gone', emphasis: { selected: claim.id }, expected: {} },
  ];
  it.each(cases)('draws $name', async ({ emphasis, expected }) => {
    await paint(text, [works, day], emphasis);
    expect(drawn()).toEqual({
      'enterprise-0': ['Kangan Steel Works'],
      'date-0': ['5 May 2024'],
      ...expected,
    });
  });

  it('lies above the annotations', async () => {
    await paint(text, [works]);
    expect(priority('enterprise-0')).toBe(0);
    expect(priority('claim-4')).toBe(0);
    for (const name of ['found', 'selected', 'hovered', 'selection', 'current'])
      expect(priority(name)).toBeGreaterThan(0);
    expect(priority('current')).toBeGreaterThan(priority('found'));
  });

  it('goes when it is taken away', async () => {
    const { painter: brush } = await paint(text, [works], { selected: works.id });
    brush.repaint(noEmphasis);
    expect(drawn()).toEqual({ 'enterprise-0': ['Kangan Steel Works'] });
  });
});

describe('after an edit', () => {
  it('only what differs is drawn again', async () => {
    const { painter: brush, index } = await paint(text, [works, day]);
    const before = allRanges();
    const mine = annotationOf(text, 'The mine');
    index.set(mine);
    brush.repaint();
    const after = allRanges();
    expect([...before].every((range) => after.has(range))).toBe(true);
    expect([...after].filter((range) => !before.has(range)).map(String)).toEqual(['The mine']);
    index.delete(mine.id);
    brush.repaint();
    expect(allRanges()).toEqual(before);
    expect([...allRanges()].every((range) => before.has(range))).toBe(true);
  });

  it('a neighbour whose lane changes moves to it', async () => {
    const { painter: brush, index } = await paint(text, [works, day]);
    index.set(steel);
    brush.repaint();
    expect(drawn()).toEqual({
      'enterprise-0': ['Steel'],
      'enterprise-1': ['Kangan Steel Works'],
      'date-0': ['5 May 2024'],
    });
  });

  it('another kind is another highlight', async () => {
    const { painter: brush, index } = await paint(text, [day]);
    index.set({ ...day, body: emptyBody('claim') });
    brush.repaint();
    expect(drawn()).toEqual({ 'claim-0': ['5 May 2024'] });
  });

  it('a note changes nothing that is drawn', async () => {
    const { painter: brush, index } = await paint(text, [works]);
    const before = [...allRanges()];
    index.set({ ...works, note: 'which of the two?' });
    brush.repaint();
    expect([...allRanges()]).toEqual(before);
    expect(allRanges().has(before[0] as Range)).toBe(true);
  });
});

function startOf(range: AbstractRange): { readonly node: Node; readonly offset: number } {
  return { node: range.startContainer, offset: range.startOffset };
}

describe('20,000 annotations over 1 MB', () => {
  const whole = longText(1_000_000);
  const every = whole.length / 20_000;
  const many = Array.from({ length: 20_000 }, (_, index) => {
    const start = Math.floor(index * every);
    return buildAnnotation({ id: `${index}`, text: whole, span: { start, end: start + 12 } });
  });
  let mounted: Awaited<ReturnType<typeof paint>>;

  beforeEach(async () => {
    mounted = await paint(whole, many);
  });

  it('are drawn near the viewport only, and wholly where it is', () => {
    const { surface, scroller } = mounted;
    const view = scroller.getBoundingClientRect();
    expect(allRanges().size).toBeGreaterThan(0);
    expect(allRanges().size).toBeLessThan(1_500);
    const inView = many.slice(0, 400).filter(({ fragments: [span] }) => {
      const { top, bottom } = surface.rangeOf(span).getBoundingClientRect();
      return top < view.bottom && bottom > view.top;
    });
    const words = new Set([...allRanges()].map((range) => surface.offsetAt(startOf(range))));
    expect(inView.length).toBeGreaterThan(10);
    for (const { fragments } of inView.slice(0, -1)) expect(words).toContain(fragments[0].start);
  });

  it('follow the viewport, and what is left behind is no longer registered', async () => {
    const { surface, scroller } = mounted;
    scrollToSpan(surface, scroller, { start: 500_000, end: 500_010 });
    await nextFrames(6);
    const starts = [...allRanges()].map((range) => surface.offsetAt(startOf(range)));
    expect(starts.length).toBeGreaterThan(0);
    expect(starts.length).toBeLessThan(2_000);
    expect(Math.min(...starts)).toBeGreaterThan(400_000);
    expect(Math.max(...starts)).toBeLessThan(600_000);
    expect(starts.some((start) => Math.abs(start - 500_000) < 500)).toBe(true);
  });

  it('touch nothing registered when one far away is added', () => {
    const { painter: brush, index } = mounted;
    const before = allRanges();
    index.set(buildAnnotation({ text: whole, span: { start: 900_000, end: 900_100 } }));
    brush.repaint();
    const after = allRanges();
    expect(after.size).toBe(before.size);
    expect([...after].every((range) => before.has(range))).toBe(true);
  });
});

describe('dispose', () => {
  it('leaves no highlight behind', async () => {
    const { painter: brush } = await paint(text, [works]);
    brush.dispose();
    expect(CSS.highlights.size).toBe(0);
  });

  it('leaves those of the painter that came after', async () => {
    const { painter: first } = await paint(text, [works]);
    const { painter: second } = await paint(text, [day]);
    first.dispose();
    expect(drawn()).toEqual({ 'date-0': ['5 May 2024'] });
    second.dispose();
    expect(CSS.highlights.size).toBe(0);
  });
});
