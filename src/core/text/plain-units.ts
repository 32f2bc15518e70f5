/** First and last of each run: Latin, Greek, Cyrillic, Hebrew, Arabic, punctuation, kana and han, hangul, full-width forms. */
const plainRuns = [
  [0x0000, 0x02ff],
  [0x0370, 0x0482],
  [0x048a, 0x052f],
  [0x05be, 0x05be],
  [0x05d0, 0x05ea],
  [0x0606, 0x060f],
  [0x061b, 0x064a],
  [0x0660, 0x066f],
  [0x0671, 0x06d5],
  [0x06ee, 0x06ff],
  [0x2000, 0x200b],
  [0x200e, 0x206f],
  [0x3000, 0x3029],
  [0x3030, 0x3098],
  [0x309b, 0x9fff],
  [0xac00, 0xd7a3],
  [0xff01, 0xff9d],
] as const;

/** By unit, since it is asked for each unit of a text. */
const plain = new Uint8Array(0x10000);
for (const [first, last] of plainRuns) plain.fill(1, first, last + 1);

/**
 * Whether a UTF-16 code unit never joins another such unit in one grapheme cluster, but for CR before LF: letters,
 * punctuation and white space of the scripts that these texts are written in. Those left out (marks, conjoining jamo, joiners,
 * surrogates and other scripts) may or may not join.
 */
export function isPlainUnit(unit: number): boolean {
  return plain[unit] === 1;
}

/** Whether a cluster certainly ends at `offset` of `text`; false where it takes a closer look to know. */
export function breaksPlainly(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  return breaksBetween(text.charCodeAt(offset - 1), text.charCodeAt(offset));
}

/** Whether a cluster certainly ends between two units that stand beside each other. */
export function breaksBetween(before: number, after: number): boolean {
  if (!isPlainUnit(before)) return false;
  return isLeadingJamo(after) || (isPlainUnit(after) && !(before === 0x0d && after === 0x0a));
}

/**
 * The length of the decomposed hangul syllable that starts at `offset` and is a cluster for certain; 0 when none does,
 * or when it takes a closer look to know.
 */
export function decomposedSyllableLength(text: string, offset: number): number {
  if (!isLeadingJamo(text.charCodeAt(offset))) return 0;
  if (!isBetween(text.charCodeAt(offset + 1), 0x1161, 0x1175)) return 0;
  const length = isBetween(text.charCodeAt(offset + 2), 0x11a8, 0x11c2) ? 3 : 2;
  const next = text.charCodeAt(offset + length);
  return Number.isNaN(next) || isLeadingJamo(next) || isPlainUnit(next) ? length : 0;
}

function isLeadingJamo(unit: number): boolean {
  return isBetween(unit, 0x1100, 0x1112);
}

function isBetween(unit: number, first: number, last: number): boolean {
  return unit >= first && unit <= last;
}
