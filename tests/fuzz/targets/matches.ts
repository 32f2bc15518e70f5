import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { isClusterBoundary } from '../../../src/core/text/clusters';
import { findAll } from '../../../src/core/text/find';
import { looseFold } from '../../../src/core/text/fold';
import { placesOfNames, plantNames } from '../../../src/core/text/names';
import { findOccurrences, readsLike } from '../../../src/core/text/occurrences';
import { foldWords, shadowOf, spanOfShadow } from '../../../src/core/text/shadow';
import { findSpanFault, type Span } from '../../../src/core/text/span';
import { someSpan, someText } from '../pieces';
import type { FuzzTarget } from '../target';

/** Shadow, occurrences, names and the search: what is found reads like what was looked for, and its map is true. */
export const matchesTarget: FuzzTarget = {
  name: 'matches',
  make(random) {
    const text = someText(random, 50);
    const span = someSpan(random, text);
    const words =
      span && random.chance(0.8)
        ? text.slice(span.start, span.end).slice(0, 60)
        : someText(random, 3);
    const wholeWords = random.chance(0.5);
    const matchCase = random.chance(0.5);
    return {
      input: JSON.stringify({ text, words, wholeWords, matchCase }),
      check() {
        checkShadow(text);
        for (const mode of ['exact', 'loose'] as const) {
          const found = findOccurrences(text, words, { mode, wholeWords });
          checkOrder(text, found);
          const reads = readsLike(words, mode);
          for (const { start, end } of found) {
            ok(reads(text.slice(start, end)), `${mode}: ${JSON.stringify(text.slice(start, end))}`);
            ok(isClusterBoundary(text, start) && isClusterBoundary(text, end), 'a cluster is cut');
          }
        }
        checkOrder(text, findAll(text, words, { matchCase }));
        checkNames(text, words);
      },
    };
  },
};

function checkShadow(text: string): void {
  const shadow = shadowOf(text, looseFold);
  const { folded, starts, lengths } = shadow;
  strictEqual(starts.length, folded.length);
  for (let index = 0; index < folded.length; index += 1) {
    const start = starts[index] ?? 0;
    const before = starts[index - 1] ?? 0;
    ok(start >= before, 'the map falls');
    ok(start === before || start >= before + (lengths[index - 1] ?? 0), 'clusters overlap');
    ok(start + (lengths[index] ?? 0) <= text.length, 'a cluster goes beyond the text');
  }
  strictEqual(foldWords(text, looseFold), folded);
  const whole = spanOfShadow(shadow, 0, folded.length);
  if (whole) strictEqual(foldWords(text.slice(whole.start, whole.end), looseFold), folded);
}

function checkNames(text: string, words: string): void {
  const shadow = shadowOf(text, looseFold);
  const reads = readsLike(words, 'loose');
  for (const { start, end } of placesOfNames(shadow, plantNames([words]), 0))
    ok(reads(text.slice(start, end)), `a name: ${JSON.stringify(text.slice(start, end))}`);
}

function checkOrder(text: string, found: readonly Span[]): void {
  let before = 0;
  for (const span of found) {
    deepStrictEqual(findSpanFault(span, text), null);
    ok(span.start >= before, 'places overlap');
    before = span.end;
  }
}
