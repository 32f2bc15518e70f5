import { type Shift, shiftFigures } from './raised-figures';

/**
 * Puts text together as CSS would set it: runs of white space become one space, none at either end of a line; a
 * break asked for twice is made once, and never before the first word or after the last.
 * No-break spaces and other characters than ASCII white space are kept.
 */
export interface TextWriter {
  /** Text whose white space collapses. */
  write(text: string): void;
  /** Text whose white space counts. */
  writePreformatted(text: string): void;
  /** A space, unless one is due or a line begins. */
  space(): void;
  /** One line end, on top of those asked for in the same way: `<br>`. */
  lineEnd(): void;
  /** At least so many line ends before the next word; tabs of a row that is over are dropped. */
  separate(lineEnds: 1 | 2): void;
  /** A tab before the next word: the next cell of a row. */
  tab(): void;
  /** How many pieces have been written: a place for `textSince`. */
  place(): number;
  /**
   * Begins text that stands above the line or below it. The function that is returned ends it: its figures are then
   * shifted, if anything but white space stands right before or right after.
   */
  startShift(shift: Shift): () => void;
  /** How many code units have been written, breaks and blanks left aside. */
  length(): number;
  /** What was written since `place`, trimmed: its first pieces only, enough for a title. */
  textSince(place: number): string;
  /** All of it. */
  finish(): string;
}

const titlePieces = 200;
/** In code units, with the blank before it. */
const mostShifted = 30;

/** An empty writer. */
export function createTextWriter(): TextWriter {
  const pieces: string[] = [];
  let spaceDue = false;
  let tabsDue = 0;
  let lineEndsDue = 0;
  let separation = 0;
  let length = 0;
  /** Where text begins that is to be shifted if the next word follows right on it. */
  let shiftDue: { readonly from: number; readonly shift: Shift } | null = null;

  const isBlankDue = (): boolean =>
    spaceDue || tabsDue > 0 || Math.max(lineEndsDue, separation) > 0;

  const applyShift = (from: number, shift: Shift): void => {
    // A figure is short: no text is put together for what is none, however deep one lies in another.
    let units = 0;
    for (let at = from; at < pieces.length; at += 1) {
      units += pieces[at]?.length ?? 0;
      if (units > mostShifted) return;
    }
    const [, blank = '', words = ''] = /^(\s*)(.*)$/s.exec(pieces.slice(from).join('')) ?? [];
    pieces.splice(from, Number.POSITIVE_INFINITY, blank + shiftFigures(words, shift));
  };

  const put = (text: string): void => {
    const lineEnds = Math.max(lineEndsDue, separation);
    if (shiftDue && !isBlankDue() && /^\S/.test(text)) applyShift(shiftDue.from, shiftDue.shift);
    shiftDue = null;
    if (pieces.length > 0) {
      if (lineEnds > 0 || tabsDue > 0) pieces.push('\n'.repeat(lineEnds) + '\t'.repeat(tabsDue));
      else if (spaceDue) pieces.push(' ');
    }
    spaceDue = false;
    tabsDue = 0;
    lineEndsDue = 0;
    separation = 0;
    pieces.push(text);
    length += text.length;
  };

  return {
    write(text) {
      const collapsed = text.replace(/[ \t\n\f\r]+/g, ' ');
      if (collapsed === '') return;
      if (collapsed.startsWith(' ')) spaceDue = true;
      if (collapsed === ' ') return;
      const endsInSpace = collapsed.endsWith(' ');
      put(collapsed.slice(collapsed.startsWith(' ') ? 1 : 0, endsInSpace ? -1 : undefined));
      spaceDue = endsInSpace;
    },
    writePreformatted(text) {
      const start = leadingLineEnds(text);
      lineEndsDue += start;
      if (start === text.length) return;
      const end = endBeforeLineEnds(text);
      put(text.slice(start, end));
      lineEndsDue = text.length - end;
    },
    space() {
      spaceDue = true;
    },
    lineEnd() {
      lineEndsDue += 1;
    },
    separate(lineEnds) {
      separation = Math.max(separation, lineEnds);
      tabsDue = 0;
    },
    tab() {
      tabsDue += 1;
    },
    place: () => pieces.length,
    startShift(shift) {
      const from = pieces.length;
      const follows = !isBlankDue() && /\S$/.test(pieces.at(-1) ?? '');
      return () => {
        if (pieces.length === from) return;
        if (follows) applyShift(from, shift);
        else shiftDue = { from, shift };
      };
    },
    length: () => length,
    textSince: (place) =>
      pieces
        .slice(place, place + titlePieces)
        .join('')
        .trim(),
    finish: () => pieces.join(''),
  };
}

function leadingLineEnds(text: string): number {
  let count = 0;
  while (text[count] === '\n') count += 1;
  return count;
}

function endBeforeLineEnds(text: string): number {
  let end = text.length;
  while (text[end - 1] === '\n') end -= 1;
  return end;
}
