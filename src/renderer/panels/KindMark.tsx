import type { AnnotationKind } from '../../core/annotation/annotation';
import css from './KindMark.module.css';

/** A small sample of how a kind is drawn in the text. The kind's name always stands near it or in the row's label. */
export function KindMark({ kind }: { readonly kind: AnnotationKind }) {
  return <span className={css.mark} data-kind={kind} aria-hidden="true" />;
}
