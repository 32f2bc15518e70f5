import { readDateLine } from './date-line';
import { readDateline } from './dateline';
import type { EdgeLines } from './lines';
import { outletOfSignature } from './outlet';

const titleUnits = 200;

/** The first line that is not part of a site's or a page's frame, if it is short and no sentence or dateline. */
export function findTitle({ head }: EdgeLines): string | undefined {
  const first = head.find((line) => !isFrame(line));
  if (first === undefined || first.length > titleUnits || readDateline(first) !== null)
    return undefined;
  const title = first.replace(/\s+/g, ' ').trim();
  // A line broken off, or one that ends as sentences do, is the story's own text.
  return /[-,;:.。]$/u.test(title) ? undefined : title;
}

/** Whether a line above the title is a date, a label, a menu, a masthead, an address or a page number. */
function isFrame(line: string): boolean {
  const words = line.trim();
  return (
    !/\p{L}/u.test(words) ||
    readDateLine(words) !== null ||
    outletOfSignature(words) !== undefined ||
    /\b\d{1,2}\/\d{1,2}\/\d{2,4}\b|\b\d{1,2}:\d{2}\b/.test(words) ||
    (/^[\p{L} ]{1,20}[:：]/u.test(words) && words.length < 24) ||
    / \| |>>/.test(words) ||
    /^(?:https?:\/\/|www\.)\S+$/i.test(words)
  );
}
