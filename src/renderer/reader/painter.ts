import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationIndex } from '../../core/annotation/annotation-index';
import { lanesWithin } from '../../core/annotation/lanes';
import type { AnnotationId } from '../../core/ids';
import type { Section } from '../../core/text/layout';
import { firstIndexWhere } from '../../core/text/search-sorted';
import type { Span } from '../../core/text/span';
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
}

interface Drawn {
  readonly name: HighlightName;
  readonly ranges: readonly Range[];
}

/**
 * Draws annotations by the CSS Custom Highlight API, one highlight to a kind and lane, and only in sections near the
 * viewport. After a change only pieces that differ are touched, so no cost grows with what is off screen. The gaps
 * between the fragments of one annotation are drawn as joints, in sections that hold at least one of its fragments.
 */
export class Painter {
  readonly #surface: Surface;
  readonly #index: AnnotationIndex;
  readonly #highlights = new Map<HighlightName, Highlight>();
  readonly #drawn = new Map<number, Map<string, Drawn>>();
  readonly #held = new Map<number, Held>();
  readonly #unfollow: () => void;
  #emphasis: Emphasis = noEmphasis;
  #version: number | null = null;

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

  /**
   * Draws what changed in the index or is emphasised now. `version` is another number whenever the index holds something
   * else; with the same one as before, or none to tell, only the emphasis is looked at, or everything.
   */
  repaint(emphasis: Emphasis = this.#emphasis, version: number | null = null): void {
    if (version === null || version !== this.#version) this.#held.clear();
    this.#version = version;
    this.#emphasis = emphasis;
    for (const section of this.#drawn.keys()) this.#paint(section);
  }

  #register(name: HighlightName): void {
    const highlight = new Highlight();
    highlight.priority = priorityOf(name);
    this.#highlights.set(name, highlight);
    CSS.highlights.set(name, highlight);
  }

  #paint(section: number): void {
    const span = this.#surface.layout.sections[section];
    if (!span) return;
    const drawn = this.#drawn.get(section) ?? new Map<string, Drawn>();
    this.#drawn.set(section, drawn);
    const wanted = new Map(this.#piecesIn(section, span).map((piece) => [piece.key, piece]));
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
    this.#held.delete(section);
  }

  #erase({ name, ranges }: Drawn): void {
    for (const range of ranges) this.#highlights.get(name)?.delete(range);
  }

  #piecesIn(index: number, section: Section): readonly Piece[] {
    const { selected, hovered, found, current, selection } = this.#emphasis;
    const { annotations, pieces: stored } = this.#withReshaped(
      section,
      this.#heldIn(index, section),
    );
    const pieces = [...stored];
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

  #heldIn(index: number, section: Section): Held {
    const known = this.#held.get(index);
    if (known) return known;
    const lanes = lanesWithin(this.#index, section);
    const annotations = this.#index.touching(section);
    makeRoom(this.#surface, section, { annotations, lanes });
    const held = { annotations, lanes, pieces: annotations.flatMap(drawnIn(lanes)) };
    this.#held.set(index, held);
    return held;
  }

  /** What is held, with the annotation whose ends are being moved as it would be. */
  #withReshaped(section: Section, held: Held): Held {
    const { reshaped } = this.#emphasis;
    const stored = reshaped && this.#index.get(reshaped.id);
    if (!stored) return held;
    const { lanes } = held;
    const others = held.annotations.filter(({ id }) => id !== stored.id);
    const annotations = [...others, { ...stored, fragments: reshaped.fragments }];
    makeRoom(this.#surface, section, { annotations, lanes });
    return { annotations, lanes, pieces: annotations.flatMap(drawnIn(lanes)) };
  }
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
