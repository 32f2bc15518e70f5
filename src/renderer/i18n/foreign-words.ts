/** Overrides of direction: they make text read backwards, and no page or person writes them for another reason. */
const override = /[\u202d\u202e]/g;

/** What shows nothing: controls, marks of direction, zero-width characters. Joiners and tags, of which emoji are made, stay. */
const unseen =
  /[[\p{Cc}\p{Zl}\p{Zp}[\p{DI}&&\p{Cf}]]--[\u200c]--[\u200d]--[\u{e0020}-\u{e007f}]]/gv;

/** What may hold no word from right to left and no mark of direction; signs and figures belong to every script. */
const fromLeftToRight =
  /^[[\p{Script=Latin}\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]--\p{Bidi_C}]*$/v;

/** Begin and end what has a direction of its own, after which that of the sentence goes on (Unicode Standard Annex 9). */
const isolate = { begin: '\u2068', end: '\u2069' };

/** The name of a file as it is: what shows nothing in it, and could make it read as another, stands as its number. */
export function nameShown(fileName: string): string {
  return fileName.replace(unseen, numberOf);
}

/** A title as it is shown: what would make it read backwards stands as its number. Show it with a direction of its own. */
export function titleShown(title: string): string {
  return title.replace(override, numberOf);
}

/** Words that are not the program's, to stand within a sentence, whose order they leave as it is. */
export function isolated(words: string): string {
  if (fromLeftToRight.test(words)) return words;
  const shown = titleShown(words).replace(/[\u202a-\u202c\u2066-\u2069]/g, '');
  return `${isolate.begin}${shown}${isolate.end}`;
}

/** The same between quotation marks. */
export function quoted(words: string): string {
  return `‘${isolated(words)}’`;
}

/** The name of a file between quotation marks, to stand within a sentence. */
export function quotedName(fileName: string): string {
  return quoted(nameShown(fileName));
}

function numberOf(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
  return `[U+${number.padStart(4, '0')}]`;
}
