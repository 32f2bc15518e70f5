import type { Annotation } from '../../core/annotation/annotation';
import { inOrder } from '../../core/records/in-order';
import { findSpanFault } from '../../core/text/span';
import type { UnitConverter } from '../../core/text/units';
import { annotationShape, type ExchangeAnnotation } from './shapes';

/**
 * An annotation as an export has it. `text` is that of its article, `units` converts in it.
 * Throws when a fragment is not a span of the text: the store holds none such.
 */
export function describeAnnotation(
  annotation: Annotation,
  text: string,
  units: UnitConverter,
): ExchangeAnnotation {
  const { articleId: _articleId, fragments, body, ...own } = annotation;
  for (const span of fragments) {
    const fault = findSpanFault(span, text);
    if (fault !== null) throw new Error(`${own.id}: [${span.start}, ${span.end}) is ${fault}`);
  }
  const codePointSpans = fragments.map(({ start, end }) => ({
    start: units.codePointsAt(start),
    end: units.codePointsAt(end),
  }));
  const described = { ...own, ...body, spans: fragments, codePointSpans };
  // The id comes first.
  return Object.assign({ id: own.id }, inOrder(annotationShape, described));
}
