import { contextUnits, fragmentJoint } from '../../core/anchoring/describe';
import { parseEdtf } from '../../core/dates/edtf';
import { findSpanFault, type Span, type SpanFault } from '../../core/text/span';
import type { UnitConverter } from '../../core/text/units';
import { type Fault, type FaultCode, placeOf } from './fault';
import type { ExchangeAnnotation } from './shapes';

/** The text that an annotation is held against. */
interface TextInUnits {
  readonly text: string;
  readonly units: UnitConverter;
}

/** What in an annotation, whose shape is right, disagrees with its text. `place` is the annotation's. */
export function findAnnotationFaults(
  annotation: ExchangeAnnotation,
  within: TextInUnits,
  place: string,
): Fault[] {
  const spanFaults = findSpanFaults(annotation.spans, within.text, place);
  return [
    ...spanFaults,
    // What the spans say cannot be compared when the spans themselves are wrong.
    ...(spanFaults.length > 0 ? [] : findQuoteFaults(annotation, within.text, place)),
    ...(spanFaults.length > 0 ? [] : findCodePointFaults(annotation, within.units, place)),
    ...findDateFaults(annotation, place),
  ];
}

const spanFaultCodes = {
  'not-integer': 'wrong-value',
  empty: 'span-empty',
  'outside-text': 'span-outside-text',
  'splits-surrogate-pair': 'span-splits-pair',
} as const satisfies Record<SpanFault, FaultCode>;

const spanFaultWords = {
  'not-integer': 'is not made of whole numbers',
  empty: 'is empty or ends before it starts',
  'outside-text': 'goes beyond the text',
  'splits-surrogate-pair': 'splits a surrogate pair',
} as const satisfies Record<SpanFault, string>;

function findSpanFaults(spans: readonly Span[], text: string, place: string): Fault[] {
  return spans.flatMap((span, index): Fault[] => {
    const at = placeOf(place, 'spans', index);
    const words = `The span ${span.start}–${span.end}`;
    const fault = findSpanFault(span, text);
    if (fault !== null) {
      const code = spanFaultCodes[fault];
      return [{ place: at, code, message: `${words} ${spanFaultWords[fault]}.` }];
    }
    const before = spans[index - 1];
    if (before === undefined || span.start > before.end) return [];
    const message = `${words} does not come clearly after the one before it.`;
    return [{ place: at, code: 'spans-out-of-order', message }];
  });
}

function findQuoteFaults({ spans, quote }: ExchangeAnnotation, text: string, place: string) {
  const faults: Fault[] = [];
  const differs = (code: FaultCode, key: keyof typeof quote, found: string): void => {
    const message = `The text has ${shorten(found)} here, not ${shorten(quote[key])}.`;
    faults.push({ place: placeOf(place, 'quote', key), code, message });
  };
  const words = spans.map((span) => text.slice(span.start, span.end)).join(fragmentJoint);
  if (words !== quote.exact) differs('quote-differs', 'exact', words);
  const start = spans[0]?.start ?? 0;
  const end = spans.at(-1)?.end ?? 0;
  const before = text.slice(Math.max(0, start - quote.prefix.length), start);
  const after = text.slice(end, end + quote.suffix.length);
  if (before !== quote.prefix) differs('prefix-differs', 'prefix', before);
  else faults.push(...findContextFaults(quote.prefix, 'prefix', place));
  if (after !== quote.suffix) differs('suffix-differs', 'suffix', after);
  else faults.push(...findContextFaults(quote.suffix, 'suffix', place));
  return faults;
}

function findContextFaults(context: string, key: 'prefix' | 'suffix', place: string): Fault[] {
  if (context.length <= contextUnits && context.isWellFormed()) return [];
  const message = context.isWellFormed()
    ? `The ${key} is longer than ${contextUnits} UTF-16 units.`
    : `The ${key} splits a surrogate pair.`;
  return [{ place: placeOf(place, 'quote', key), code: `${key}-differs`, message }];
}

function findCodePointFaults(
  { spans, codePointSpans }: ExchangeAnnotation,
  units: UnitConverter,
  place: string,
): Fault[] {
  const at = placeOf(place, 'codePointSpans');
  const code = 'code-points-differ';
  if (spans.length !== codePointSpans.length) {
    const message = `There are ${spans.length} spans, but ${codePointSpans.length} in code points.`;
    return [{ place: at, code, message }];
  }
  return spans.flatMap((span, index): Fault[] => {
    const start = units.codePointsAt(span.start);
    const end = units.codePointsAt(span.end);
    const said = codePointSpans[index];
    if (said?.start === start && said.end === end) return [];
    const message = `In code points the span is ${start}–${end}, not ${said?.start}–${said?.end}.`;
    return [{ place: placeOf(at, index), code, message }];
  });
}

function findDateFaults(annotation: ExchangeAnnotation, place: string): Fault[] {
  if (annotation.kind !== 'date' || annotation.edtf === undefined) return [];
  if (parseEdtf(annotation.edtf).ok) return [];
  const message = `${shorten(annotation.edtf)} is not a date in EDTF.`;
  return [{ place: placeOf(place, 'edtf'), code: 'not-edtf', message }];
}

function shorten(words: string): string {
  return JSON.stringify(words.length > 60 ? `${words.slice(0, 57)}…` : words);
}
