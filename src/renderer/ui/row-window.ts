import { type RowGuess, RowPlaces } from './row-places';

/** Rows from `first` to before `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/**
 * Which rows of a list are in sight of the box that scrolls it. The box is never asked where it is, which would lay the
 * page out: it tells when it has moved.
 */
export class RowWindow<Row> {
  readonly places: RowPlaces<Row>;
  readonly #listeners = new Set<() => void>();
  readonly #rowsSized = new ResizeObserver((entries) => this.#resizeRows(entries));
  #box: HTMLElement | null = null;
  /** Where the box is scrolled to, and how high it is, in CSS pixels. */
  #view = { top: 0, height: 0 };
  #range: RowRange = { first: 0, end: 0 };
  /** The row last brought into sight, which stays there until someone scrolls elsewhere. */
  #wanted: { readonly index: number; readonly top: number } | null = null;
  #version = 0;
  /** Whether rows were measured since `settle`, and by how much those above have moved the others. */
  #isResized = false;
  #moved = 0;

  constructor(guess: RowGuess<Row>) {
    this.places = new RowPlaces(guess);
  }

  /** Those in sight, in part or wholly; none before the box has told its height. */
  get range(): RowRange {
    return this.#range;
  }

  /** Rises whenever `range` or the places of rows are others. */
  get version(): number {
    return this.#version;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Follows `box`, which scrolls the rows, until the result is called. */
  attach(box: HTMLElement): () => void {
    const resize = (): void => {
      this.#view = { top: box.scrollTop, height: box.clientHeight };
      if (this.#wanted) this.show(this.#wanted.index);
      this.look();
    };
    const follow = (): void => {
      this.#view = { ...this.#view, top: box.scrollTop };
      if (this.#wanted && Math.abs(this.#wanted.top - this.#view.top) > 1) this.#wanted = null;
      this.look();
    };
    this.#box = box;
    resize();
    const sized = new ResizeObserver(resize);
    sized.observe(box);
    box.addEventListener('scroll', follow, { passive: true });
    return () => {
      sized.disconnect();
      box.removeEventListener('scroll', follow);
      this.#box = null;
    };
  }

  /** Scrolls as little as brings row `index` into sight. */
  show(index: number): void {
    const { top, height } = this.#view;
    if (index < 0 || index >= this.places.rows.length) return;
    const start = this.places.startOf(index);
    const end = this.places.startOf(index + 1);
    this.#wanted = { index, top };
    if (height === 0 || (start >= top && end <= top + height)) return;
    this.#scrollTo(start < top ? start : end - height);
    this.#wanted = { index, top: this.#view.top };
    this.look();
  }

  /** Puts right where the box is scrolled to: call it when rows that turned out higher or lower are drawn so. */
  settle(): void {
    if (!this.#isResized) return;
    this.#isResized = false;
    if (this.#moved !== 0) this.#scrollTo(this.#view.top + this.#moved);
    this.#moved = 0;
    if (this.#wanted) this.show(this.#wanted.index);
    this.look();
  }

  /** Looks which rows are in sight now: call it when the rows are others. */
  look(): void {
    const { top, height } = this.#view;
    const first = Math.max(0, this.places.indexAt(top));
    const end = height === 0 ? first : this.places.indexAt(top + height) + 1;
    if (first === this.#range.first && end === this.#range.end) return;
    this.#range = { first, end };
    this.#tell();
  }

  /** The ref of every row that is drawn; it has its index as `data-index`. */
  measure = (element: HTMLElement | null): (() => void) | undefined => {
    if (!element) return undefined;
    this.#rowsSized.observe(element);
    return () => this.#rowsSized.unobserve(element);
  };

  #resizeRows(entries: readonly ResizeObserverEntry[]): void {
    const heights = new Map<number, number>();
    for (const { target, borderBoxSize } of entries) {
      const height = borderBoxSize[0]?.blockSize ?? 0;
      // Rows of a list that is hidden have no height.
      if (height > 0 && target instanceof HTMLElement)
        heights.set(Number(target.dataset['index']), height);
    }
    const { moved, isOther } = this.places.measure(heights, this.#view.top);
    if (!isOther) return;
    this.#moved += moved;
    this.#isResized = true;
    this.#tell();
  }

  #scrollTo(top: number): void {
    if (this.#box) this.#box.scrollTop = top;
    this.#view = { ...this.#view, top };
  }

  #tell(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
