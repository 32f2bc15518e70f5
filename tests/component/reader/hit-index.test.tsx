import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { AnnotationIndex } from '../../../src/core/annotation/annotation-index';
import { blockLimit } from '../../../src/core/text/layout';
import type { Span } from '../../../src/core/text/span';
import { HitIndex } from '../../../src/renderer/reader/hit-index';
import { NearSections } from '../../../src/renderer/reader/near-sections';
import { noEmphasis, Painter } from '../../../src/renderer/reader/painter';
import { scrollToSpan } from '../../../src/renderer/reader/scroller';
import { annotationOf, buildAnnotation } from '../../support/builders';
import { middleOf } from './mount-reader';
import type { Place } from './mouse';
import { type MountedSurface, mountSurface, nextFrames, unmountSurfaces } from './page';
import { longParagraph, longText, smallTexts } from './texts';

interface MountedHits extends MountedSurface {
  readonly index: AnnotationIndex;
  readonly hits: HitIndex;
  /** Draws what the index holds now, and tells the hits of it. */
  repaint(): void;
}

const mounted: { dispose(): void }[] = [];

beforeEach(() => page.viewport(900, 700));

afterEach(() => {
  for (const part of mounted.splice(0)) part.dispose();
  document.documentElement.style.removeProperty('--reading-scale');
  unmountSurfaces();
});

async function mountHits(text: string, annotations: readonly Annotation[]): Promise<MountedHits> {
  const made = mountSurface(text);
  const index = new AnnotationIndex();
  index.load(annotations);
  const near = new NearSections(made.surface, made.scroller);
  const painter = new Painter(made.surface, index, near);
  const hits = new HitIndex(made.surface, index, near);
  mounted.push(hits, painter, near);
  await nextFrames();
  const repaint = (): void => {
    painter.repaint(noEmphasis);
    hits.update();
  };
  return { ...made, index, hits, repaint };
}

/** Annotations over `spans`, the later of equal ones made later. */
function over(text: string, spans: readonly Span[]): readonly Annotation[] {
  return spans.map((span, order) => buildAnnotation({ id: `${order}`, text, span }));
}

function withFragments(annotation: Annotation, ...rest: readonly Span[]): Annotation {
  return { ...annotation, fragments: [...annotation.fragments, ...rest] };
}

const idsOf = (annotations: readonly Annotation[]) => annotations.map(({ id }) => id);

/** The middle of the glyph of the code unit at `offset`, when it has one; in client pixels. */
function middleOfUnit({ surface, text }: MountedSurface, offset: number): Place | null {
  if (offset < 0 || offset >= text.length) return null;
  const box = surface.rangeOf({ start: offset, end: offset + 1 }).getBoundingClientRect();
  return box.width >= 1 ? middleOf(box) : null;
}

/** What of the article is in view: the window may be lower than the article. */
function viewOf({ scroller }: MountedSurface): DOMRect {
  const { left, top, width, bottom } = scroller.getBoundingClientRect();
  return new DOMRect(left, top, width, Math.min(bottom, innerHeight) - top);
}

/** Holds the hits at the middle of every glyph of `span` against the index by offset; the number of glyphs. */
function expectAllFound(made: MountedHits, { start, end }: Span): number {
  const { surface, hits, index } = made;
  let glyphs = 0;
  for (let offset = start; offset < end; offset += 1) {
    const middle = middleOfUnit(made, offset);
    const under = middle && surface.offsetUnder(middle.x, middle.y);
    if (!middle || under === null) continue;
    glyphs += 1;
    expect(idsOf(hits.at(middle.x, middle.y)), `at ${offset}`).toEqual(idsOf(index.at(under)));
  }
  return glyphs;
}

/** What is hit in the middle of the first `words` of the text. */
function hitsOn({ surface, hits, text }: MountedHits, words: string): readonly Annotation[] {
  const start = text.indexOf(words);
  const { x, y } = middleOf(
    surface.rangeOf({ start, end: start + words.length }).getBoundingClientRect(),
  );
  return hits.at(x, y);
}

