import type { BaselineDesk } from './baseline-desk';
import type { BaselineSubject } from './subject';

/** The one handle of a baseline, at the end of the annotation walked to: it can be dragged as the program's can. */
export class BaselineKnob {
  readonly #element = document.createElement('i');
  readonly #desk: BaselineDesk;
  readonly #subject: BaselineSubject;
  #isTaken = false;

  constructor(desk: BaselineDesk, subject: BaselineSubject) {
    this.#desk = desk;
    this.#subject = subject;
    this.#element.id = 'knob';
    this.#element.dataset['end'] = 'end';
    this.#element.dataset['fragment'] = '0';
    this.#element.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.#take(true);
    });
    document.addEventListener('pointerup', () => this.#take(false));
    document.addEventListener('pointermove', (event) => {
      if (this.#isTaken) this.#moveTo(event);
    });
  }

  /** Draws it where the annotation ends. */
  show(): void {
    const box = this.#subject.endBox(this.#desk.current);
    if (!box) return;
    this.#element.style.left = `${box.right}px`;
    this.#element.style.top = `${box.top}px`;
    document.body.append(this.#element);
  }

  #take(isTaken: boolean): void {
    this.#isTaken = isTaken;
    // The text below is to be found while it is dragged.
    this.#element.style.pointerEvents = isTaken ? 'none' : '';
  }

  #moveTo({ clientX, clientY }: PointerEvent): void {
    const place = document.caretPositionFromPoint(clientX, clientY);
    if (place) this.#subject.moveEnd(this.#desk.current, place);
  }
}
