import { withoutUnseen } from '../text/unseen';

/**
 * A shadow copy of words to match date rules on; never to be stored. Hangul is composed, full-width letters, digits
 * and signs become ASCII, hyphens of any width become `-`, what cannot be seen goes, and each run of white space
 * (no-break, thin, line ends, …) becomes one space, none at the ends.
 */
export function foldDateWords(words: string): string {
  return withoutUnseen(words)
    .normalize('NFC')
    .replace(/[\uFF01-\uFF5E]/g, toAscii)
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function toAscii(fullWidth: string): string {
  return String.fromCharCode(fullWidth.charCodeAt(0) - 0xfee0);
}
