import type { FragmentEnd, Fragments } from '../../core/annotation/annotation';
import { caretBox } from './lines';
import { onRelayout } from './on-relayout';
import styles from './reader.module.css';
import type { Surface } from './surface';

/** The annotation whose ends can be taken hold of. */
export interface HeldEnds {
  readonly fragments: Fragments;
  /** The end that is being moved. */
  readonly active: FragmentEnd | null;
}

/**
 * Small handles at the ends of an annotation. As the caret, each hangs in the element of its paragraph. For the pointer
 * alone: the keyboard moves ends by commands.
 */
export class EndHandles {
  readonly #surface: Surface;
  readonly #text: string;
  readonly #stopFollowing: () => void;
  #elements: readonly HTMLElement[] = [];
  #held: HeldEnds | null = null;

  constructor(surface: Surface, text: string) {
    this.#surface = surface;
    this.#text = text;
    this.#stopFollowing = onRelayout(surface.host, () => this.show(this.#held));
  }

  dispose(): void {
    this.#stopFollowing();
    this.#clear();
  }

  /** Draws the handles of `held`, or none. */
  show(held: HeldEnds | null): void {
    this.#held = held;
    this.#clear();
    this.#elements = (held?.fragments ?? []).flatMap((span, fragment) =>
      (['start', 'end'] as const).flatMap((end) => {
        const element = this.#build({ fragment, end }, span[end]);
        if (!element) return [];
        const { active } = held ?? {};
        if (active?.fragment === fragment && active.end === end) element.dataset['active'] = '';
        return [element];
      }),
    );
  }

  #clear(): void {
    for (const element of this.#elements) element.remove();
    this.#elements = [];
  }

  #build({ fragment, end }: FragmentEnd, offset: number): HTMLElement | null {
    const place = { head: offset, atLineEnd: end === 'end' };
    const box = caretBox(this.#surface, this.#text, place);
    const block = this.#surface.pointAt(end === 'end' ? offset - 1 : offset).node.parentElement;
    if (!box || !block) return null;
    const around = block.getBoundingClientRect();
    const element = document.createElement('span');
    element.className = styles.handle ?? '';
    element.setAttribute('aria-hidden', 'true');
    element.dataset['end'] = end;
    element.style.left = `${box.x - around.left}px`;
    element.style.top = `${box.top - around.top}px`;
    element.style.height = `${box.height}px`;
    // Only the knob, which lies beside the line, can be taken: letters under the stem stay there for clicks.
    const knob = document.createElement('span');
    knob.className = styles.knob ?? '';
    knob.dataset['end'] = end;
    knob.dataset['fragment'] = String(fragment);
    element.append(knob);
    block.append(element);
    return element;
  }
}

/** The end whose handle is `target`; null when it is none. */
export function endOfHandle(target: EventTarget | null): FragmentEnd | null {
  if (!(target instanceof HTMLElement)) return null;
  const { end, fragment } = target.dataset;
  if (fragment === undefined || (end !== 'start' && end !== 'end')) return null;
  return { fragment: Number(fragment), end };
}
