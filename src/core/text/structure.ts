import { phraseAround } from './phrases';
import { nearestPlace, type Paragraphs } from './places';
import { firstIndexWhere, indexOfSpanAt } from './search-sorted';
import { trimSelection } from './selection';
import { withoutStop } from './sentence-body';
import { sentencesOf } from './sentences';
import { contains, type Span } from './span';
import { wordAfter, wordAt, wordBefore } from './words';

/**
 * The units of the text that hold `place`, smallest first: the words that it touches, the phrase between two marks, the
 * sentence without its full stop, the whole sentence, the paragraph. Each is strictly larger than the one before,
 * without blanks around it, and of whole clusters; the first may be `place` itself. Of a span over several paragraphs
 * there is one: those paragraphs. An offset, or a span that is empty or blank, is a caret, and the units are those
 * around it (a caret between two sentences stands in the blanks after the first). None in a text without paragraphs.
 */
export function stepsOf(text: string, layout: Paragraphs, place: Span | number): readonly Span[] {
  const { paragraphs } = layout;
  const core = coreOf(text, layout, place);
  if (!core) return [];
  const first = paragraphs[indexOfSpanAt(paragraphs, core.start)] as Span;
  const last = paragraphs[indexOfSpanAt(paragraphs, Math.max(core.start, core.end - 1))] as Span;
  const units =
    first === last
      ? unitsWithin(text, layout, first, core)
      : [{ start: first.start, end: last.end }];
  const steps: Span[] = [];
  for (const unit of units) {
    const step = trimSelection(text, unit);
    const before = steps[steps.length - 1];
    const held = before ?? (isCaret(core) ? step : core);
    if (step && held && contains(step, held) && !(before && isSame(step, before))) steps.push(step);
  }
  return steps;
}

/** The smallest unit around `span` that is larger than what it selects; `span` itself if there is none. */
export function widen(text: string, layout: Paragraphs, span: Span): Span {
  const selected = trimSelection(text, span);
  const steps = stepsOf(text, layout, span);
  return steps.find((step) => !selected || !isSame(step, selected)) ?? span;
}

/** The largest unit around `caret` that lies inside `span` and is smaller; null if there is none. */
export function narrow(text: string, layout: Paragraphs, span: Span, caret: number): Span | null {
  const steps = stepsOf(text, layout, caret);
  return steps.findLast((step) => contains(span, step) && !isSame(span, step)) ?? null;
}

/** What `place` means within the paragraphs: a trimmed span, or an empty one at the place of a caret. */
function coreOf(text: string, layout: Paragraphs, place: Span | number): Span | null {
  const { paragraphs } = layout;
  const { start, end } = typeof place === 'number' ? { start: place, end: place } : place;
  const trimmed = trimSelection(text, { start, end });
  if (trimmed) {
    const first = paragraphs[firstIndexWhere(paragraphs, (each) => each.end > trimmed.start)];
    const last = paragraphs[indexOfSpanAt(paragraphs, trimmed.end - 1)];
    if (first && last && first.start <= last.start)
      return {
        start: Math.max(first.start, trimmed.start),
        end: Math.min(last.end, trimmed.end),
      };
  }
  const caret = nearestPlace(text, layout, start);
  return caret === null ? null : { start: caret, end: caret };
}

function unitsWithin(
  text: string,
  layout: Paragraphs,
  paragraph: Span,
  core: Span,
): readonly Span[] {
  const words = isCaret(core)
    ? (wordAt(text, layout, core.start) ?? core)
    : wholeWords(text, paragraph, core);
  const sentence = sentencesAround(text, paragraph, words);
  if (!sentence) return [words, paragraph];
  const body = withoutStop(text, sentence);
  const phrase = phraseAround(text, body, isCaret(words) ? clamp(words, body) : words);
  return [words, ...(phrase ? [phrase] : []), body, sentence, paragraph];
}

/** The span, widened so that neither end lies within a word. */
function wholeWords(text: string, paragraph: Span, span: Span): Span {
  const first = wordAfter(text, paragraph, span.start);
  const last = wordBefore(text, paragraph, span.end);
  return {
    start: Math.min(span.start, first?.start ?? span.start),
    end: Math.max(span.end, last?.end ?? span.end),
  };
}

/** The sentences that `span` touches, without blanks around them. */
function sentencesAround(text: string, paragraph: Span, span: Span): Span | null {
  const sentenceAt = sentencesOf(text, paragraph);
  const first = sentenceAt(Math.min(span.start, paragraph.end - 1));
  const { end } = span.end <= first.end ? first : sentenceAt(span.end - 1);
  return trimSelection(text, { start: first.start, end });
}

/** An empty span at the place of `within` that is nearest to the caret. */
function clamp(caret: Span, within: Span): Span {
  const at = Math.min(Math.max(caret.start, within.start), within.end);
  return { start: at, end: at };
}

function isCaret({ start, end }: Span): boolean {
  return start === end;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
