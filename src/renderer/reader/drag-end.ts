import type { FragmentEnd } from '../../core/annotation/annotation';
import { endOfHandle } from './end-handles';
import type { ReaderOnScreen } from './follow-input';

/** What is told while a handle is dragged. */
export interface EndDragListener {
  readonly onTake: (end: FragmentEnd) => void;
  /** `exact`: the modifier is held with which ends do not snap to words. */
  readonly onMove: (offset: number, exact: boolean) => void;
  readonly onDrop: () => void;
  /** The drag was given up. */
  readonly onLeave: () => void;
}

/** How near to an edge of the view, in pixels, the text begins to scroll, and by how much a frame. */
const edge = { reach: 36, step: 9 };

/** Lets the handles be dragged until `signal` aborts; Escape gives a drag up, Alt takes any place. */
export function followEndDrags(
  { view, scroller }: Pick<ReaderOnScreen, 'view' | 'scroller'>,
  listener: () => EndDragListener,
  signal: AbortSignal,
): void {
  let pointer: { x: number; y: number; exact: boolean } | null = null;
  let frame = 0;
  let dropped = false;

  const move = (): void => {
    const offset = pointer && view()?.surface.offsetNear(pointer.x, pointer.y);
    if (pointer && typeof offset === 'number') listener().onMove(offset, pointer.exact);
  };
  const scrollAtEdge = (): void => {
    if (!pointer) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const isAbove = pointer.y < top + edge.reach;
    if (isAbove || pointer.y > bottom - edge.reach) {
      scroller.scrollTop += isAbove ? -edge.step : edge.step;
      move();
    }
    frame = requestAnimationFrame(scrollAtEdge);
  };
  const stop = (): void => {
    pointer = null;
    cancelAnimationFrame(frame);
    delete scroller.dataset['dragging'];
  };

  scroller.addEventListener(
    'pointerdown',
    (event) => {
      const end = endOfHandle(event.target);
      if (!end || event.button !== 0) return;
      // No words are selected by the same press.
      event.preventDefault();
      event.stopImmediatePropagation();
      pointer = { x: event.clientX, y: event.clientY, exact: event.altKey };
      scroller.dataset['dragging'] = '';
      listener().onTake(end);
      frame = requestAnimationFrame(scrollAtEdge);
    },
    { signal, capture: true },
  );
  document.addEventListener(
    'pointermove',
    (event) => {
      if (!pointer) return;
      pointer = { x: event.clientX, y: event.clientY, exact: event.altKey };
      move();
    },
    { signal },
  );
  document.addEventListener(
    'pointerup',
    () => {
      if (!pointer) return;
      stop();
      listener().onDrop();
      // The browser takes press and release for a click on what holds both.
      dropped = true;
      setTimeout(() => (dropped = false));
    },
    { signal },
  );
  scroller.addEventListener(
    'click',
    (event) => {
      if (dropped) event.stopPropagation();
    },
    { signal, capture: true },
  );
  const giveUp = (): void => {
    if (!pointer) return;
    stop();
    listener().onLeave();
  };
  document.addEventListener('pointercancel', giveUp, { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (!pointer || event.key !== 'Escape') return;
      event.preventDefault();
      giveUp();
    },
    { signal, capture: true },
  );
  signal.addEventListener('abort', stop);
}
