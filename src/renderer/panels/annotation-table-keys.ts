import { type AnnotationKind, annotationKinds } from '../../core/annotation/annotation';

/** What of a keyboard event decides what it asks for. */
export type TableKeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** What a key asks of the annotations chosen in the table. */
export type AskedOfTable =
  | { readonly act: 'delete' }
  | { readonly act: 'name' }
  | { readonly act: 'kind'; readonly kind: AnnotationKind };

/**
 * What a key asks: `1` `2` `3` a kind, Delete and Backspace deletion, `R` another name; null for every other key.
 * Digits and letters are also taken by their place when the layout writes another sign or script there.
 */
export function askedByKey(press: TableKeyPress): AskedOfTable | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (press.key === 'Delete' || press.key === 'Backspace') return { act: 'delete' };
  if (isLetter(press, 'r')) return { act: 'name' };
  const kind = annotationKinds.find((_, index) => isDigit(press, String(index + 1)));
  return kind ? { act: 'kind', kind } : null;
}

function isDigit({ key, code }: TableKeyPress, digit: string): boolean {
  return key === digit || code === `Digit${digit}` || code === `Numpad${digit}`;
}

function isLetter({ key, code }: TableKeyPress, letter: string): boolean {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase() === letter;
  return code === `Key${letter.toUpperCase()}`;
}
