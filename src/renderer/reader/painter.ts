import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationIndex } from '../../core/annotation/annotation-index';
import { lanesWithin } from '../../core/annotation/lanes';
import type { AnnotationId } from '../../core/ids';
import type { Section } from '../../core/text/layout';
import { firstIndexWhere } from '../../core/text/search-sorted';
import { overlaps, type Span } from '../../core/text/span';
import { makeRoom } from './lane-room';
import type { NearSections } from './near-sections';
import {
  type HighlightName,
  highlightNames,
  jointsOf,
  type Piece,
  pieceOf,
  piecesOf,
  priorityOf,
} from './pieces';
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
  /** An annotation drawn with other fragments than it has, while its ends are being moved. */
  readonly reshaped: Pick<Annotation, 'id' | 'fragments'> | null;
}

/** Nothing emphasised. */
export const noEmphasis: Emphasis = {
  selected: null,
  hovered: null,
  found: [],
  current: null,
  selection: null,
  reshaped: null,
};

/** What the index holds of a section: it is looked up once, however often the emphasis changes. */
interface Held {
  readonly annotations: readonly Annotation[];
  readonly lanes: ReadonlyMap<AnnotationId, number>;
  readonly pieces: readonly Piece[];
  /** Where what decides the lanes lies, and the revision of it: with another one all is to be looked up again. */
  readonly extent: Span;
  readonly revision: number;
}

/** What is drawn, by the key of the piece. */
type Drawn = Map<string, { readonly name: HighlightName; readonly ranges: readonly Range[] }>;

interface DrawnSection {
  /** What `annotations` were drawn from. */
  held: Held | null;
  readonly annotations: Drawn;
  readonly emphasis: Drawn;
}

/**
 * Draws annotations by the CSS Custom Highlight API, one highlight to a kind and lane, and only in sections near the
 * viewport. After a change only sections that it touches are looked at, and in them only pieces that differ are drawn, so
 * no cost grows with what is off screen. The gaps between the fragments of one annotation are drawn as joints, in
 * sections that hold at least one of its fragments.
 */
export class Painter {
  readonly #surface: Surface;
  readonly #index: AnnotationIndex;
  readonly #highlights = new Map<HighlightName, Highlight>();
  readonly #drawn = new Map<number, DrawnSection>();
  readonly #held = new Map<number, Held>();
  readonly #unfollow: () => void;
  #emphasis: Emphasis = noEmphasis;

