import { type BenchDocument } from '../documents/document';
import { planted } from '../documents/words';
import { rangesOf } from './ranges-in-text';
import type { BaselineId, BaselineSubject } from './subject';

/** What is done with a baseline by its keys, with the same keys as in the program. */
export class BaselineDesk {
  readonly #subject: BaselineSubject;
  readonly #scroller: HTMLElement;
  #host = document.createElement('div');
  #undo: (() => void)[] = [];
  #current = -1;
  /** The annotations of the words planted as tagged, once they are others than those of the document. */
  #tagged: readonly BaselineId[] | null = null;
  /** What is shown; null before the first. */
  shown: BenchDocument | null = null;
  /** What was said of the last search. */
  found = '';

  constructor(subject: BaselineSubject, scroller: HTMLElement) {
    this.#subject = subject;
    this.#scroller = scroller;
  }

  /** The number of the annotation walked to; -1 before the first. */
  get current(): number {
    return this.#current;
  }

  open(document_: BenchDocument): void {
    this.#subject.close();
    this.#host = document.createElement('div');
    this.#host.dataset['articleText'] = '';
    this.#scroller.replaceChildren(this.#host);
    this.#scroller.scrollTo(0, 0);
    this.shown = document_;
    this.#current = -1;
    this.#undo = [];
    this.#tagged = null;
    this.#subject.open(document_, this.#host);
  }

  step(direction: 1 | -1): void {
    const count = this.shown?.annotations.length ?? 0;
    this.#current = (Math.max(this.#current, direction === 1 ? -1 : 0) + direction + count) % count;
    this.#subject.select(this.#current);
  }

  tagSelection(): void {
    const selection = getSelection();
    if (!selection || selection.rangeCount === 0) return;
    this.#add([selection.getRangeAt(0).cloneRange()]);
  }

  tagAll(): void {
    this.#add(rangesOf(this.#host, planted.fresh));
  }

  deleteAll(): void {
    const ids = this.#tagged ?? this.#findTagged();
    this.#subject.remove(ids);
    this.#undo.push(() => {
      this.#tagged = this.#subject.add(rangesOf(this.#host, planted.tagged));
    });
  }

  undo(): void {
    this.#undo.pop()?.();
  }

  find(words: string): void {
    const ranges = words === '' ? [] : rangesOf(this.#host, words);
    if (!this.#subject.showFound(ranges)) return;
    this.found = `1 of ${ranges.length.toLocaleString('en')}`;
  }

  #findTagged(): readonly BaselineId[] {
    const { text = '', annotations = [] } = this.shown ?? {};
    return annotations.flatMap(({ start, end }, id) =>
      text.slice(start, end) === planted.tagged ? [id] : [],
    );
  }

  #add(ranges: readonly AbstractRange[]): void {
    const ids = this.#subject.add(ranges);
    this.#undo.push(() => this.#subject.remove(ids));
  }
}
