import type { Annotation } from '../../../core/annotation/annotation';
import type { AnnotationId } from '../../../core/ids';
import { useWords } from '../../i18n/catalogue';
import { valueOfAnnotation } from '../value-of-annotation';
import css from './InspectorPanel.module.css';

/** What `SharedMention` takes. */
export interface SharedMentionProps {
  /** The other annotations of the mention. */
  readonly others: readonly Annotation[];
  readonly onSelect: (id: AnnotationId) => void;
}

/** What others say of the same words as the same kind, each with its coder; nothing where nobody does. */
export function SharedMention({ others, onSelect }: SharedMentionProps) {
  const words = useWords();
  if (others.length === 0) return null;
  return (
    <div>
      <h3 className={css.label}>{words.inspector.alsoBy}</h3>
      <ul className={css.held}>
        {others.map((annotation) => {
          const value = valueOfAnnotation(words, annotation);
          return (
            <li key={annotation.id}>
              <button type="button" className={css.heldOne} onClick={() => onSelect(annotation.id)}>
                <span>{words.annotations.coder(annotation.provenance.coder)}</span>
                {value !== null && <span className={css.faint}>{value}</span>}
                {annotation.note && <span className={css.heldNote}>{annotation.note}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
