import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import './page';
import { AnnotationIndex } from '../../../src/core/annotation/annotation-index';
import type { AnnotationId } from '../../../src/core/ids';
import { layOut } from '../../../src/core/text/layout';
import { followPointer } from '../../../src/renderer/reader/follow-pointer';
import styles from '../../../src/renderer/reader/reader.module.css';
import { ReaderView } from '../../../src/renderer/reader/reader-view';
import { annotationOf } from '../../support/builders';
import { endOf, middleOf, startOf } from './mount-reader';
import { mouse } from './mouse';
import { nextFrames } from './page';

const text = 'The Kangan Steel Works met its plan.\nThe mine sent ore.';
const works = annotationOf(text, 'Kangan Steel Works');
const steel = annotationOf(text, 'Steel');
const ore = annotationOf(text, 'ore');
const outside = { x: 850, y: 680 };

let listening: AbortController;
let view: ReaderView;
let scroller: HTMLElement;
/** What was told, and among how many annotations was picked. */
let hovered: (AnnotationId | null)[];
let picked: number[];

beforeEach(async () => {
  await page.viewport(900, 700);
  await mouse.move(outside);
  scroller = document.createElement('article');
  scroller.className = styles.scroller ?? '';
  scroller.style.cssText = 'width: 700px; height: 500px; padding: 2rem';
  const host = document.createElement('div');
  host.className = styles.text ?? '';
  scroller.append(host);
  document.body.append(scroller);
  const index = new AnnotationIndex();
  index.load([works, steel, ore]);
  view = new ReaderView({
    host,
    scroller,
    text,
    layout: layOut(text),
    startOffset: 0,
    index,
    labelOf: ({ quote }) => quote.exact,
    labelOfList: String,
    onPick: () => undefined,
  });
  hovered = [];
  picked = [];
  listening = new AbortController();
  const listener = {
    pickAmong: (annotations: readonly { readonly id: AnnotationId }[]) => {
      picked.push(annotations.length);
      return annotations[0]?.id ?? null;
    },
    onHover: (id: AnnotationId | null) => hovered.push(id),
  };
  followPointer({ view: () => view, host }, listener, listening.signal);
  await nextFrames();
});

afterEach(() => {
  listening.abort();
  view.dispose();
  scroller.remove();
  document.getSelection()?.removeAllRanges();
});

function boxOf(words: string): DOMRect {
  const start = text.indexOf(words);
  return view.surface.rangeOf({ start, end: start + words.length }).getBoundingClientRect();
}

describe('pointing', () => {
  it('is told when another annotation is pointed at, and not again at another letter of it', async () => {
    for (const place of [
      startOf(boxOf('Kangan')),
      endOf(boxOf('Kangan')),
      startOf(boxOf('Steel')),
      endOf(boxOf('Steel')),
      middleOf(boxOf('Works')),
      middleOf(boxOf('plan')),
      middleOf(boxOf('its')),
      middleOf(boxOf('ore')),
      outside,
    ])
      await mouse.move(place);
    await nextFrames();
    expect(hovered).toEqual([works.id, steel.id, works.id, null, ore.id, null]);
  });

  it('tells of all annotations there to pick among', async () => {
    await mouse.move(middleOf(boxOf('Steel')));
    await nextFrames();
    expect(picked.at(-1)).toBe(2);
  });

  it('looks nothing up while a button is down', async () => {
    await mouse.move(startOf(boxOf('The')));
    await mouse.press(startOf(boxOf('The')));
    await nextFrames();
    picked.length = 0;
    await mouse.move(middleOf(boxOf('Kangan')), true);
    await mouse.move(middleOf(boxOf('Steel')), true);
    await nextFrames();
    expect(picked).toEqual([]);
    expect(hovered).toEqual([]);
    await mouse.release(middleOf(boxOf('Steel')));
    await mouse.move(endOf(boxOf('Steel')));
    await nextFrames();
    expect(hovered).toEqual([steel.id]);
  });

  it('hits nothing at the knob of a handle, which a press there takes', async () => {
    view.handles.show({ fragments: steel.fragments, active: null });
    const knob = view.surface.host.querySelector('[data-fragment="0"][data-end="end"]');
    const { left, top, width } = knob?.getBoundingClientRect() ?? new DOMRect();
    const place = { x: left + width / 4, y: top + 1 };
    expect(view.hits.at(place.x, place.y)).toEqual([steel, works]);
    await mouse.move(middleOf(boxOf('Steel')));
    await mouse.move(place);
    await nextFrames();
    expect(hovered).toEqual([steel.id, null]);
  });

  it('is told no more once it is over', async () => {
    listening.abort();
    await mouse.move(middleOf(boxOf('Steel')));
    await nextFrames();
    expect(hovered).toEqual([]);
  });
});