  /** Draws `index` on `surface` in the sections that are `near`, until `dispose`. */
  constructor(surface: Surface, index: AnnotationIndex, near: NearSections) {
    this.#surface = surface;
    this.#index = index;
    surface.host.dataset.highlighted = '';
    for (const name of highlightNames()) this.#register(name);
    this.#unfollow = near.follow({
      onNear: (section) => this.#paint(section),
      onFar: (section) => this.#clear(section),
    });
  }

  dispose(): void {
    this.#unfollow();
    delete this.#surface.host.dataset.highlighted;
    for (const [name, highlight] of this.#highlights)
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  }

  /** Draws what changed in the index, and what is emphasised now. */
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

  #paint(index: number): void {
    const section = this.#surface.layout.sections[index];
    if (!section) return;
    const drawn = this.#drawn.get(index) ?? {
      held: null,
      annotations: new Map(),
      emphasis: new Map(),
    };
    this.#drawn.set(index, drawn);
    const held = this.#withReshaped(section, this.#heldIn(index, section));
    if (held !== drawn.held) {
      makeRoom(this.#surface, section, held);
      this.#draw(index, drawn.annotations, held.pieces);
      drawn.held = held;
    }
    this.#draw(index, drawn.emphasis, this.#emphasisIn(section));
  }

  /** Draws the pieces in a section, and takes away what was drawn of others. */
  #draw(section: number, drawn: Drawn, pieces: readonly Piece[]): void {
    const wanted = new Map(pieces.map((piece) => [piece.key, piece]));
    for (const key of drawn.keys()) if (!wanted.has(key)) this.#erase(drawn, key);
    for (const [key, { name, span }] of wanted) {
      if (drawn.has(key)) continue;
      const ranges = this.#surface.rangesInSection(section, span);
      for (const range of ranges) this.#highlights.get(name)?.add(range);
      drawn.set(key, { name, ranges });
    }
  }

  #clear(section: number): void {
    const { annotations, emphasis } = this.#drawn.get(section) ?? {};
    for (const drawn of [annotations, emphasis])
      if (drawn) for (const key of drawn.keys()) this.#erase(drawn, key);
    this.#drawn.delete(section);
    this.#held.delete(section);
  }

  #erase(drawn: Drawn, key: string): void {
    const { name, ranges } = drawn.get(key) ?? {};
    for (const range of ranges ?? []) if (name) this.#highlights.get(name)?.delete(range);
    drawn.delete(key);
  }

  #emphasisIn(section: Section): readonly Piece[] {
    const { selected, hovered, found, current, selection } = this.#emphasis;
    const pieces: Piece[] = [];
    const emphasise = (id: AnnotationId | null, name: HighlightName): void => {
      const annotation = id && this.#shown(id);
      if (annotation && touches(annotation, section)) pieces.push(...piecesOf(annotation, name));
    };
    emphasise(selected, 'selected');
    emphasise(hovered, 'hovered');
    const first = firstIndexWhere(found, ({ end }) => end > section.start);
    for (let at = first; at < found.length; at += 1) {
      const span = found[at] as Span;
      if (span.start >= section.end) break;
      pieces.push(pieceOf('found', span));
    }
    if (current && overlaps(current, section)) pieces.push(pieceOf('current', current));
    if (selection && overlaps(selection, section)) pieces.push(pieceOf('selection', selection));
    return pieces;
  }

  /** The annotation as it is drawn: with other fragments while its ends are being moved. */
  #shown(id: AnnotationId): Annotation | undefined {
    const { reshaped } = this.#emphasis;
    const stored = this.#index.get(id);
    return stored && reshaped?.id === id ? { ...stored, fragments: reshaped.fragments } : stored;
  }

  #heldIn(index: number, section: Section): Held {
    const known = this.#held.get(index);
    if (known && known.revision === this.#index.revisionIn(known.extent)) return known;
    const { lanes, extent } = lanesWithin(this.#index, section);
    const annotations = this.#index.touching(section);
    const pieces = annotations.flatMap(drawnIn(lanes));
    const revision = this.#index.revisionIn(extent);
    const held = { annotations, lanes, pieces, extent, revision };
    this.#held.set(index, held);
    return held;
  }

  /** What is held, with the annotation whose ends are being moved as it would be. */
  #withReshaped(section: Section, held: Held): Held {
    const { reshaped } = this.#emphasis;
    const stored = reshaped && this.#index.get(reshaped.id);
    if (!stored || !(touches(stored, section) || touches(reshaped, section))) return held;
    const { lanes } = held;
    const others = held.annotations.filter(({ id }) => id !== stored.id);
    const annotations = [...others, { ...stored, fragments: reshaped.fragments }];
    return { ...held, annotations, pieces: annotations.flatMap(drawnIn(lanes)) };
  }
}

function touches({ fragments }: Pick<Annotation, 'fragments'>, span: Span): boolean {
  return fragments.some((fragment) => overlaps(fragment, span));
}

/** The fragments of an annotation and the gaps between them, in its lane. */
function drawnIn(lanes: ReadonlyMap<AnnotationId, number>): (of: Annotation) => readonly Piece[] {
  return (annotation) => {
    const { kind } = annotation.body;
    const lane = lanes.get(annotation.id) ?? 0;
    return [
      ...piecesOf(annotation, `${kind}-${lane}`),
      ...jointsOf(annotation, `${kind}-joint-${lane}`),
    ];
  };
}
