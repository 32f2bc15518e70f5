import type { Annotation } from '../../../core/annotation/annotation';
import { type ComparedField, valueOfField } from '../../../core/import/compare-records';
import { onOneLine } from '../../../core/text/context';
import type { Catalogue } from '../../i18n/en';
import { wordsOfEdtf, wordsOfRule } from '../words-of-date';

/** What an annotation says in one field, for a person to read; empty where it says nothing. */
export function wordsOfField(
  catalogue: Catalogue,
  annotation: Annotation,
  field: ComparedField<'annotations'>,
): string {
  const { importing, kinds, claimStatuses, origins } = catalogue;
  const { fragments, quote, body, provenance } = annotation;
  switch (field) {
    case 'fragments':
      return importing.wordsAt(onOneLine(quote.exact), fragments);
    case 'body.kind':
      return kinds[body.kind];
    case 'body.status':
      return body.kind === 'claim' ? claimStatuses[body.status] : '';
    case 'body.edtf':
      return body.kind === 'date' && body.edtf ? wordsOfValue(catalogue, body.edtf) : '';
    case 'body.basis': {
      const basis = body.kind === 'date' ? body.basis : undefined;
      if (!basis) return '';
      return basis.by === 'hand'
        ? importing.byHand
        : importing.byRule(wordsOfRule(catalogue, basis.rule));
    }
    case 'provenance.origin':
      return origins[provenance.origin];
    case 'provenance.rule':
      return provenance.rule ? wordsOfRule(catalogue, provenance.rule) : '';
    default: {
      const said = valueOfField(annotation, field);
      return typeof said === 'string' ? said : (JSON.stringify(said) ?? '');
    }
  }
}

/** A date as it is stored, which tells any two apart, and how it reads. */
function wordsOfValue(catalogue: Catalogue, edtf: string): string {
  const reading = wordsOfEdtf(catalogue, edtf);
  return reading === null || reading === edtf ? edtf : `${edtf} · ${reading}`;
}
