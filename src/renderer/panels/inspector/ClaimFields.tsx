import {
  type Annotation,
  type BodyPatch,
  type ClaimBody,
  claimStatuses,
} from '../../../core/annotation/annotation';
import type { AnnotationId } from '../../../core/ids';
import { useWords } from '../../i18n/catalogue';
import { ChoiceRow } from '../../ui/ChoiceRow';
import { KindMark } from '../KindMark';
import { valueOfAnnotation } from '../value-of-annotation';
import css from './InspectorPanel.module.css';

/** What `ClaimFields` takes. */
export interface ClaimFieldsProps {
  readonly body: ClaimBody;
  readonly language: string | undefined;
  readonly inside: readonly Annotation[];
  readonly onFields: (fields: BodyPatch) => void;
  readonly onSelect: (id: AnnotationId) => void;
}

/** How far along the claim says things are, and the enterprises and dates that its words hold. */
export function ClaimFields({ body, language, inside, onFields, onSelect }: ClaimFieldsProps) {
  const words = useWords();
  return (
    <>
      <ChoiceRow
        label={words.fields.annotations['body.status']}
        value={body.status}
        choices={claimStatuses.map((status) => ({
          value: status,
          label: words.claimStatuses[status],
        }))}
        onChoose={(status) => onFields({ kind: body.kind, status })}
      />
      {(['enterprise', 'date'] as const).map((kind) => {
        const held = inside.filter((annotation) => annotation.body.kind === kind);
        return (
          <div key={kind}>
            <h3 className={css.label}>{words.inspector.inside[kind]}</h3>
            {held.length === 0 && <p className={css.faint}>{words.inspector.noneInside[kind]}</p>}
            <ul className={css.held}>
              {held.map((annotation) => (
                <li key={annotation.id}>
                  <button
                    type="button"
                    className={css.heldOne}
                    onClick={() => onSelect(annotation.id)}
                  >
                    <KindMark kind={kind} />
                    <span className={css.heldWords} lang={language} dir="auto">
                      {annotation.quote.exact}
                    </span>
                    <span className={css.faint}>{valueOfAnnotation(words, annotation)}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </>
  );
}
