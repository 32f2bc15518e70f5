import { type Fault, placeOf } from './fault';
import { exchangeSchemaOf } from './schema';
import { findSchemaFaults } from './schema-faults';
import { annotationFieldsShape, spanShape } from './shapes';

/** The lists whose length nothing bounds; what they hold is looked at piece by piece. */
const lists = ['spans', 'codePointSpans'] as const;

const annotationFieldsSchema = exchangeSchemaOf(annotationFieldsShape);
const spanSchema = exchangeSchemaOf(spanShape);

/**
 * What keeps the value at `place` from having the shape of an annotation, as `annotationShape` has it. Each span is
 * looked at for itself: zod gathers the faults of a list by calls with one argument a fault, and a hundred thousand of
 * those do not fit the call stack.
 */
export function findShapeFaults(annotation: unknown, place: string): Fault[] {
  const faults = findSchemaFaults(annotationFieldsSchema, annotation, place);
  if (typeof annotation !== 'object' || annotation === null) return faults;
  for (const list of lists) {
    const spans: unknown = Object.entries(annotation).find(([key]) => key === list)?.[1];
    if (!Array.isArray(spans)) continue;
    for (const [index, span] of spans.entries())
      for (const fault of findSchemaFaults(spanSchema, span, placeOf(place, list, index)))
        faults.push(fault);
  }
  return faults;
}
