/**
 * Whether a UTF-16 code unit never joins another such unit in one grapheme cluster, but for CR before LF: Latin,
 * Cyrillic and Greek letters, kana, han, composed hangul, their punctuation and white space. Those left out (marks,
 * conjoining jamo, joiners, surrogates and other scripts) may or may not join.
 */
export function isPlainUnit(unit: number): boolean {
  if (unit < 0x300) return true;
  if (unit >= 0xac00) return unit <= 0xd7a3 || isBetween(unit, 0xff01, 0xff9d);
  if (unit >= 0x3000) return isPlainEastAsian(unit);
  if (unit >= 0x2000) return unit <= 0x206f && unit !== 0x200c && unit !== 0x200d;
  return isBetween(unit, 0x370, 0x482) || isBetween(unit, 0x48a, 0x52f);
}

function isPlainEastAsian(unit: number): boolean {
  const isTone = isBetween(unit, 0x302a, 0x302f);
  const isVoicing = unit === 0x3099 || unit === 0x309a;
  return unit <= 0x9fff && !isTone && !isVoicing;
}

/** Whether a cluster certainly ends at `offset` of `text`; false where it takes a closer look to know. */
export function breaksPlainly(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
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
