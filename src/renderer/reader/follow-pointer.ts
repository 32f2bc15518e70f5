import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationId } from '../../core/ids';
import { endOfHandle } from './end-handles';
import type { ReaderOnScreen } from './follow-input';

/** What is asked and told while the person points at the article. */
export interface PointingListener {
  /** Which of the annotations under the pointer, at least one and the innermost first, a click there would select. */
  readonly pickAmong: (annotations: readonly Annotation[]) => AnnotationId | null;
  /** Another annotation is pointed at, or none. */
  readonly onHover: (id: AnnotationId | null) => void;
}

/**
 * Tells which annotation is pointed at, until `signal` aborts. Nothing is looked up while a button is down, and at a handle
 * nothing is pointed at, since a press there takes the handle. The browser sends a move at most once to a frame.
 */
export function followPointer(
  { view, host }: Pick<ReaderOnScreen, 'view' | 'host'>,
  { pickAmong, onHover }: PointingListener,
  signal: AbortSignal,
): void {
  let hovered: AnnotationId | null = null;

  const hover = (id: AnnotationId | null): void => {
    if (id === hovered) return;
    hovered = id;
    onHover(id);
  };
  const point = (event: PointerEvent): void => {
    if (event.buttons !== 0) return;
    const under = view()?.hits.at(event.clientX, event.clientY) ?? [];
    const isFree = under.length > 0 && endOfHandle(event.target) === null;
    hover(isFree ? pickAmong(under) : null);
  };

  host.addEventListener('pointermove', point, { passive: true, signal });
  host.addEventListener('pointerleave', () => hover(null), { passive: true, signal });
}
