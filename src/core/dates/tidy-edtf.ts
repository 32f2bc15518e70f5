import { searchFold } from '../text/fold';
import { foldWords } from '../text/shadow';

const asTyped = searchFold({ matchCase: true });

/**
 * A value of EDTF in its standard form as people type it: dashes of every kind and full-width signs are plain, blanks at
 * the ends, round `/` and `-`, and before a qualifier go, and a month or day of one figure gets its zero. Everything else stays as it
 * is, so that `parseEdtf` tells what is wrong with it; a value in its standard form comes back unchanged.
 */
export function tidyEdtf(typed: string): string {
  return foldWords(typed, asTyped)
    .trim()
    .replace(/ ?([/-]) ?/g, '$1')
    .replace(/ (?=[?~%](?:\/|$))/g, '')
    .split('/')
    .map(padFigures)
    .join('/');
}

function padFigures(end: string): string {
  return end
    .replace(/^(-?[0-9X]{4})-([1-9])(?![0-9X])/, '$1-0$2')
    .replace(/^(-?[0-9X]{4}-[0-9X]{2})-([1-9])(?![0-9X])/, '$1-0$2');
}
