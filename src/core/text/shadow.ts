import { type FoldOptions, foldCluster } from './fold';
import { breaksPlainly, decomposedSyllableLength } from './plain-units';
import { type Span, splitsSurrogatePair } from './span';

/**
 * A copy of a text for matching only: folded, with a map back. The text itself is never altered, and every span that
 * comes back is one of the text.
 */
export interface Shadow {
  readonly text: string;
  readonly folded: string;
  /** For each unit of `folded`, where the cluster it came from starts in `text`. Never falls. */
  readonly starts: Uint32Array;
  /** For each unit of `folded`, how many UTF-16 units of `text` that cluster has. */
  readonly lengths: Uint16Array;
}

/** The shadow of `text`. Walks the text once; a text of 5 MB takes 6 bytes a unit for the map. */
export function shadowOf(text: string, options: FoldOptions): Shadow {
  const fold = rememberFolds(options);
  const sheet = openSheet(text.length);
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (!breaksPlainly(text, at + 1))
      for (const length of clusterLengths(text, at)) {
        sheet.write(fold(text.slice(at, at + length)), at, length);
        at += length;
      }
    else {
      if (isItself(unit)) sheet.put(unit, at, 1);
      else sheet.write(fold(text.charAt(at)), at, 1);
      at += 1;
    }
  }
  return { text, ...sheet.close() };
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

/** Lower-case ASCII letters, digits, composed hangul and han count as themselves whatever the options. */
function isItself(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39);
  return (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x4e00 && unit <= 0x9fff);
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

/** A folded text in the making, which grows as needed. */
function openSheet(capacity: number) {
  let units = new Uint16Array(capacity);
  let starts = new Uint32Array(capacity);
  let lengths = new Uint16Array(capacity);
  let used = 0;
  const put = (unit: number, start: number, length: number): void => {
    if (used === units.length) grow();
    units[used] = unit;
    starts[used] = start;
    lengths[used] = length;
    used += 1;
  };
  function grow(): void {
    const larger = used * 2 + 8;
    const [oldUnits, oldStarts, oldLengths] = [units, starts, lengths];
    units = new Uint16Array(larger);
    starts = new Uint32Array(larger);
    lengths = new Uint16Array(larger);
    units.set(oldUnits);
    starts.set(oldStarts);
    lengths.set(oldLengths);
  }
  return {
    put,
    write: (folded: string, start: number, length: number): void => {
      for (let index = 0; index < folded.length; index += 1)
        put(folded.charCodeAt(index), start, length);
    },
    close: () => {
      const parts: string[] = [];
      for (let from = 0; from < used; from += chunk)
        parts.push(String.fromCharCode(...units.subarray(from, Math.min(used, from + chunk))));
      return {
        folded: parts.join(''),
        starts: starts.slice(0, used),
        lengths: lengths.slice(0, used),
      };
    },
  };
}
