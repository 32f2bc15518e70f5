import { readsAsParticles } from './particles';
import { isHighSurrogate, isLowSurrogate, type Span } from './span';
import { isUnseen, withoutUnseen } from './unseen';

/** Letters, digits and marks of any script; not the hangul letter araea, which is written as a middle dot. */
const wordCharacter = /[[\p{L}\p{N}\p{M}]--[\u318d]]/v;

const hangulRun = /^[[\p{Script=Hangul}&&\p{L}]--[\u318d]]+/v;

/** How far after a word particles are looked for, in UTF-16 units: more than any have, decomposed. */
const reach = 40;

/**
 * Whether `span` holds whole words: no letter or digit goes on at either end, except that Korean particles may follow,
 * which stay outside. A hyphen or an apostrophe ends a word (Steel in Steel-making, Kangan in Kangan’s), as does any
 * other character that is no letter, digit or mark. An end of the span that is itself no letter ends a word.
 */
export function isWholeWords(text: string, { start, end }: Span): boolean {
  return startsWord(text, start) && endsWord(text, end);
}

/** Whether what begins at `offset` does not go on from a letter or digit before it. */
export function startsWord(text: string, offset: number): boolean {
  return !isWordCharacter(text, offset) || !isWordCharacter(text, characterBefore(text, offset));
}

/** Whether what ends at `offset` is not gone on with, but for Korean particles. */
export function endsWord(text: string, offset: number): boolean {
  let next = offset;
  while (isUnseen(text.charAt(next))) next += 1;
  const last = characterBefore(text, offset);
  if (!isWordCharacter(text, last) || !isWordCharacter(text, next)) return true;
  const [letters] = hangulRun.exec(text.slice(next, next + reach)) ?? [];
  if (letters === undefined) return false;
  const before = withoutUnseen(text.slice(Math.max(0, offset - 8), offset)).normalize('NFC');
  return readsAsParticles(before.slice(-1), letters.normalize('NFC'));
}

/** Where the character before `offset` starts, what is unseen passed over; -1 when there is none. */
function characterBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at >= 0 && isUnseen(text.charAt(at))) at -= 1;
  const isSecondHalf =
    at > 0 && isLowSurrogate(text.charCodeAt(at)) && isHighSurrogate(text.charCodeAt(at - 1));
  return isSecondHalf ? at - 1 : at;
}

function isWordCharacter(text: string, offset: number): boolean {
  const point = text.codePointAt(offset);
  return point !== undefined && wordCharacter.test(String.fromCodePoint(point));
}
