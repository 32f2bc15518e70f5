/**
 * What shows nothing on the screen: the default-ignorable code points of the Unicode Standard (soft hyphen, zero-width
 * space and joiners, word joiner, byte-order mark, the marks of bidirectional text, variation selectors, …) but for the
 * fillers of hangul, which take room, and for what holds an emoji together: a joiner between two pictographs and the
 * tags of a flag, without which it would be other emoji.
 */
const unseen =
  /(?!(?<=\p{ExtPict}[\p{M}\p{EMod}]*)\u200d\p{ExtPict}|(?<=\p{ExtPict}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}])[\p{DI}--[\u115f\u1160\u3164\uffa0]]/gv;

/** Of these, the units that are grapheme clusters of their own and so lie between letters, not in one. */
const unseenAlone = /^[[\p{DI}&&\p{Cf}&&[\0-\uffff]]--[\u200c\u200d]]$/v;

const unseenUnit = /^[[\p{DI}&&[\0-\uffff]]--[\u115f\u1160\u3164\uffa0]]$/v;

/** With no-break, thin and ideographic spaces, every line end, and the fillers of hangul that look like a space. */
const blank = /^[[\s\u0085\u3164\uffa0]--\ufeff]+$/v;

/** The words as they are seen; every other character stays as it is. */
export function withoutUnseen(words: string): string {
  return words.replace(unseen, '');
}

/**
 * Whether one UTF-16 unit shows nothing wherever it stands but within an emoji. False for halves of surrogate pairs, '' and
 * more than one unit.
 */
export function isUnseen(unit: string): boolean {
  return unseenUnit.test(unit);
}

/**
 * Whether one UTF-16 unit shows nothing and is a grapheme cluster of its own. Joiners and variation selectors are not: they
 * belong to the letter before them.
 */
export function isUnseenCluster(unit: string): boolean {
  return unseenAlone.test(unit);
}

/** Whether `words` are nothing but white space of any kind, and not empty. What is unseen is no white space. */
export function isBlank(words: string): boolean {
  return blank.test(words);
}
