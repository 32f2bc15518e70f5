import { contextUnits, fragmentJoint } from '../anchoring/describe';
import type { Annotation, Quote } from '../annotation/annotation';
import { findSpanFault, splitsSurrogatePair } from '../text/span';
import type { HealthFinding } from './finding';

/** What in `annotation` disagrees with the text of its article. A quote is not compared where the fragments are wrong. */
export function findInAnnotation(annotation: Annotation, text: string): readonly HealthFinding[] {
  const wrong = findInFragments(annotation, text);
  return wrong.length > 0 ? wrong : findInQuote(annotation, text);
}

function findInFragments(
  { id: annotationId, articleId, fragments }: Annotation,
  text: string,
): readonly HealthFinding[] {
  const findings: HealthFinding[] = [];
  for (const [fragment, { start, end }] of fragments.entries()) {
    const where = { articleId, annotationId, fragment };
    const before = fragments[fragment - 1];
    const fault = findSpanFault({ start, end }, text);
    if (fault === 'splits-surrogate-pair')
      findings.push({ code: 'span-splits-pair', ...where, start, end });
    else if (fault)
      findings.push({
        code: 'span-outside-text',
        ...where,
        start,
        end,
        textLength: text.length,
      });
    else if (before && start <= before.end)
      findings.push({ code: 'fragments-out-of-order', ...where });
  }
  return findings;
}

function findInQuote(
  { id: annotationId, articleId, fragments, quote }: Annotation,
  text: string,
): readonly HealthFinding[] {
  const { start } = fragments[0];
  const end = fragments.at(-1)?.end ?? start;
  const from = Math.max(0, start - Math.min(quote.prefix.length, contextUnits));
  const to = Math.min(text.length, end + Math.min(quote.suffix.length, contextUnits));
  const found: Quote = {
    exact: fragments.map((span) => text.slice(span.start, span.end)).join(fragmentJoint),
    prefix: text.slice(splitsSurrogatePair(text, from) ? from + 1 : from, start),
    suffix: text.slice(end, splitsSurrogatePair(text, to) ? to - 1 : to),
  };
  return (['exact', 'prefix', 'suffix'] as const).flatMap((part) =>
    quote[part] === found[part]
      ? []
      : {
          code: 'quote-differs',
          articleId,
          annotationId,
          part,
          said: quote[part],
          found: found[part],
        },
  );
}
