import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationIndex } from '../../core/annotation/annotation-index';
import type { AnnotationId } from '../../core/ids';
import { type Caret, selectionOf } from '../../core/text/caret';
import type { Layout } from '../../core/text/layout';
import type { Span } from '../../core/text/span';
import { type EndDragListener, followEndDrags } from './drag-end';
import type { HeldEnds } from './end-handles';
import { followInput, type ReaderInput, type ReaderSelection } from './follow-input';
import { followPointer } from './follow-pointer';
import './highlights.css';
import type { LineMotion } from './line-motion';
import type { Emphasis } from './painter';
import styles from './reader.module.css';
import { ReaderView } from './reader-view';

/** What the owner of a reader can ask of it. */
export interface ReaderHandle {
  /** Brings `span` into view, if it is not. */
  reveal(span: Span): void;
  /** Puts the caret, selects what it spans and brings its head into view; null takes it away. */
  place(caret: Caret | null): void;
  /** Where the caret is at this moment. */
  caret(): Caret | null;
  /** Where the browser has put the caret, when its report by `onCaret` is still on its way; else null. */
  news(): Caret | null;
  /** The head of `caret` after a motion by lines as they are laid out now. */
  moveByLines(caret: Caret, motion: LineMotion): Pick<Caret, 'head' | 'atLineEnd'>;
  /** Selects the whole text, and leaves in view what is in view. */
  selectAll(): void;
  /** Where a caret at `offset` stands, in client pixels; null when no text is there. */
  boxAt(offset: number): DOMRect | null;
  /** Moves the focus into the article. */
  focus(): void;
}

export interface ReaderProps {
  readonly ref?: Ref<ReaderHandle>;
  /** What the article is called, for assistive technology. */
  readonly label: string;
  /** BCP 47 language of the text, when it is known. */
  readonly language: string | undefined;
  readonly text: string;
  readonly layout: Layout;
  readonly index: AnnotationIndex;
  /** Another number whenever the index holds something else. */
  readonly version: number;
  readonly emphasis: Emphasis;
  /** The annotation whose ends can be dragged. */
  readonly held: HeldEnds | null;
  /** The offset to show at the top when the article appears. */
  readonly startOffset: number;
  /** Above the text: title and facts. */
  readonly heading: ReactNode;
  /** The caret went elsewhere, other words were selected, or those selected are elsewhere in view. */
  readonly onCaret: (selection: ReaderSelection) => void;
  /** The person clicked at a place without selecting; null beside the text. */
  readonly onPlace: (offset: number | null) => void;
  /** Which of the annotations pointed at, the innermost first, a click would select: it is shown while pointing. */
  readonly pickAmong: (annotations: readonly Annotation[]) => AnnotationId | null;
  /** A handle was taken, moved and let go. */
  readonly ends: EndDragListener;
  /** What an annotation, and a paragraph's list of them, is called for assistive technology. */
  readonly labelOf: (annotation: Annotation) => string;
  readonly labelOfList: (paragraph: number) => string;
  /** An annotation was chosen from a paragraph's list. */
  readonly onPick: (id: AnnotationId) => void;
  /** The text was scrolled; `offset` is the first in view. Called at most once in 250 ms. */
  readonly onScroll: (offset: number) => void;
}

/** The article on screen: read-only text, highlights, selection. Give it a `key` of the article: its text never changes. */
export function Reader(props: ReaderProps) {
  const { ref, label, language, text, layout, index, version, emphasis, heading } = props;
  const { held, labelOf, labelOfList } = props;
  const scroller = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const drawing = useRef<ReaderView | null>(null);
  const latest = useRef(props);
  const input = useRef<ReaderInput | null>(null);
  const [hovered, setHovered] = useState<AnnotationId | null>(null);

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!host.current || !scroller.current) return;
    const view = new ReaderView({
      host: host.current,
      scroller: scroller.current,
      text,
      layout,
      index,
      startOffset: latest.current.startOffset,
      labelOf: (annotation) => latest.current.labelOf(annotation),
      labelOfList: (paragraph) => latest.current.labelOfList(paragraph),
      onPick: (id) => latest.current.onPick(id),
    });
    drawing.current = view;
    return () => {
      view.dispose();
      drawing.current = null;
    };
  }, [text, layout, index]);

  useEffect(() => {
    drawing.current?.painter.repaint({ ...emphasis, hovered: hovered ?? emphasis.hovered });
    // A new drawing needs its emphasis.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [emphasis, hovered, version, text, layout, index]);

  useEffect(() => {
    drawing.current?.lists.update();
    // The same; and the lists are in the language of the window.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [labelOf, labelOfList, version, text, layout, index]);

  useEffect(() => {
    drawing.current?.hits.update();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [version, text, layout, index]);

  useEffect(() => {
    drawing.current?.handles.show(held);
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [held, text, layout, index]);

  useEffect(() => {
    if (!host.current || !scroller.current) return undefined;
    const listening = new AbortController();
    const view = (): ReaderView | null => drawing.current;
    const reader = { view, host: host.current, scroller: scroller.current, text };
    followEndDrags(reader, () => latest.current.ends, listening.signal);
    input.current = followInput(reader, () => latest.current, listening.signal);
    const pointing = {
      pickAmong: (annotations: readonly Annotation[]) => latest.current.pickAmong(annotations),
      onHover: setHovered,
    };
    followPointer(reader, pointing, listening.signal);
    return () => listening.abort();
  }, [text]);

  useImperativeHandle(ref, () => ({
    reveal: (span) => drawing.current?.reveal(span),
    place: (caret) => drawing.current?.place(caret),
    caret: () => drawing.current?.caret ?? null,
    news: () => drawing.current?.news() ?? null,
    moveByLines: (caret, motion) => drawing.current?.moveByLines(caret, motion) ?? caret,
    selectAll: () => drawing.current?.selectAll(),
    boxAt: (offset) => drawing.current?.boxAt(offset) ?? null,
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }));

  const offsetOf = (event: { clientX: number; clientY: number }): number | null =>
    drawing.current?.surface.offsetUnder(event.clientX, event.clientY) ?? null;

  return (
    <article
      ref={scroller}
      className={styles.scroller}
      aria-label={label}
      tabIndex={0}
      data-reader=""
    >
      <div className={styles.page}>
        {heading}
        <div
          ref={host}
          className={styles.text}
          data-article-text=""
          lang={language}
          onClick={(event) => {
            if (document.getSelection()?.isCollapsed !== false && !input.current?.hasAdded())
              props.onPlace(offsetOf(event));
          }}
          onCopy={(event) => {
            const span = selectionOf(text, drawing.current?.caret ?? null);
            if (!span) return;
            event.clipboardData.setData('text/plain', text.slice(span.start, span.end));
            event.preventDefault();
          }}
        />
      </div>
    </article>
  );
}
