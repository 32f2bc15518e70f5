import type { Annotation } from '../../core/annotation/annotation';
import { findSpanFault } from '../../core/text/span';
import type { UnitConverter } from '../../core/text/units';
import type { ExchangeAnnotation } from './schema';

/**
 * An annotation as an export has it. `text` is that of its article, `units` converts in it.
 * Throws when a fragment is not a span of the text: the store holds none such.
 */
export function describeAnnotation(
  annotation: Annotation,
  text: string,
  units: UnitConverter,
): ExchangeAnnotation {
  const { id, body, fragments, quote, provenance, note } = annotation;
  for (const span of fragments) {
    const fault = findSpanFault(span, text);
    if (fault !== null) throw new Error(`${id}: [${span.start}, ${span.end}) is ${fault}`);
  }
  const place = {
    spans: fragments.map(({ start, end }) => ({ start, end })),
    codePointSpans: fragments.map(({ start, end }) => ({
      start: units.codePointsAt(start),
      end: units.codePointsAt(end),
    })),
    quote: { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
  };
  const rest = {
    provenance: {
      coder: provenance.coder,
      origin: provenance.origin,
      ...(provenance.rule === undefined ? {} : { rule: provenance.rule }),
    },
    createdAt: annotation.createdAt,
    updatedAt: annotation.updatedAt,
    ...(note === undefined ? {} : { note }),
  };
  switch (body.kind) {
    case 'enterprise': {
      const { kind, name } = body;
      return { id, kind, ...place, ...(name === undefined ? {} : { name }), ...rest };
    }
    case 'claim':
      return { id, kind: body.kind, ...place, status: body.status, ...rest };
    case 'date': {
      const { kind, edtf, basis } = body;
      return {
        id,
        kind,
        ...place,
        ...(edtf === undefined ? {} : { edtf }),
        ...(basis === undefined ? {} : { basis }),
        ...rest,
      };
    }
  }
}
