import type { UnitConverter } from '../../core/text/units';
import { hashText } from '../hash';
import { type Fault, placeOf } from './fault';
import { exchangeSchemaOf } from './schema';
import { articleFactsShape } from './shapes';

const hashSchema = exchangeSchemaOf(articleFactsShape.fields.textHash);
const lengthSchema = exchangeSchemaOf(articleFactsShape.fields.textLength);

/**
 * What an article says of its text, held against the text. `article` need not be of the right shape: only what is
 * of the right shape is compared.
 */
export function findTextFaults(
  article: Readonly<Record<string, unknown>>,
  text: string,
  units: UnitConverter,
  place: string,
): Fault[] {
  if (!text.isWellFormed()) {
    const message = 'The text holds half a surrogate pair, which no file can hold.';
    return [{ place: placeOf(place, 'text'), code: 'text-not-well-formed', message }];
  }
  const faults: Fault[] = [];
  const hash = hashSchema.safeParse(article.textHash);
  if (hash.success && hash.data !== hashText(text)) {
    const message = 'The hash is not that of the text: one of the two was changed.';
    faults.push({ place: placeOf(place, 'textHash'), code: 'text-hash-differs', message });
  }
  const length = lengthSchema.safeParse(article.textLength);
  if (length.success) {
    for (const unit of ['utf16', 'codePoints'] as const) {
      if (length.data[unit] === units.length[unit]) continue;
      const message = `The text has ${units.length[unit]}, not ${length.data[unit]}.`;
      const at = placeOf(place, 'textLength', unit);
      faults.push({ place: at, code: 'text-length-differs', message });
    }
  }
  return faults;
}
