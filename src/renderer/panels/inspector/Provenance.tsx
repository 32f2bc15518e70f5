import type { Annotation } from '../../../core/annotation/annotation';
import { useWords } from '../../i18n/catalogue';
import css from './InspectorPanel.module.css';

/** Who made an annotation, how and when, and when it was last changed. */
export function Provenance({ annotation }: { readonly annotation: Annotation }) {
  const { inspector, origins, dateWords } = useWords();
  const { provenance, createdAt, updatedAt } = annotation;
  const who = provenance.coder === '' ? inspector.madeByNobody : inspector.madeBy(provenance.coder);
  return (
    <div className={css.provenance}>
      <p>
        {who}, {origins[provenance.origin]}
      </p>
      <p>
        <time dateTime={createdAt} title={createdAt}>
          {dateWords.moment(new Date(createdAt))}
        </time>
      </p>
      {updatedAt !== createdAt && (
        <p>
          {inspector.changed}{' '}
          <time dateTime={updatedAt} title={updatedAt}>
            {dateWords.moment(new Date(updatedAt))}
          </time>
        </p>
      )}
    </div>
  );
}
