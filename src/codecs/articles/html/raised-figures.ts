/** Whether figures stand above the line or below it. */
export type Shift = 'raised' | 'lowered';

/** More than this is text in small letters, not a figure. */
const longest = 20;

const plain = '0123456789+−=()';
const signs: Readonly<Record<Shift, ReadonlyMap<string, string>>> = {
  raised: signsFor(`${plain}in`, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁱⁿ'),
  lowered: signsFor(plain, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'),
};

/**
 * `words` with their figures raised or lowered, so that `10` and an exponent, or a day and the number of a note, are not
 * one number: in the signs that Unicode has for it, else in brackets after `^` or `_`. Words without a figure (the letters
 * of `1st`) and those that have brackets of their own stay as they are.
 */
export function shiftFigures(words: string, shift: Shift): string {
  if (words.length > longest || !/\p{Nd}/u.test(words) || /^[[(].*[\])]$/su.test(words))
    return words;
  if (/[\t\n]/.test(words)) return words;
  const shifted = [...words].map((sign) => signs[shift].get(plainSign(sign)));
  return shifted.includes(undefined)
    ? `${shift === 'raised' ? '^' : '_'}(${words})`
    : shifted.join('');
}

/** A full-width figure as a plain one, and any short dash as a minus. */
function plainSign(sign: string): string {
  if (/[-‐‑–]/u.test(sign)) return '−';
  return /\p{Nd}/u.test(sign) ? sign.normalize('NFKC') : sign;
}

function signsFor(from: string, to: string): ReadonlyMap<string, string> {
  const shifted = [...to];
  return new Map([...from].map((sign, at) => [sign, shifted[at] ?? sign]));
}
