import type { AnnotationKind } from '../../src/core/annotation/annotation';
import type { DocumentPlan } from './document';
import { type Random, randomOf } from './random';
import { planted } from './words';

/** Where something is annotated: offsets in UTF-16 code units, the end exclusive, within one paragraph. */
export interface BenchAnnotation {
  readonly start: number;
  readonly end: number;
  readonly kind: AnnotationKind;
}

/** The stretch at the beginning of the text that holds the annotations called near. */
export const nearCharacters = 40_000;

/**
 * As many annotations of `text` as planned, in reading order and scattered evenly: of twenty, eleven are enterprises of one
 * to four words, five claims of six to fifteen, which hold some of the others or overlap them, and four dates of two or
 * three. Words planted to be tagged are left out of enterprises; those planted as tagged all are enterprises.
 */
export function annotationsIn(text: string, plan: DocumentPlan): readonly BenchAnnotation[] {
  const { seed, annotations, near = 0, isPlanted = false } = plan;
  const fixed = isPlanted ? everyPlace(text, planted.tagged) : [];
  const words = isPlanted ? wordsOutside(text) : wordsOf(text);
  const border = near > 0 ? words.findIndex(({ start }) => start >= nearCharacters) : 0;
  const scattered = [
    ...scatter(words.slice(0, border), near, randomOf(seed + 1)),
    ...scatter(words.slice(border), annotations - near - fixed.length, randomOf(seed + 2)),
  ];
  return [...fixed, ...scattered].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

interface Word {
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): readonly Word[] {
  return Array.from(text.matchAll(/[^\s.]+/g), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** The words that are not planted; what is made of them ends before planted ones. */
function wordsOutside(text: string): readonly Word[] {
  const names = new Set(`${planted.found} ${planted.fresh} ${planted.tagged}`.split(' '));
  return wordsOf(text).filter(({ start, end }) => !names.has(text.slice(start, end)));
}

function everyPlace(text: string, words: string): readonly BenchAnnotation[] {
  const places: BenchAnnotation[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length, kind: 'enterprise' });
  return places;
}

const forms = [
  { share: 11, kind: 'enterprise', least: 1, most: 4 },
  { share: 5, kind: 'claim', least: 6, most: 15 },
  { share: 4, kind: 'date', least: 2, most: 3 },
] as const;

function scatter(
  words: readonly Word[],
  count: number,
  random: Random,
): readonly BenchAnnotation[] {
  const made: BenchAnnotation[] = [];
  for (let index = 0; index < count; index += 1) {
    const from = Math.floor((index * words.length) / count);
    const to = Math.floor(((index + 1) * words.length) / count);
    const first = from + random.below(Math.max(1, to - from));
    const { kind, least, most } = drawForm(random);
    made.push({ ...stretch(words, first, least + random.below(most - least + 1)), kind });
  }
  return made;
}

function drawForm(random: Random): (typeof forms)[number] {
  const drawn = random.below(20);
  if (drawn < forms[0].share) return forms[0];
  return drawn < forms[0].share + forms[1].share ? forms[1] : forms[2];
}

/** So many words from the one at `first`, or fewer: words further apart than a sentence's end are not joined. */
function stretch(words: readonly Word[], first: number, count: number): Word {
  const { start, end: firstEnd } = words[first] as Word;
  let end = firstEnd;
  for (let next = first + 1; next < first + count; next += 1) {
    const word = words[next];
    if (!word || word.start - end > 1) break;
    end = word.end;
  }
  return { start, end };
}
