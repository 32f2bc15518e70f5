import { createRef } from 'react';
import { render } from 'vitest-browser-react';
import './page';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { AnnotationIndex } from '../../../src/core/annotation/annotation-index';
import type { AnnotationId } from '../../../src/core/ids';
import type { Caret } from '../../../src/core/text/caret';
import { layOut } from '../../../src/core/text/layout';
import type { Span } from '../../../src/core/text/span';
import { noEmphasis } from '../../../src/renderer/reader/painter';
import { Reader, type ReaderHandle, type ReaderProps } from '../../../src/renderer/reader/Reader';
import type { Place } from './mouse';
import { nextFrames } from './page';

/** A reader on the page, what it has reported, and where its words are. */
export interface MountedReader {
  readonly handle: ReaderHandle;
  readonly scroller: HTMLElement;
  readonly host: HTMLElement;
  readonly index: AnnotationIndex;
  readonly reports: {
    readonly carets: (Caret | null)[];
    readonly selected: (Span | null)[];
    readonly boxes: (DOMRect | null)[];
    readonly places: (number | null)[];
    readonly scrolled: number[];
  };
  /** The box of the first glyphs of `words` in the text. */
  boxOf(words: string): DOMRect;
  /** Shows the same reader with other props. */
  change(props: Partial<ReaderProps>): Promise<void>;
  unmount(): Promise<void>;
}

const ignore = (): void => undefined;

/** Shows `text` in a reader of 700 by 600 px. */
export async function mountReader(
  text: string,
  annotations: readonly Annotation[] = [],
  given: Partial<ReaderProps> = {},
): Promise<MountedReader> {
  const index = new AnnotationIndex();
  index.load(annotations);
  const handle = createRef<ReaderHandle>();
  const reports: MountedReader['reports'] = {
    carets: [],
    selected: [],
    boxes: [],
    places: [],
    scrolled: [],
  };
  let props: ReaderProps = {
    label: 'Steel works report',
    language: 'en',
    text,
    layout: layOut(text),
    index,
    version: 0,
    emphasis: noEmphasis,
    held: null,
    startOffset: 0,
    heading: <h1>Steel works report</h1>,
    onCaret: ({ caret, span, box }) => {
      reports.carets.push(caret);
      reports.selected.push(span);
      reports.boxes.push(box);
    },
    ends: { onTake: ignore, onMove: ignore, onDrop: ignore, onLeave: ignore },
    labelOf: ({ quote }) => quote.exact,
    labelOfList: (paragraph) => `Annotations in paragraph ${paragraph}`,
    onPick: ignore,
    onPlace: (offset) => reports.places.push(offset),
    pickAmong: ([innermost]): AnnotationId | null => innermost?.id ?? null,
    onScroll: (offset) => reports.scrolled.push(offset),
    ...given,
  };
  const page = () => (
    <div style={{ width: 700, height: 600 }}>
      <Reader ref={handle} {...props} />
    </div>
  );
  const rendered = await render(page());
  const scroller = rendered.container.querySelector('article');
  const host = rendered.container.querySelector<HTMLElement>('[data-article-text]');
  if (!scroller || !host || !handle.current) throw new Error('the reader did not appear');
  await nextFrames();
  return {
    handle: handle.current,
    scroller,
    host,
    index,
    reports,
    boxOf: (words) => boxOfWords(host, words),
    change: async (changes) => {
      props = { ...props, ...changes };
      await rendered.rerender(page());
    },
    unmount: () => rendered.unmount(),
  };
}

/** The middle of a box. */
export function middleOf({ left, top, width, height }: DOMRect): Place {
  return { x: left + width / 2, y: top + height / 2 };
}

/** Just inside the left edge of a box, at half its height. */
export function startOf({ left, top, height }: DOMRect): Place {
  return { x: left + 1, y: top + height / 2 };
}

/** Just inside the right edge of a box, at half its height. */
export function endOf({ right, top, height }: DOMRect): Place {
  return { x: right - 1, y: top + height / 2 };
}

function boxOfWords(host: HTMLElement, words: string): DOMRect {
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1;
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    return range.getBoundingClientRect();
  }
  throw new Error(`not on the page: ${words}`);
}
