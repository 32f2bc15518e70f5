import type { AnnotationIndex } from '../../core/annotation/annotation-index';
import type { Caret } from '../../core/text/caret';
import type { Layout } from '../../core/text/layout';
import type { Span } from '../../core/text/span';
import { CaretMark } from './caret-mark';
import { EndHandles } from './end-handles';
import { HitIndex } from './hit-index';
import { type LineMotion, moveByLines } from './line-motion';
import { caretBox } from './lines';
import { NearSections } from './near-sections';
import { Painter } from './painter';
import { ParagraphLists, type ParagraphListsParts } from './paragraph-lists';
import { placeInView } from './place-in-view';
import { restoreTop, scrollToCaret, scrollToSpan } from './scroller';
import { type EndOutside, endsOutside, readCaret, writeCaret } from './selection';
import { Surface } from './surface';
import { writeWhenIdle } from './write-when-idle';

/** What a view is made of. */
export interface ReaderViewParts
  extends Pick<ParagraphListsParts, 'labelOf' | 'labelOfList' | 'onPick'> {
  /** Empty, and left alone by others until `dispose`. */
  readonly host: HTMLElement;
  readonly scroller: HTMLElement;
  readonly text: string;
  readonly layout: Layout;
  readonly index: AnnotationIndex;
  /** The offset to be at the top to begin with. */
  readonly startOffset: number;
}

/** An article as it is drawn: text, highlights and caret, until `dispose`. */
export class ReaderView {
  readonly surface: Surface;
  readonly painter: Painter;
  /** To be updated whenever the index holds something else, or the language is another. */
  readonly lists: ParagraphLists;
  /** To be updated whenever the index holds something else. */
  readonly hits: HitIndex;
  readonly #near: NearSections;
  readonly handles: EndHandles;
  readonly #mark: CaretMark;
  readonly #parts: ReaderViewParts;
  readonly #stopWriting: () => void;
  /** Where lines are followed up and down, and from which place on that holds. */
  #column: { readonly head: number; readonly x: number } | null = null;
  #caret: Caret | null = null;

  constructor(parts: ReaderViewParts) {
    this.#parts = parts;
    this.surface = new Surface(parts.host, parts.text, parts.layout);
    this.#near = new NearSections(this.surface, parts.scroller);
    this.painter = new Painter(this.surface, parts.index, this.#near);
    this.lists = new ParagraphLists({ ...parts, surface: this.surface, near: this.#near });
    this.hits = new HitIndex(this.surface, parts.index, this.#near);
    this.#mark = new CaretMark(this.surface, parts.text);
    this.handles = new EndHandles(this.surface, parts.text);
    if (parts.startOffset > 0) restoreTop(this.surface, parts.scroller, parts.startOffset);
    this.#near.look();
    this.#stopWriting = writeWhenIdle(this.surface);
  }

  dispose(): void {
    this.#stopWriting();
    this.#mark.dispose();
    this.handles.dispose();
    this.hits.dispose();
    this.lists.dispose();
    this.painter.dispose();
    this.#near.dispose();
    this.surface.dispose();
  }

  /** Brings `span` into view, if it is not. */
  reveal(span: Span): void {
    scrollToSpan(this.surface, this.#parts.scroller, span);
  }

  /** Where the caret is at this moment: where the browser has its selection, or where it was left in the article. */
  get caret(): Caret | null {
    const now = readCaret(this.surface);
    const left = this.#caret;
    if (!now) return left && { anchor: left.head, head: left.head };
    // The browser knows nothing of `atLineEnd`.
    return left?.head === now.head && left.anchor === now.anchor ? left : now;
  }

  /** Where the browser has put the caret since it was last placed or followed; null when nothing is new. */
  news(): Caret | null {
    const { caret } = this;
    const left = this.#caret;
    if (!caret || (left?.anchor === caret.anchor && left.head === caret.head)) return null;
    this.follow(caret);
    return caret;
  }

  /**
   * Keeps the browser's selection to the article, when one of its ends has come to lie outside. While the person presses the
   * pointer, an end goes to the place in view nearest to it: where it points, if that is beside the text. Else the end
   * goes to the nearer end of the text.
   */
  keepInText(pointer: { readonly beside: EndOutside | null } | null): void {
    const outside = endsOutside(this.surface);
    const caret = readCaret(this.surface);
    if (!caret || !(outside?.anchor || outside?.head)) return;
    const { scroller, text } = this.#parts;
    const near = (end: EndOutside | null) =>
      pointer && end && placeInView({ surface: this.surface, text, scroller }, end);
    const anchor = near(outside.anchor)?.head ?? caret.anchor;
    const head = near(outside.head && (pointer?.beside ?? null));
    const kept = { ...caret, ...head, anchor };
    writeCaret(this.surface, kept);
    this.follow(kept);
  }

  /** Selects the whole text, and leaves in view what is in view. */
  selectAll(): void {
    const { blocks } = this.surface.layout;
    const [first, last] = [blocks[0], blocks.at(-1)];
    if (first && last) writeCaret(this.surface, { anchor: first.start, head: last.end });
  }

  /** Puts the caret, selects what it spans, and brings its head into view. */
  place(caret: Caret | null): void {
    writeCaret(this.surface, caret);
    this.follow(caret);
    if (caret) scrollToCaret(this.surface, this.#parts.scroller, caret.head);
  }

  /** Draws the caret where the browser already has it. */
  follow(caret: Caret | null): void {
    this.#caret = caret;
    this.#mark.show(caret);
  }

  /** The caret's place at `offset`, in client pixels; null when no text is there. */
  boxAt(offset: number): DOMRect | null {
    const box = caretBox(this.surface, this.#parts.text, { head: offset, atLineEnd: false });
    return box && new DOMRect(box.x, box.top, 1, box.height);
  }

  /** The head of `caret` after a motion by lines as they are laid out now. */
  moveByLines(caret: Caret, motion: LineMotion): Pick<Caret, 'head' | 'atLineEnd'> {
    const { scroller, text } = this.#parts;
    const x = this.#column?.head === caret.head ? this.#column.x : null;
    const moved = moveByLines({ surface: this.surface, text, scroller }, caret, { motion, x });
    this.#column = moved.x === null ? null : { head: moved.head, x: moved.x };
    return { head: moved.head, ...(moved.atLineEnd && { atLineEnd: true }) };
  }
}
