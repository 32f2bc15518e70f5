import type { Annotation } from '../../core/annotation/annotation';
import type { Catalogue } from '../i18n/en';
import { wordsOfEdtf } from './words-of-date';

/** What was said of the words beyond their kind: the name, the status, the date in plain words; null if nothing was. */
export function valueOfAnnotation(
  words: Catalogue,
  { body, quote }: Pick<Annotation, 'body' | 'quote'>,
): string | null {
  if (!hasValue({ body, quote })) return null;
  switch (body.kind) {
    case 'enterprise':
      return body.name ?? null;
    case 'claim':
      return words.claimStatuses[body.status];
    case 'date':
      return body.edtf === undefined ? null : (wordsOfEdtf(words, body.edtf) ?? body.edtf);
  }
}

/** Whether `valueOfAnnotation` has anything to say, without making the words: cheap enough for every row of a long list. */
export function hasValue({ body, quote }: Pick<Annotation, 'body' | 'quote'>): boolean {
  switch (body.kind) {
    case 'enterprise':
      return body.name !== undefined && body.name !== quote.exact;
    case 'claim':
      return body.status !== 'unknown';
    case 'date':
      return body.edtf !== undefined;
  }
}
