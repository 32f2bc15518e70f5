import type { Random } from './random';

/** Pieces of text in which careless programs lose count, or that look like something else. */
export const pieces: readonly string[] = [
  'a',
  'B',
  'z.',
  ' ',
  '  ',
  ', ',
  '. ',
  '! ',
  '? ',
  '; ',
  ' – ',
  '—',
  '-',
  '‑',
  '…',
  '/',
  '=',
  '+',
  'The Mokdan Works',
  'Mokdan',
  'U.S. ',
  'Mr. Kim ',
  'No. 7 ',
  "workers' ",
  'don’t ',
  '“',
  '”',
  '"',
  '은덕광산',
  '은덕광산에서',
  '강안 제강소',
  '강안',
  '은',
  '《',
  '》고 ',
  '「',
  '」',
  '제철소는 ',
  '은덕'.normalize('NFD'),
  '\u1100',
  '\u1161',
  '\u11a8',
  'é',
  'e\u0301',
  '\u0301',
  '\u0323\u0301',
  'ß',
  'İ',
  'ı',
  'ﬁ',
  'ς',
  'Σ',
  'Ａ',
  '２',
  '½',
  '①',
  '\u0e33',
  'क्षि',
  'سلام',
  'שלום',
  'か\u3099',
  '🏭',
  '👩‍👩‍👧',
  '🇰🇵',
  '🇰',
  '👍🏽',
  '𠮷',
  '𝔐',
  '\u{e0041}\u{e007f}',
  '\ud83c',
  '\udfed',
  '\n',
  '\r\n',
  '\r',
  '\n\n',
  '\t',
  '\v',
  '\f',
  '\u0085',
  '\u2028',
  '\u2029',
  '\u00a0',
  '\u3000',
  '\u00ad',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u200f',
  '\u202e',
  '\u202a',
  '\u202c',
  '\u2060',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
  '\ufeff',
  '\ufffd',
  '\ufffe',
  '\uffff',
  '\u0000',
  '2025',
  '1',
  '15',
  '2025-01-15',
  'January 15, 2025',
  '2025년 1월 15일',
  '주체114(2025)년',
  '107,000',
  '3.5',
  '=cmd|x!A1',
  '@SUM',
  '__proto__',
  'constructor',
  '<b>',
  '&amp;',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\u0000',
];

/** Shorter than how far `core/text/clusters` looks for the ends of a cluster: longer ones are cut there on purpose. */
const longestRun = 400;

/** A text of up to `most` pieces, now and then one piece many times over. Half surrogate pairs may be in it. */
export function someText(random: Random, most = 40): string {
  const parts = random.some(most, () => random.pick(pieces));
  if (random.chance(0.1)) {
    const at = random.below(parts.length + 1);
    const piece = random.pick(pieces);
    parts.splice(at, 0, piece.repeat(1 + random.below(longestRun / piece.length)));
  }
  return parts.join('');
}

/** A text as an article can have it: well formed, without NUL, and with something to see in it. */
export function someArticleText(random: Random, most = 40): string {
  return `${someText(random, most).replaceAll('\0', '')}Works`.toWellFormed();
}

/** A span of `text`, or null if it has none: neither end splits a surrogate pair. */
export function someSpan(random: Random, text: string) {
  const ends = [random.below(text.length + 1), random.below(text.length + 1)].map((offset) =>
    /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1))
      ? offset - 1
      : offset,
  );
  const start = Math.min(...ends);
  const end = Math.max(...ends);
  return start < end ? { start, end } : null;
}
