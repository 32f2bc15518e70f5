import { type DateProposal, proposeDate } from '../../../core/dates/propose';
import type { ScreenState } from '../screen';

/** The value proposed for the selected date, as long as it has none of its own. */
export function proposalFor({ article, selected }: ScreenState): DateProposal | null {
  const annotation = selected && article?.index.get(selected);
  if (!annotation || annotation.body.kind !== 'date' || annotation.body.edtf) return null;
  return proposeDate(annotation.quote.exact);
}
