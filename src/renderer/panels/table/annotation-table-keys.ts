import { type AnnotationKind, annotationKinds } from '../../../core/annotation/annotation';
import { isKey, type PressedKey } from '../../ui/pressed-key';

/** What of a keyboard event decides what it asks for. */
export type TableKeyPress = PressedKey & Pick<KeyboardEvent, 'metaKey'>;

/** What a key asks of the annotations chosen in the table. */
export type AskedOfTable =
  | { readonly act: 'delete' }
  | { readonly act: 'name' }
  | { readonly act: 'kind'; readonly kind: AnnotationKind };

/** What a key asks: `1` `2` `3` a kind, Delete and Backspace deletion, `R` another name; null for every other key. */
export function askedByKey(press: TableKeyPress): AskedOfTable | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null;
  if (isKey(press, 'Delete') || isKey(press, 'Backspace')) return { act: 'delete' };
  if (isKey(press, 'R')) return { act: 'name' };
  const kind = annotationKinds.find((_, index) => isKey(press, String(index + 1)));
  return kind ? { act: 'kind', kind } : null;
}
