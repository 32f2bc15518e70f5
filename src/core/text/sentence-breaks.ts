/** What stands before the name, number or word that it belongs to. */
const abbreviation =
  /(?<![\p{L}\p{N}])(?:Mr|Mrs|Ms|Messrs|Dr|Prof|St|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Gov|Sen|Rep|Rev|Hon|vs|cf|e\.g|i\.e|approx)\.\s+$/u;

/** What may stand before a name, and may also end a sentence: U.S., J., Co. */
const shortName = /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.)*\p{Lu}|Co|Corp|Inc|Ltd|Bros)\.\s+$/u;

/** Words that begin a sentence far more often than they continue a name. */
const opener =
  /^(?:The|This|That|These|Those|It|Its|He|His|She|Her|They|Their|We|Our|But|And|In|On|At|However)(?![\p{L}\p{N}])/u;

/** What is followed by a number. */
const counted =
  /(?<![\p{L}\p{N}])(?:Nos?|Vol|Fig|Art|Sec|Ch|pp?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.\s+$/u;

/** A year or month of a Korean date in figures, as in 2025. 1. 15. */
const datePart = /(?<![\p{L}\p{N}.,])\d{1,4}\.\s+$/u;

const datePartAfter = /^\d{1,2}\.(?!\d)/;

const closed = /[\p{Pe}\p{Pf}"']\s*$/u;

const closedDirectly = /[\p{Pe}\p{Pf}"']$/u;

const openedDirectly = /[\p{Ps}\p{Pi}]$/u;

/** How far around a break the text is read. */
const reach = 32;

/**
 * Where the sentence that ends at `offset` by Unicode Standard Annex 29 really ends, or null if it goes on there:
 * - after an abbreviation before a capital (Mr. Kim, U.S. Treasury, J. Smith) or a number (No. 7, Jan. 15), and within
 *   a date such as 2025. 1. 15.;
 * - after a closing mark with a particle at once (《…!》고, "…."라고) or a small letter (“…!” he said).
 * An opening mark that stands at once after a full stop belongs to what it opens, and the end moves before it.
 */
export function mendBreak(text: string, offset: number): number | null {
  let end = offset;
  while (openedDirectly.test(text.charAt(end - 1))) end -= 1;
  if (end < offset) return end;
  const before = text.slice(Math.max(0, offset - reach), offset);
  const after = text.slice(offset, offset + reach);
  return goesOn(before, after) ? null : offset;
}

function goesOn(before: string, after: string): boolean {
  if (/^\p{Lu}/u.test(after))
    return abbreviation.test(before) || (shortName.test(before) && !opener.test(after));
  if (/^\d/.test(after))
    return counted.test(before) || (datePart.test(before) && datePartAfter.test(after));
  if (/^\p{Ll}/u.test(after)) return closed.test(before);
  return /^\p{Script=Hangul}/u.test(after) && closedDirectly.test(before);
}
