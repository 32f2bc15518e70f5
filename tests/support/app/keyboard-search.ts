import { findAll } from '../../../src/core/text/find';
import type { Span } from '../../../src/core/text/span';
import { command, type Stroke } from './keyboard-strokes';

/** Words to which the search leads, and the strokes from opening it to leaving it there. */
export interface Landing {
  readonly place: Span;
  readonly strokes: readonly Stroke[];
}

/** How far from the ends of the words wanted a place is worth landing at, in UTF-16 units. */
const nearby = 40;

/** How many letters are typed at most, and how many further matches are gone to. */
const limits = { letters: 8, matches: 4 } as const;

/** Finds every place of a query in one text, each query once. */
export type FindPlaces = (query: string) => readonly Span[];

/** The search of the program over `text`; case does not matter, as when the program starts. */
export function placesIn(text: string): FindPlaces {
  const known = new Map<string, readonly Span[]>();
  return (query) => {
    const places = known.get(query) ?? findAll(text, query, { matchCase: false });
    known.set(query, places);
    return places;
  };
}

/**
 * The places in or near `wanted` to which a search that is opened with the caret at `from`, and nothing selected, leads
 * by a few letters. Letters are those that a keyboard writes without more ado.
 */
export function landingsNear(
  text: string,
  find: FindPlaces,
  { from, wanted }: { readonly from: number; readonly wanted: Span },
): readonly Landing[] {
  const landings: Landing[] = [];
  const tried = new Map<string, number | null>();
  for (const query of queriesNear(text, wanted)) {
    const current = followTyping(query, find, from, tried);
    if (current === null) continue;
    const places = find(query);
    for (let further = 0; further < Math.min(limits.matches, places.length); further += 1) {
      const place = places[(current + further) % places.length] as Span;
      if (place.end < wanted.start - nearby || place.start > wanted.end + nearby) continue;
      const strokes: Stroke[] = [
        command('find.open'),
        ...[...query].map((letter): Stroke => ({ kind: 'letter', letter })),
        ...Array.from({ length: further }, () => command('find.next')),
        { kind: 'leave-search' },
      ];
      landings.push({ place, strokes });
    }
  }
  return landings;
}

/**
 * Which place is current after the last letter of `query`, letter by letter as the program does it: the nearest after
 * the one before, else the first of the text. Null when there is none.
 */
function followTyping(
  query: string,
  find: FindPlaces,
  from: number,
  tried: Map<string, number | null>,
): number | null {
  if (query === '') return null;
  const known = tried.get(query);
  if (known !== undefined) return known;
  const shorter = query.slice(0, -1);
  const before = followTyping(shorter, find, from, tried);
  const start = before === null ? from : (find(shorter)[before]?.start ?? from);
  const places = find(query);
  const next = places.findIndex((place) => place.start >= start);
  const current = places.length === 0 ? null : Math.max(0, next);
  tried.set(query, current);
  return current;
}

function queriesNear(text: string, { start, end }: Span): ReadonlySet<string> {
  const queries = new Set<string>();
  const last = Math.min(text.length, end + nearby);
  for (let at = Math.max(0, start - nearby); at < last; at += 1) {
    if (at > start + nearby && at < end - nearby) continue;
    for (let length = 1; length <= limits.letters; length += 1) {
      const letters = writable(text.slice(at, at + length));
      if (letters !== null) queries.add(letters);
    }
  }
  return queries;
}

/** Words as they are typed: plain marks for typographic ones, a space for a line end. Null when no key writes them. */
function writable(words: string): string | null {
  const typed = words
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[‘’ʼ′]/g, `'`)
    .replaceAll(/[“”„″]/g, '"')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .replaceAll(/\s+/g, ' ');
  return /^[!-~가-힣](?:[ -~가-힣]*[!-~가-힣])?$/.test(typed) ? typed : null;
}
