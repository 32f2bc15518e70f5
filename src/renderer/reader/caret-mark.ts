import type { Caret } from '../../core/text/caret';
import { caretBox } from './lines';
import { onRelayout } from './on-relayout';
import styles from './reader.module.css';
import type { Surface } from './surface';

/**
 * Shows the caret. It hangs in the element of its paragraph, so that it stays at its letter while others are laid out
 * anew, and costs nothing while its section is not rendered.
 */
export class CaretMark {
  readonly #surface: Surface;
  readonly #text: string;
  #element: HTMLElement | null = null;
  #caret: Caret | null = null;
  readonly #stopFollowing: () => void;

  constructor(surface: Surface, text: string) {
    this.#surface = surface;
    this.#text = text;
    this.#stopFollowing = onRelayout(surface.host, () => this.show(this.#caret));
  }

  dispose(): void {
    this.#stopFollowing();
    this.#element?.remove();
  }

  /** Draws the caret at the head of `caret`, or none. */
  show(caret: Caret | null): void {
    this.#caret = caret;
    this.#element?.remove();
    this.#element = null;
    if (!caret) return;
    const { head, atLineEnd = false } = caret;
    const box = caretBox(this.#surface, this.#text, { head, atLineEnd });
    const block = this.#surface.pointAt(head).node.parentElement;
    if (!box || !block) return;
    const around = block.getBoundingClientRect();
    // A new element, so that the blinking begins with the caret shown.
    const element = document.createElement('span');
    element.className = styles.caret ?? '';
    element.setAttribute('aria-hidden', 'true');
    element.style.left = `${box.x - around.left}px`;
    element.style.top = `${box.top - around.top}px`;
    element.style.height = `${box.height}px`;
    block.append(element);
    this.#element = element;
  }
}