const plain = 'The Kangan Steel Works met its plan for the quarter.';
const wrapping = `${longParagraph(900)}\nThe last line.`;
const mixed = 'The works مصنع الصلب الكبير made steel and שלום עולם went home.';
const cut = `${longParagraph(blockLimit + 900)}\nAfter it.`;

describe('at the middle of every letter, the annotations are those of the letter', () => {
  const cases: readonly {
    readonly name: string;
    readonly text: string;
    readonly annotations: readonly Annotation[];
  }[] = [
    { name: 'one', text: plain, annotations: [annotationOf(plain, 'Kangan Steel')] },
    { name: 'none', text: plain, annotations: [] },
    {
      name: 'eight, one within another',
      text: plain,
      annotations: over(
        plain,
        Array.from({ length: 8 }, (_, depth) => ({ start: 10 - depth, end: 14 + 2 * depth })),
      ),
    },
    {
      name: 'two that overlap in part',
      text: plain,
      annotations: over(plain, [
        { start: 4, end: 16 },
        { start: 11, end: 26 },
      ]),
    },
    {
      name: 'equal ones',
      text: plain,
      annotations: over(plain, [
        { start: 4, end: 16 },
        { start: 4, end: 16 },
      ]),
    },
    {
      name: 'two that meet',
      text: plain,
      annotations: over(plain, [
        { start: 4, end: 10 },
        { start: 10, end: 16 },
      ]),
    },
    {
      name: 'one that wraps over several lines',
      text: wrapping,
      annotations: over(wrapping, [
        { start: 20, end: 400 },
        { start: 60, end: 80 },
      ]),
    },
    {
      name: 'several fragments, one of which wraps, and what lies between them',
      text: wrapping,
      annotations: [
        withFragments(
          annotationOf(wrapping, 'Kangan'),
          { start: 40, end: 160 },
          { start: 300, end: 305 },
        ),
        buildAnnotation({ text: wrapping, span: { start: 170, end: 290 } }),
      ],
    },
    {
      name: 'over paragraphs',
      text: wrapping,
      annotations: over(wrapping, [{ start: 850, end: wrapping.length - 3 }]),
    },
    {
      name: 'from right to left among words from left to right',
      text: mixed,
      annotations: [
        annotationOf(mixed, 'الصلب'),
        annotationOf(mixed, 'مصنع الصلب الكبير'),
        annotationOf(mixed, 'works مصنع'),
        annotationOf(mixed, 'עולם went'),
        annotationOf(mixed, 'steel and שלום'),
      ],
    },
    {
      name: 'on a line end and over white space',
      text: wrapping,
      annotations: over(
        wrapping,
        Array.from({ length: 100 }, (_, order) => ({ start: order * 9, end: order * 9 + 5 })),
      ),
    },
    ...smallTexts.map(({ name, text }) => ({
      name: `in a text with ${name}`,
      text,
      annotations: over(text, [
        { start: 0, end: text.length },
        { start: 1, end: Math.max(2, text.length - 2) },
      ]),
    })),
  ];
  it.each(cases)('$name', async ({ text, annotations }) => {
    const made = await mountHits(text, annotations);
    expect(expectAllFound(made, { start: 0, end: text.length })).toBeGreaterThan(0);
  });

  it('across the cut of a paragraph that is cut for display', async () => {
    const annotations = over(cut, [
      { start: blockLimit - 400, end: blockLimit + 400 },
      { start: blockLimit - 90, end: blockLimit - 80 },
    ]);
    const made = await mountHits(cut, annotations);
    const [, second] = made.surface.layout.blocks;
    const edge = second?.start ?? 0;
    expect(second?.opensParagraph).toBe(false);
    scrollToSpan(made.surface, made.scroller, { start: edge - 1, end: edge + 1 });
    await nextFrames();
    const around = { start: edge - 200, end: edge + 200 };
    expect(expectAllFound(made, around)).toBeGreaterThan(200);
    const middle = middleOfUnit(made, edge);
    expect(made.hits.at(middle?.x ?? 0, middle?.y ?? 0)).toEqual([annotations[0]]);
  });
});

