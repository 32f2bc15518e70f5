import { type FoldOptions, foldCluster } from './fold';
import { breaksBetween, breaksPlainly, decomposedSyllableLength } from './plain-units';
import { type Span, splitsSurrogatePair } from './span';

/**
 * A copy of a text for matching only: folded, with a map back. The text itself is never altered, and every span that
 * comes back is one of the text. Where spaces count, a run of them counts as the first.
 */
export interface Shadow {
  readonly text: string;
  readonly options: FoldOptions;
  readonly folded: string;
  /** For each unit of `folded`, where the cluster it came from starts in `text`. Never falls. */
  readonly starts: Uint32Array;
  /** For each unit of `folded`, how many UTF-16 units of `text` that cluster has. */
  readonly lengths: Uint16Array;
}

/** The shadow of `text`. Walks the text once; a text of 5 MB takes 6 bytes a unit for the map. */
export function shadowOf(text: string, options: FoldOptions): Shadow {
  const fold = rememberFolds(options);
  const sheet = openSheet(text.length, options);
  let at = 0;
  while (at < text.length) {
    at = sheet.copy(text, at);
    for (const length of clusterLengths(text, at)) {
      sheet.write(fold(text.slice(at, at + length)), at, length);
      at += length;
    }
  }
  return { text, options, ...sheet.close() };
}

/** What `words` count as; equal for words that are taken for the same. */
export function foldWords(words: string, options: FoldOptions): string {
  return shadowOf(words, options).folded;
}

/**
 * The span of the text that the units `[from, to)` of `folded` came from, without what counts as nothing at its ends.
 * Null when an end lies within a cluster, as between the two letters that ß counts as.
 */
export function spanOfShadow({ starts, lengths }: Shadow, from: number, to: number): Span | null {
  const start = starts[from];
  const last = starts[to - 1];
  if (start === undefined || last === undefined || from >= to) return null;
  if (starts[from - 1] === start || starts[to] === last) return null;
  return { start, end: last + (lengths[to - 1] ?? 0) };
}

/** The index of the first unit of `folded` whose cluster starts at or after `offset` of the text, or its length. */
export function shadowIndexAt({ starts }: Shadow, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] ?? 0) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * What each unit, where it is a cluster of its own, counts as: a unit, or `notOne`. 0 until it is asked for. The same for
 * every text.
 */
type UnitFolds = Uint16Array;

/** Counts as nothing or as several units; no unit of its own, since half a surrogate pair is no cluster for certain. */
const notOne = 0xdfff;

const knownFolds = new Map<string, UnitFolds>();

function unitFoldsOf(options: FoldOptions): UnitFolds {
  const key = [options.matchCase, options.ignoreSpaces, options.ignoreHyphens].join();
  const folds = knownFolds.get(key) ?? new Uint16Array(0x10000);
  knownFolds.set(key, folds);
  return folds;
}

function foldUnit(folds: UnitFolds, unit: number, options: FoldOptions): number {
  const folded = foldCluster(String.fromCharCode(unit), options);
  const one = folded.length === 1 && folded !== '\0' ? folded.charCodeAt(0) : notOne;
  folds[unit] = one;
  return one;
}

function rememberFolds(options: FoldOptions): (cluster: string) => string {
  const known = new Map<string, string>();
  return (cluster) => {
    const before = known.get(cluster);
    if (before !== undefined) return before;
    const folded = foldCluster(cluster, options);
    known.set(cluster, folded);
    return folded;
  };
}

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Runs of clusters that are not told apart at sight are cut after about this many UTF-16 units: engines copy the run
 * for each of its segments.
 */
const runLimit = 256;

/** The lengths of the clusters from `start` on, up to the next place where clusters can be told apart at sight. */
function clusterLengths(text: string, start: number): readonly number[] {
  if (breaksPlainly(text, start + 1)) return [1];
  const syllable = decomposedSyllableLength(text, start);
  if (syllable > 0) return [syllable];
  if (text.charCodeAt(start) === 0x0d && text.charCodeAt(start + 1) === 0x0a) return [2];
  let end = start + 1;
  while (end - start < runLimit && !breaksPlainly(text, end)) end += 1;
  // Half a pair would be a cluster of its own, and what it belongs to would not be the last.
  if (splitsSurrogatePair(text, end)) end -= 1;
  const segments = segmenter.segment(text.slice(start, end));
  const lengths = Array.from(segments, ({ segment }) => segment.length);
  // The last cluster of a run that was cut may go on beyond the cut.
  if (!breaksPlainly(text, end) && lengths.length > 1) lengths.pop();
  return lengths;
}

const chunk = 8_192;
const space = 0x20;

/** Applied, not spread: engines walk a spread array element by element. */
function stringOf(units: Uint16Array): string {
  return Reflect.apply(String.fromCharCode, null, units as ArrayLike<unknown>) as string;
}

/** A folded text in the making, which grows as needed. */
function openSheet(capacity: number, options: FoldOptions) {
  const folds = unitFoldsOf(options);
  let units = new Uint16Array(capacity);
  let starts = new Uint32Array(capacity);
  let lengths = new Uint16Array(capacity);
  let used = 0;
  function grow(least: number): void {
    const larger = Math.max(units.length * 2, least);
    const [oldUnits, oldStarts, oldLengths] = [units, starts, lengths];
    units = new Uint16Array(larger);
    starts = new Uint32Array(larger);
    lengths = new Uint16Array(larger);
    units.set(oldUnits);
    starts.set(oldStarts);
    lengths.set(oldLengths);
  }
  return {
    write: (folded: string, start: number, length: number): void => {
      if (used + folded.length > units.length) grow(used + folded.length);
      for (let index = 0; index < folded.length; index += 1) {
        const unit = folded.charCodeAt(index);
        if (unit === space && used > 0 && units[used - 1] === space) continue;
        units[used] = unit;
        starts[used] = start;
        lengths[used] = length;
        used += 1;
      }
    },
    /**
     * Writes what the units of `text` from `from` on count as, as long as each is for certain a cluster of its own that
     * counts as one unit, and gives where it stopped, before the last unit at the latest. This is nearly all of most
     * texts, so it is one plain loop.
     */
    copy: (text: string, from: number): number => {
      if (used + text.length - from > units.length) grow(used + text.length - from);
      const [toUnits, toStarts, toLengths] = [units, starts, lengths];
      let to = used;
      let at = from;
      let last = to > 0 ? toUnits[to - 1] : 0;
      const end = text.length - 1;
      for (let unit = text.charCodeAt(at); at < end; at += 1) {
        const next = text.charCodeAt(at + 1);
        if (!breaksBetween(unit, next)) break;
        const one = folds[unit] || foldUnit(folds, unit, options);
        if (one === notOne) break;
        unit = next;
        if (one === space && last === space) continue;
        toUnits[to] = one;
        toStarts[to] = at;
        toLengths[to] = 1;
        to += 1;
        last = one;
      }
      used = to;
      return at;
    },
    close: () => {
      const parts: string[] = [];
      for (let from = 0; from < used; from += chunk)
        parts.push(stringOf(units.subarray(from, Math.min(used, from + chunk))));
      return {
        folded: parts.join(''),
        starts: starts.subarray(0, used),
        lengths: lengths.subarray(0, used),
      };
    },
  };
}
