import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cdp, page } from 'vitest/browser';
import {
  type Annotation,
  type AnnotationBody,
  annotationKinds,
  emptyBody,
} from '../../../src/core/annotation/annotation';
import { AnnotationIndex } from '../../../src/core/annotation/annotation-index';
import { laneCount } from '../../../src/core/annotation/lanes';
import type { Span } from '../../../src/core/text/span';
import { NearSections } from '../../../src/renderer/reader/near-sections';
import { type Emphasis, noEmphasis, Painter } from '../../../src/renderer/reader/painter';
import { scrollToSpan } from '../../../src/renderer/reader/scroller';
import { annotationOf, buildAnnotation } from '../../support/builders';
import { type MountedSurface, mountSurface, nextFrames, unmountSurfaces } from './page';
import { longText } from './texts';

let painter: Painter | null = null;
let near: NearSections | null = null;

afterEach(() => {
  painter?.dispose();
  painter = null;
  near?.dispose();
  near = null;
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
  near = new NearSections(mounted.surface, mounted.scroller);
  painter = new Painter(mounted.surface, index, near);
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
    const { surface } = await paint(text, [works]);
    const offsets = annotationKinds.map((kind) =>
      Array.from({ length: laneCount }, (_, lane) => {
        const style = getComputedStyle(surface.host, `::highlight(${kind}-${lane})`);
        return `${style.textDecorationLine} ${style.textUnderlineOffset}`;
      }),
    );
    for (const lanes of offsets) {
      expect(new Set(lanes).size).toBe(laneCount);
      for (const lane of lanes) expect(lane).toMatch(/^underline [\d.]+px$/);
    }
  });
});

/** An enterprise, or what `body` says, over each of `parts` in turn. */
function annotationOver(
  source: string,
  parts: readonly string[],
  body: AnnotationBody = emptyBody('enterprise'),
): Annotation {
  let from = 0;
  const spans = parts.map((words): Span => {
    const start = source.indexOf(words, from);
    if (start < 0) throw new Error(`not in the text: ${words}`);
    from = start + words.length;
    return { start, end: from };
  });
  const [first, ...rest] = spans;
  if (!first) throw new Error('no words');
  return { ...buildAnnotation({ text: source, span: first, body }), fragments: [first, ...rest] };
}

