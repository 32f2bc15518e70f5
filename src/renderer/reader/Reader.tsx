import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import type { AnnotationIndex } from '../../core/annotation/annotation-index';
import type { AnnotationId } from '../../core/ids';
import type { Layout } from '../../core/text/layout';
import type { Span } from '../../core/text/span';
import './highlights.css';
import { type Emphasis, Painter } from './painter';
import styles from './reader.module.css';
import { restoreTop, scrollToSpan, topOffset } from './scroller';
import { boxInView, readSelection, writeSelection } from './selection';
import { Surface } from './surface';

/** What the owner of a reader can ask of it. */
export interface ReaderHandle {
  /** Brings `span` into view, if it is not. */
  reveal(span: Span): void;
  /** Selects `span`, or nothing. */
  select(span: Span | null): void;
  /** What is selected at this moment, which the report by `onSelect` may still be on its way for. */
  selection(): Span | null;
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
  readonly emphasis: Omit<Emphasis, 'hovered'>;
  /** The offset to show at the top when the article appears. */
  readonly startOffset: number;
  /** Above the text: title and facts. */
  readonly heading: ReactNode;
  /** The person selected other words (trimmed, whole clusters), or none; `box` holds those in view, in client pixels. */
  readonly onSelect: (span: Span | null, box: DOMRect | null) => void;
  /** The person clicked at a place without selecting; null beside the text. */
  readonly onPlace: (offset: number | null) => void;
  /** Which annotation a click at `offset` would select, to be shown while pointing. */
  readonly pickAt: (offset: number) => AnnotationId | null;
  /** The text was scrolled; `offset` is the first in view. Called at most once in 250 ms. */
  readonly onScroll: (offset: number) => void;
}

/** The article on screen: read-only text, highlights, selection. Give it a `key` of the article: its text never changes. */
export function Reader(props: ReaderProps) {
  const { ref, label, language, text, layout, index, version, emphasis, heading } = props;
  const scroller = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const drawing = useRef<{ surface: Surface; painter: Painter } | null>(null);
  const latest = useRef(props);
  const [hovered, setHovered] = useState<AnnotationId | null>(null);

  useEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    if (!host.current || !scroller.current) return;
    const surface = new Surface(host.current, text, layout);
    const painter = new Painter(surface, index, scroller.current);
    drawing.current = { surface, painter };
    if (latest.current.startOffset > 0)
      restoreTop(surface, scroller.current, latest.current.startOffset);
    return () => {
      painter.dispose();
      surface.dispose();
      drawing.current = null;
    };
  }, [text, layout, index]);

  useEffect(() => {
    drawing.current?.painter.repaint({ ...emphasis, hovered });
    // The index changes in place, and `version` says when; a new drawing needs its emphasis.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [emphasis, hovered, version, text, layout, index]);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let pressed = false;
    const report = (): void => {
      if (pressed || !drawing.current || !scroller.current) return;
      const { surface } = drawing.current;
      const span = readSelection(surface, text);
      latest.current.onSelect(span, span && boxInView(surface, scroller.current, span));
    };
    const release = (): void => {
      if (!pressed) return;
      pressed = false;
      report();
    };
    host.current?.addEventListener('pointerdown', () => (pressed = true), { signal });
    document.addEventListener('pointerup', release, { signal });
    document.addEventListener('pointercancel', release, { signal });
    document.addEventListener('selectionchange', report, { signal });

    let timer: number | undefined;
    const settle = (): void => {
      timer = undefined;
      if (!drawing.current || !scroller.current) return;
      latest.current.onScroll(topOffset(drawing.current.surface, scroller.current));
      // The words selected are elsewhere in view now.
      report();
    };
    const note = (): void => {
      timer ??= window.setTimeout(settle, 250);
    };
    scroller.current?.addEventListener('scroll', note, { passive: true, signal });
    return () => {
      listening.abort();
      window.clearTimeout(timer);
    };
  }, [text]);

  useImperativeHandle(ref, () => ({
    reveal: (span) => {
      if (drawing.current && scroller.current)
        scrollToSpan(drawing.current.surface, scroller.current, span);
    },
    select: (span) => {
      if (drawing.current) writeSelection(drawing.current.surface, span);
    },
    selection: () => drawing.current && readSelection(drawing.current.surface, text),
    focus: () => scroller.current?.focus({ preventScroll: true }),
  }));

  const offsetOf = (event: { clientX: number; clientY: number }): number | null =>
    drawing.current?.surface.offsetUnder(event.clientX, event.clientY) ?? null;

  return (
    <article ref={scroller} className={styles.scroller} aria-label={label} tabIndex={0}>
      <div className={styles.page}>
        {heading}
        <div
          ref={host}
          className={styles.text}
          data-article-text=""
          lang={language}
          onClick={(event) => {
            if (document.getSelection()?.isCollapsed !== false) props.onPlace(offsetOf(event));
          }}
          onPointerMove={(event) => {
            if (event.buttons !== 0) return;
            const offset = offsetOf(event);
            setHovered(offset === null ? null : props.pickAt(offset));
          }}
          onPointerLeave={() => setHovered(null)}
          onCopy={(event) => {
            const span = drawing.current && readSelection(drawing.current.surface, text);
            if (!span) return;
            event.clipboardData.setData('text/plain', text.slice(span.start, span.end));
            event.preventDefault();
          }}
        />
      </div>
    </article>
  );
}