/** An annotation at every 20th code unit, of 6 to 140 units. */
function dense(text: string): readonly Annotation[] {
  const lengths = [6, 14, 40, 140];
  const starts = Array.from({ length: Math.floor((text.length - 140) / 20) }, (_, at) => at * 20);
  return over(
    text,
    starts.map((start, at) => ({ start, end: start + (lengths[at % lengths.length] ?? 6) })),
  );
}

describe('in a dense section', () => {
  const texts = [
    { name: 'of paragraphs', text: longText(30_000) },
    { name: 'of one paragraph', text: longParagraph(30_000) },
    { name: 'of words in both directions', text: `${mixed} `.repeat(200) },
  ];
  it.each(texts)('$name: the same as by the letter, anywhere in view', async ({ text }) => {
    const made = await mountHits(text, dense(text));
    made.scroller.scrollTop = 333;
    await nextFrames();
    const view = viewOf(made);
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(part, part, (across, down) => {
        const x = view.left + across * view.width;
        const y = view.top + down * view.height;
        const offset = made.surface.offsetUnder(x, y);
        const expected = offset === null ? [] : made.index.at(offset);
        expect(idsOf(made.hits.at(x, y))).toEqual(idsOf(expected));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('where no letter is', () => {
  it('nothing is hit: beside a line, between lines, around the text', async () => {
    const made = await mountHits(wrapping, over(wrapping, [{ start: 0, end: wrapping.length }]));
    const { surface, hits } = made;
    const last = surface
      .rangeOf({ start: wrapping.length - 5, end: wrapping.length })
      .getBoundingClientRect();
    const { x, y } = middleOf(last);
    expect(hits.at(x, y)).toHaveLength(1);
    expect(hits.at(last.right + 3, y)).toEqual([]);
    expect(hits.at(last.right + 300, y)).toEqual([]);
    expect(hits.at(x, last.bottom + 2)).toEqual([]);
    expect(hits.at(surface.host.getBoundingClientRect().left - 10, y)).toEqual([]);
    expect(hits.at(x, -50)).toEqual([]);
  });

  it('an annotation of letters without a width is not hit', async () => {
    const text = 'Kangan\u200bSteel';
    const { hits, surface } = await mountHits(text, over(text, [{ start: 6, end: 7 }]));
    const { left, top } = surface.rangeOf({ start: 7, end: 8 }).getBoundingClientRect();
    for (const x of [left - 0.5, left, left + 0.5]) expect(hits.at(x, top + 5)).toEqual([]);
  });

  it('a text without words has nothing to hit', async () => {
    const { hits } = await mountHits('\n \n', []);
    expect(hits.at(300, 20)).toEqual([]);
  });
});

describe('after the text has moved, the same letters are found', () => {
  const text = longText(60_000);
  const moves: readonly {
    readonly name: string;
    readonly move: (made: MountedHits) => void;
  }[] = [
    { name: 'scrolled a little', move: ({ scroller }) => (scroller.scrollTop += 41) },
    {
      name: 'scrolled to a section further down',
      move: ({ scroller }) => (scroller.scrollTop = 9_000),
    },
    {
      name: 'in a narrower column',
      move: ({ scroller }) => (scroller.style.width = '431px'),
    },
    {
      name: 'larger',
      move: () => document.documentElement.style.setProperty('--reading-scale', '1.3'),
    },
    {
      name: 'in another face',
      move: ({ surface }) => (surface.host.style.fontFamily = 'monospace'),
    },
    {
      name: 'with something put above it',
      move: ({ before }) => (before.style.paddingBottom = '77px'),
    },
    {
      name: 'moved sideways',
      move: ({ scroller }) => (scroller.style.marginLeft = '53px'),
    },
  ];
  it.each(moves)('$name', async ({ move }) => {
    const made = await mountHits(text, dense(text));
    hitsOn(made, 'Paragraph 1.');
    move(made);
    await nextFrames(6);
    const view = viewOf(made);
    let found = 0;
    for (let y = view.top + 10; y < view.bottom; y += 7)
      for (let x = view.left + 20; x < view.right; x += 61) {
        const offset = made.surface.offsetUnder(x, y);
        const expected = offset === null ? [] : made.index.at(offset);
        expect(idsOf(made.hits.at(x, y)), `${x} ${y}`).toEqual(idsOf(expected));
        if (expected.length > 0) found += 1;
      }
    expect(found).toBeGreaterThan(50);
  });
});

describe('when a face has arrived', () => {
  it('the letters are found where they stand in it, also in a line that has its size', async () => {
    const made = await mountHits(plain, [annotationOf(plain, 'Works')]);
    expect(hitsOn(made, 'Works')).toHaveLength(1);
    // As by letters of another width.
    made.surface.host.style.letterSpacing = '1px';
    document.fonts.dispatchEvent(new Event('loadingdone'));
    expect(expectAllFound(made, { start: 0, end: plain.length })).toBeGreaterThan(40);
  });
});

describe('after an edit', () => {
  const text = `${plain}\n${plain.replaceAll('Kangan', 'Second')}`;
  const works = annotationOf(text, 'Kangan Steel Works');

  it('what was added is hit, what was taken away is not', async () => {
    const made = await mountHits(text, [works]);
    expect(hitsOn(made, 'Steel')).toEqual([works]);
    const steel = annotationOf(text, 'Steel');
    made.index.set(steel);
    made.repaint();
    expect(hitsOn(made, 'Steel')).toEqual([steel, works]);
    made.index.delete(works.id);
    made.repaint();
    expect(hitsOn(made, 'Steel')).toEqual([steel]);
    expect(hitsOn(made, 'Kangan')).toEqual([]);
  });

  it('an annotation is hit where its fragments are now, and as it is now', async () => {
    const made = await mountHits(text, [works]);
    expect(hitsOn(made, 'Kangan')).toEqual([works]);
    const noted = { ...works, note: 'Seen twice.' };
    made.index.set(noted);
    made.repaint();
    expect(hitsOn(made, 'Kangan')).toEqual([noted]);
    const moved = { ...noted, fragments: annotationOf(text, 'met').fragments };
    made.index.set(moved);
    made.repaint();
    expect(hitsOn(made, 'Kangan')).toEqual([]);
    expect(hitsOn(made, 'met')).toEqual([moved]);
  });

  it('lines that make room for lanes take those below with them, at once', async () => {
    const long = `${longParagraph(500)}\nThe third.`;
    const whole = { start: 0, end: long.length };
    const third = annotationOf(long, 'third');
    const made = await mountHits(long, [third, ...dense(long)]);
    expect(expectAllFound(made, whole)).toBeGreaterThan(400);
    const before = middleOf(made.surface.rangeOf(third.fragments[0]).getBoundingClientRect());
    const nested = Array.from({ length: 7 }, (_, depth) => ({ start: 4, end: 10 + depth }));
    for (const annotation of nested.map((span) => buildAnnotation({ text: long, span })))
      made.index.set(annotation);
    made.repaint();
    const after = middleOf(made.surface.rangeOf(third.fragments[0]).getBoundingClientRect());
    expect(after.y - before.y).toBeGreaterThan(20);
    expect(expectAllFound(made, whole)).toBeGreaterThan(400);
  });

  it('lines that make room in one paragraph as they lose it in another are found too', async () => {
    const nest = (start: number) =>
      Array.from({ length: 7 }, (_, depth) => ({ start, end: start + 6 + depth }));
    const second = text.indexOf('Second');
    const made = await mountHits(text, over(text, nest(4)));
    expect(hitsOn(made, 'Kanga')).toHaveLength(7);
    for (const annotation of over(text, nest(second))) made.index.set(annotation);
    made.repaint();
    expect(expectAllFound(made, { start: 0, end: text.length })).toBeGreaterThan(90);
    expect(hitsOn(made, 'Second')).toHaveLength(7);
  });
});
