/** What is known of a row before it is drawn. */
export interface RowGuess<Row> {
  readonly keyOf: (row: Row) => string;
  /** About how high a row is in CSS pixels, before it is measured. */
  readonly heightOf: (row: Row) => number;
}

/**
 * Where the rows of a list of any length lie, in CSS pixels from its top. Rows are guessed until they are measured. When
 * the list is given anew, only rows between those that it has in common with the one before, at either end, are asked.
 */
export class RowPlaces<Row> {
  readonly #guess: RowGuess<Row>;
  readonly #measured = new Map<string, number>();
  #rows: readonly Row[] = [];
  #heights = new Float64Array(64);
  /** Where each row begins; one more than there are rows, for the end of the last. */
  #starts = new Float64Array(65);

  constructor(guess: RowGuess<Row>) {
    this.#guess = guess;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** The height of all rows together. */
  get total(): number {
    return this.startOf(this.#rows.length);
  }

  /** Takes `rows` in the place of those before. The array must not change afterwards. */
  take(rows: readonly Row[]): void {
    const before = this.#rows;
    if (rows === before) return;
    const shortest = Math.min(rows.length, before.length);
    let first = 0;
    while (first < shortest && rows[first] === before[first]) first += 1;
    let same = 0;
    while (
      same < shortest - first &&
      rows[rows.length - 1 - same] === before[before.length - 1 - same]
    )
      same += 1;
    this.#rows = rows;
    this.#makeRoom(rows.length);
    this.#heights.copyWithin(rows.length - same, before.length - same, before.length);
    for (let at = first; at < rows.length - same; at += 1)
      this.#heights[at] = this.#heightOf(rows[at] as Row);
    this.#sumFrom(first);
  }

  /** Where row `index` begins; that of the row behind the last is the end of the list. */
  startOf(index: number): number {
    return this.#starts[index] ?? 0;
  }

  /** The row over the pixel at `top`; the first or the last one beyond the ends, and -1 when there are none. */
  indexAt(top: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.startOf(middle) > top) high = middle;
      else low = middle + 1;
    }
    return Math.max(low - 1, Math.min(0, this.#rows.length - 1));
  }

  /** Takes the heights that rows really have, by index. Gives by how much the rows before `top` have moved it. */
  measure(heights: ReadonlyMap<number, number>, top: number): { moved: number; isOther: boolean } {
    let moved = 0;
    let first = this.#rows.length;
    for (const [index, height] of heights) {
      const row = this.#rows[index];
      if (row === undefined) continue;
      const grown = height - (this.#heights[index] ?? 0);
      if (Math.abs(grown) < 0.01) continue;
      if (this.startOf(index) < top) moved += grown;
      this.#measured.set(this.#guess.keyOf(row), height);
      this.#heights[index] = height;
      first = Math.min(first, index);
    }
    const isOther = first < this.#rows.length;
    if (isOther) this.#sumFrom(first);
    return { moved, isOther };
  }

  #heightOf(row: Row): number {
    const measured = this.#measured.size > 0 && this.#measured.get(this.#guess.keyOf(row));
    return measured || this.#guess.heightOf(row);
  }

  #makeRoom(count: number): void {
    if (count <= this.#heights.length) return;
    const room = Math.max(count, this.#heights.length * 2);
    const heights = new Float64Array(room);
    heights.set(this.#heights);
    const starts = new Float64Array(room + 1);
    starts.set(this.#starts);
    this.#heights = heights;
    this.#starts = starts;
  }

  #sumFrom(first: number): void {
    const heights = this.#heights;
    const starts = this.#starts;
    const count = this.#rows.length;
    for (let at = first; at < count; at += 1)
      starts[at + 1] = (starts[at] as number) + (heights[at] as number);
  }
}