describe('an annotation of several fragments', () => {
  const parted = annotationOver(text, ['Kangan', 'Works']);

  it('is drawn over each, and joined over the gap', async () => {
    await paint(text, [parted]);
    expect(drawn()).toEqual({
      'enterprise-0': ['Kangan', 'Works'],
      'enterprise-joint-0': [' Steel '],
    });
  });

  it('has a joint of its kind for each gap, in every block that it reaches into', async () => {
    const three = annotationOver(text, ['met its plan', '2024', 'ore'], emptyBody('claim'));
    await paint(text, [three]);
    expect(drawn()).toEqual({
      'claim-0': ['met its plan', '2024', 'ore'],
      'claim-joint-0': [' on 5 May ', '.', 'The mine sent '],
    });
  });

  it('keeps its lane free in the gap, where what lies there is nearer to the words', async () => {
    await paint(text, [parted, steel]);
    expect(drawn()).toEqual({
      'enterprise-0': ['Steel'],
      'enterprise-1': ['Kangan', 'Works'],
      'enterprise-joint-1': [' Steel '],
    });
  });

  it.each(['selected', 'hovered'] as const)('is %s in all its fragments', async (emphasis) => {
    await paint(text, [parted], { [emphasis]: parted.id });
    expect(drawn()[emphasis]).toEqual(['Kangan', 'Works']);
  });

  it('is drawn anew only where an end was moved', async () => {
    const { painter: brush, index } = await paint(text, [parted]);
    const before = allRanges();
    index.set({
      ...parted,
      fragments: [
        { start: 4, end: 10 },
        { start: 17, end: 25 },
      ],
    });
    brush.repaint();
    const added = [...allRanges()].filter((range) => !before.has(range)).map(String);
    expect(added).toEqual(['Works of']);
  });

  it('has no joint any more with one fragment left', async () => {
    const { painter: brush, index } = await paint(text, [parted]);
    index.set({ ...parted, fragments: [{ start: 4, end: 10 }] });
    brush.repaint();
    expect(drawn()).toEqual({ 'enterprise-0': ['Kangan'] });
  });

  it('has a joint of one height with its own lines, in a dotted line of one pixel', async () => {
    const { surface } = await paint(text, [parted]);
    for (const kind of annotationKinds)
      for (let lane = 0; lane < laneCount; lane += 1) {
        const line = getComputedStyle(surface.host, `::highlight(${kind}-${lane})`);
        const joint = getComputedStyle(surface.host, `::highlight(${kind}-joint-${lane})`);
        expect(joint.textUnderlineOffset).toBe(line.textUnderlineOffset);
        expect(joint.textDecoration).toMatch(/^underline 1px dotted/);
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

  it('are drawn before the first frame when the sections near are looked for', () => {
    const long = longText(60_000);
    const opened = mountSurface(long);
    const index = new AnnotationIndex();
    const words = ['Paragraph 1.', 'Paragraph 100.'];
    index.load(words.map((one) => annotationOf(long, one)));
    near = new NearSections(opened.surface, opened.scroller);
    painter = new Painter(opened.surface, index, near);
    expect(drawn()).toEqual({});
    near.look();
    expect(Object.values(drawn()).flat()).toEqual(['Paragraph 1.']);
    const place = opened.surface.rangeOf({
      start: long.indexOf('Paragraph 100.'),
      end: long.indexOf('Paragraph 101.'),
    });
    opened.scroller.scrollTop += place.getBoundingClientRect().top;
    near.look();
    expect(Object.values(drawn()).flat()).toContain('Paragraph 100.');
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

/** The page as it is drawn now. */
async function photograph(): Promise<(x: number, y: number) => string> {
  const base64 = await page.screenshot({ save: false });
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
  const drawing = new OffscreenCanvas(image.width, image.height).getContext('2d');
  if (!drawing) throw new Error('no drawing');
  drawing.drawImage(image, 0, 0);
  return (x, y) => [...drawing.getImageData(Math.round(x), Math.round(y), 1, 1).data].join(' ');
}

function forceColours(value: 'active' | 'none'): Promise<unknown> {
  const features = [{ name: 'forced-colors', value }];
  return cdp().send('Emulation.setEmulatedMedia', { features });
}

describe('in forced colours', () => {
  afterEach(() => forceColours('none'));

  const cases: readonly {
    readonly name: string;
    readonly words: string;
    readonly ground: string;
  }[] = [
    { name: 'a claim', words: 'met', ground: 'Canvas' },
    { name: 'an enterprise', words: 'Kangan', ground: 'Canvas' },
    { name: 'a gap', words: 'Steel', ground: 'Canvas' },
    { name: 'a place found', words: 'ore', ground: 'Mark' },
    { name: 'the current place', words: 'mine', ground: 'Highlight' },
  ];
  it.each(cases)('$name has the ground $ground', async ({ words, ground }) => {
    await forceColours('active');
    const place = (found: string): Span => {
      const start = text.indexOf(found);
      return { start, end: start + found.length };
    };
    const parted = annotationOver(text, ['Kangan', 'Works']);
    const { surface, scroller } = await paint(text, [claim, parted], {
      found: [place('ore')],
      current: place('mine'),
    });
    const swatch = document.createElement('p');
    swatch.style.cssText = `forced-color-adjust: none; background: ${ground}; height: 20px`;
    scroller.append(swatch);
    await nextFrames();
    const colourAt = await photograph();
    const box = surface.rangeOf(place(words)).getBoundingClientRect();
    const wanted = swatch.getBoundingClientRect();
    expect(colourAt(box.left + 2, box.top + 2)).toBe(colourAt(wanted.left + 5, wanted.top + 5));
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
