import { isHighSurrogate, isLowSurrogate, splitsSurrogatePair } from './span';

/**
 * The three units in which tools count text: UTF-16 code units (ours), Unicode code points (W3C Web Annotation, brat)
 * and UTF-8 bytes (Taguette). An offset lies between two characters, from 0 to the length of the text, both included.
 * A half of a surrogate pair that stands alone counts one code point and three bytes, as in U+FFFD.
 * An offset outside the text, or one that splits a character, is a bug of the caller and throws.
 */
export interface UnitConverter {
  /** Length of the whole text in each unit. */
  readonly length: { readonly utf16: number; readonly codePoints: number; readonly utf8: number };
  /** Code points before a UTF-16 offset. */
  codePointsAt(utf16Offset: number): number;
  /** UTF-8 bytes before a UTF-16 offset. */
  utf8At(utf16Offset: number): number;
  /** The UTF-16 offset that has so many code points before it. */
  utf16AtCodePoint(codePointOffset: number): number;
  /** The UTF-16 offset that has so many UTF-8 bytes before it. */
  utf16AtUtf8(byteOffset: number): number;
}

/** Code points before `utf16Offset` of `text`; for one look-up, which costs a walk over the text before it. */
export function toCodePointOffset(text: string, utf16Offset: number): number {
  checkUtf16Offset(text, utf16Offset);
  return countBetween(text, 0, utf16Offset).codePoints;
}

/** The UTF-16 offset of `text` with `codePointOffset` code points before it; for one look-up. */
export function toUtf16Offset(text: string, codePointOffset: number): number {
  return walkTo(text, { utf16: 0, codePoints: 0, utf8: 0 }, 'codePoints', codePointOffset);
}

/** UTF-8 bytes before `utf16Offset` of `text`; for one look-up. */
export function toUtf8Offset(text: string, utf16Offset: number): number {
  checkUtf16Offset(text, utf16Offset);
  return countBetween(text, 0, utf16Offset).utf8;
}

/**
 * A converter for many look-ups in one text, in any order. It walks the text once, keeping a checkpoint about each
 * 1024 UTF-16 units, so that a look-up walks at most that far. Text without surrogates converts code points at once,
 * ASCII text bytes as well.
 */
export function createUnitConverter(text: string): UnitConverter {
  const table = buildCheckpoints(text);
  const length = {
    utf16: text.length,
    codePoints: table.total.codePoints,
    utf8: table.total.utf8,
  };
  const astral = length.codePoints !== length.utf16;
  const ascii = length.utf8 === length.utf16;

  const countsAt = (utf16Offset: number): Counts => {
    const from = checkpointBefore(table, 'utf16', utf16Offset);
    const rest = countBetween(text, from.utf16, utf16Offset);
    return {
      utf16: utf16Offset,
      codePoints: from.codePoints + rest.codePoints,
      utf8: from.utf8 + rest.utf8,
    };
  };
  const find = (unit: 'codePoints' | 'utf8', offset: number): number => {
    if (!(offset >= 0 && offset <= length[unit])) throw outside(unit, offset, length[unit]);
    return walkTo(text, checkpointBefore(table, unit, offset), unit, offset);
  };

  return {
    length,
    codePointsAt(utf16Offset) {
      checkUtf16Offset(text, utf16Offset);
      return astral ? countsAt(utf16Offset).codePoints : utf16Offset;
    },
    utf8At(utf16Offset) {
      checkUtf16Offset(text, utf16Offset);
      return ascii ? utf16Offset : countsAt(utf16Offset).utf8;
    },
    utf16AtCodePoint: (codePointOffset) => find('codePoints', codePointOffset),
    utf16AtUtf8: (byteOffset) => find('utf8', byteOffset),
  };
}

const checkpointUnits = 1024;

interface Counts {
  readonly utf16: number;
  readonly codePoints: number;
  readonly utf8: number;
}

/** One entry each checkpoint: what lies before it in each unit. No checkpoint splits a pair. */
interface Checkpoints {
  readonly utf16: Uint32Array;
  readonly codePoints: Uint32Array;
  readonly utf8: Uint32Array;
  readonly total: Counts;
}

function buildCheckpoints(text: string): Checkpoints {
  const size = Math.floor(text.length / checkpointUnits) + 1;
  const utf16 = new Uint32Array(size);
  const codePoints = new Uint32Array(size);
  const utf8 = new Uint32Array(size);
  let at: Counts = { utf16: 0, codePoints: 0, utf8: 0 };
  for (let index = 1; index < size; index += 1) {
    const next = index * checkpointUnits;
    at = advance(text, at, splitsSurrogatePair(text, next) ? next - 1 : next);
    utf16[index] = at.utf16;
    codePoints[index] = at.codePoints;
    utf8[index] = at.utf8;
  }
  return { utf16, codePoints, utf8, total: advance(text, at, text.length) };
}

function advance(text: string, from: Counts, to: number): Counts {
  const rest = countBetween(text, from.utf16, to);
  return {
    utf16: to,
    codePoints: from.codePoints + rest.codePoints,
    utf8: from.utf8 + rest.utf8,
  };
}

/** The last checkpoint that has at most `offset` of `unit` before it. */
function checkpointBefore(table: Checkpoints, unit: keyof Counts, offset: number): Counts {
  const column = table[unit];
  let low = 0;
  let high = column.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((column[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return {
    utf16: table.utf16[low] ?? 0,
    codePoints: table.codePoints[low] ?? 0,
    utf8: table.utf8[low] ?? 0,
  };
}

function countBetween(text: string, start: number, end: number) {
  let codePoints = 0;
  let utf8 = 0;
  for (let index = start; index < end; index += 1) {
    const size = sizeAt(text, index);
    codePoints += 1;
    utf8 += size.utf8;
    index += size.utf16 - 1;
  }
  return { codePoints, utf8 };
}

/** The UTF-16 offset at which `unit` has reached `target`, walking on from `from`. */
function walkTo(text: string, from: Counts, unit: 'codePoints' | 'utf8', target: number): number {
  let reached = from[unit];
  let index = from.utf16;
  while (reached < target && index < text.length) {
    const size = sizeAt(text, index);
    reached += unit === 'utf8' ? size.utf8 : 1;
    index += size.utf16;
  }
  if (reached !== target) throw outside(unit, target, reached);
  return index;
}

const oneByte = { utf16: 1, utf8: 1 };
const twoBytes = { utf16: 1, utf8: 2 };
const threeBytes = { utf16: 1, utf8: 3 };
const surrogatePair = { utf16: 2, utf8: 4 };

/** How much the character that begins at `index` takes in each unit. */
function sizeAt(text: string, index: number) {
  const unit = text.charCodeAt(index);
  if (unit < 0x80) return oneByte;
  if (unit < 0x800) return twoBytes;
  if (isHighSurrogate(unit) && isLowSurrogate(text.charCodeAt(index + 1))) return surrogatePair;
  return threeBytes;
}

function checkUtf16Offset(text: string, offset: number): void {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > text.length)
    throw outside('utf16', offset, text.length);
  if (splitsSurrogatePair(text, offset))
    throw new RangeError(`UTF-16 offset ${offset} splits a surrogate pair`);
}

function outside(unit: keyof Counts, offset: number, reached: number): RangeError {
  return new RangeError(
    `${unit} offset ${offset} is outside the text or splits a character (${reached})`,
  );
}
