import {
  type Annotation,
  type AnnotationKind,
  annotationKinds,
} from '../../core/annotation/annotation';
import type { AnnotationIndex } from '../../core/annotation/annotation-index';
import { laneCount, lanesWithin } from '../../core/annotation/lanes';
import type { AnnotationId } from '../../core/ids';
import type { Section } from '../../core/text/layout';
import { firstIndexWhere } from '../../core/text/search-sorted';
import type { Span } from '../../core/text/span';
import type { Surface } from './surface';

/** What is drawn besides the annotations themselves. */
export interface Emphasis {
  readonly selected: AnnotationId | null;
  readonly hovered: AnnotationId | null;
  /** In text order. */
  readonly found: readonly Span[];
  /** The place found at which the person is. */
  readonly current: Span | null;
  /** What is selected, kept visible while the focus is elsewhere. */
  readonly selection: Span | null;
}

/** Nothing emphasised. */
export const noEmphasis: Emphasis = {
  selected: null,
  hovered: null,
  found: [],
  current: null,
  selection: null,
};

const emphases = ['found', 'selected', 'hovered', 'selection', 'current'] as const;

type HighlightName = (typeof emphases)[number] | `${AnnotationKind}-${number}`;

/** One stretch to be drawn; its key is equal for equal stretches. */
interface Piece {
  readonly key: string;
  readonly name: HighlightName;
  readonly span: Span;
}

interface Drawn {
  readonly name: HighlightName;
  readonly ranges: readonly Range[];
}

/**
 * Draws annotations by the CSS Custom Highlight API, one highlight to a kind and lane, and only in sections near the
 * viewport. After a change only pieces that differ are touched, so no cost grows with what is off screen.
 */
export class Painter {
  readonly #surface: Surface;
  readonly #index: AnnotationIndex;
  readonly #highlights = new Map<HighlightName, Highlight>();
  readonly #drawn = new Map<number, Map<string, Drawn>>();
  readonly #observer: IntersectionObserver;
  #emphasis: Emphasis = noEmphasis;

  /** Draws `index` on `surface`, whose scrolling ancestor is `scroller`, until `dispose`. */
  constructor(surface: Surface, index: AnnotationIndex, scroller: Element) {
    this.#surface = surface;
    this.#index = index;
    for (const name of highlightNames()) this.#register(name);
    this.#observer = new IntersectionObserver((entries) => this.#follow(entries), {
      root: scroller,
      rootMargin: '50% 0px',
    });
    for (const section of surface.sections) this.#observer.observe(section);
  }

  dispose(): void {
    this.#observer.disconnect();
    for (const [name, highlight] of this.#highlights)
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }

  /** Draws what changed in the index or is emphasised now. */
  repaint(emphasis: Emphasis = this.#emphasis): void {
    this.#emphasis = emphasis;
    for (const section of this.#drawn.keys()) this.#paint(section);
  }

  #register(name: HighlightName): void {
    const highlight = new Highlight();
    highlight.priority = priorityOf(name);
    this.#highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
  }

  #follow(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const section = this.#surface.sections.indexOf(target as HTMLElement);
      if (isIntersecting) this.#paint(section);
      else this.#clear(section);
    }
  }

  #paint(section: number): void {
    const span = this.#surface.layout.sections[section];
    if (!span) return;
    const drawn = this.#drawn.get(section) ?? new Map<string, Drawn>();
    this.#drawn.set(section, drawn);
    const wanted = new Map(this.#piecesIn(span).map((piece) => [piece.key, piece]));
    for (const [key, piece] of drawn)
      if (!wanted.has(key)) {
        this.#erase(piece);
        drawn.delete(key);
      }
    for (const [key, { name, span: stretch }] of wanted)
      if (!drawn.has(key)) {
        const ranges = this.#surface.rangesInSection(section, stretch);
        for (const range of ranges) this.#highlights.get(name)?.add(range);
        drawn.set(key, { name, ranges });
      }
  }

  #clear(section: number): void {
    for (const piece of this.#drawn.get(section)?.values() ?? []) this.#erase(piece);
    this.#drawn.delete(section);
  }

  #erase({ name, ranges }: Drawn): void {
    for (const range of ranges) this.#highlights.get(name)?.delete(range);
  }

  #piecesIn(section: Section): readonly Piece[] {
    const { selected, hovered, found, current, selection } = this.#emphasis;
    const lanes = lanesWithin(this.#index, section);
    const annotations = this.#index.touching(section);
    const pieces = annotations.flatMap((annotation) =>
      piecesOf(annotation, `${annotation.body.kind}-${lanes.get(annotation.id) ?? 0}`),
    );
    for (const annotation of annotations) {
      if (annotation.id === selected) pieces.push(...piecesOf(annotation, 'selected'));
      if (annotation.id === hovered) pieces.push(...piecesOf(annotation, 'hovered'));
    }
    const first = firstIndexWhere(found, ({ end }) => end > section.start);
    for (let at = first; at < found.length; at += 1) {
      const span = found[at] as Span;
      if (span.start >= section.end) break;
      pieces.push(pieceOf('found', span));
    }
    if (current) pieces.push(pieceOf('current', current));
    if (selection) pieces.push(pieceOf('selection', selection));
    return pieces;
  }
}

function highlightNames(): readonly HighlightName[] {
  const lanes = Array.from({ length: laneCount }, (_, lane) => lane);
  return [
    ...annotationKinds.flatMap((kind) => lanes.map((lane) => `${kind}-${lane}` as const)),
    ...emphases,
  ];
}

/** Later emphases lie above earlier ones, and all of them above the annotations. */
function priorityOf(name: HighlightName): number {
  return emphases.findIndex((emphasis) => emphasis === name) + 1;
}

function piecesOf(annotation: Annotation, name: HighlightName): readonly Piece[] {
  return annotation.fragments.map((span) => {
    const piece = pieceOf(name, span);
    return { ...piece, key: `${annotation.id} ${piece.key}` };
  });
}

function pieceOf(name: HighlightName, span: Span): Piece {
  return { key: `${name} ${span.start} ${span.end}`, name, span };
}
