import type { PublicationDate } from '../../../core/article';
import { readDateLine, readDay } from './date-line';
import { readDateline } from './dateline';
import type { EdgeLines } from './lines';

/**
 * The day a text says it came out: a date on a line of its own before the story, a dateline that has its year, or a
 * Juche date in brackets in a Korean footer. A dateline without a year says none: the year is never guessed.
 */
export function findPublication({ head, tail }: EdgeLines): PublicationDate | undefined {
  for (const line of head) {
    const day = readDateLine(line);
    if (day !== null) return { date: day, basis: 'header' };
    const dateline = readDateline(line);
    if (dateline !== null) {
      if (dateline.day !== undefined) return { date: dateline.day, basis: 'dateline' };
      break;
    }
  }
  for (const line of tail.slice(0, 4)) {
    const words =
      /\(\s*((?:주체|Juche)\s?\d{1,3}\s?\.\s?\d{1,2}\s?\.\s?\d{1,2}\s?\.?)\s*\)\s*$/u.exec(
        line.normalize('NFC'),
      )?.[1];
    const day = words === undefined ? null : readDay(words);
    if (day !== null) return { date: day, basis: 'header' };
  }
  return undefined;
}
