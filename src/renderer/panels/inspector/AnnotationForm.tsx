import ArrowLeft from 'lucide-react/icons/arrow-left';
import Trash2 from 'lucide-react/icons/trash-2';
import { useEffect, useRef } from 'react';
import {
  type Annotation,
  annotationKinds,
  type BodyPatch,
} from '../../../core/annotation/annotation';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { ChoiceRow } from '../../ui/ChoiceRow';
import { IconButton } from '../../ui/IconButton';
import { Shortcut } from '../../ui/Shortcut';
import { TextField } from '../../ui/TextField';
import { KindMark } from '../KindMark';
import { ClaimFields } from './ClaimFields';
import { DateFields } from './DateFields';
import { EnterpriseFields } from './EnterpriseFields';
import { FragmentList } from './FragmentList';
import type { InspectorPanelProps } from './InspectorPanel';
import css from './InspectorPanel.module.css';
import { InspectorTools } from './InspectorTools';
import type { FieldRequest } from './inspector-edits';
import { Provenance } from './Provenance';
import { SharedMention } from './SharedMention';

/** What `AnnotationForm` takes beside what its panel was given. */
interface AnnotationFormProps extends InspectorPanelProps {
  readonly annotation: Annotation;
  /** The article's language, for its words. */
  readonly language: string | undefined;
  readonly unfinished: string | undefined;
  readonly onUnfinished: (text: string | null) => void;
  /** The request has been seen to. */
  readonly onAnswered: (request: FieldRequest) => void;
}

/** Shorter words never need to scroll, even in a small window. */
const longQuote = 120;

/** The fields of one annotation. Give it the annotation's id as its key. */
export default function AnnotationForm(props: AnnotationFormProps) {
  const { annotation, language, shortcuts, onEditAnnotation } = props;
  const { onRevealFragment, onRemoveFragment, request = null, onAnswered } = props;
  const { id, body, quote } = annotation;
  const words = useWords();
  const onFields = (fields: BodyPatch): void => onEditAnnotation(id, { field: 'body', fields });
  const isLong = quote.exact.length > longQuote;
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    if (request === null) return;
    onAnswered(request);
    if (request.annotationId !== id) return;
    const field = form.current?.querySelector(`[data-field="${request.field}"]`);
    const control = field?.querySelector<HTMLElement>('input:checked, input, textarea');
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  }, [request, onAnswered, id]);
  return (
    <section
      ref={form}
      className={css.form}
      data-annotation={id}
      aria-label={`${words.kinds[body.kind]}: ${quote.exact.slice(0, 240)}`}
    >
      <div className={css.head}>
        <IconButton
          label={words.inspector.deselect}
          shortcut={shortcuts.deselect}
          icon={<ArrowLeft size={16} />}
          onClick={props.onDeselect}
        />
        <h2 className={css.title}>
          {words.inspector.annotation}
          {props.paragraph !== undefined && (
            <span className={css.faint}>{words.annotations.paragraph(props.paragraph)}</span>
          )}
        </h2>
        <Button
          look="danger"
          aria-label={words.inspector.delete}
          title={words.inspector.delete}
          icon={<Trash2 size={15} />}
          onClick={() => props.onDelete(id)}
        >
          {shortcuts.delete ? <Shortcut keys={shortcuts.delete} /> : words.inspector.delete}
        </Button>
      </div>
      <blockquote
        className={css.quote}
        data-kind={body.kind}
        lang={language}
        dir="auto"
        aria-label={words.inspector.words}
        // A long one scrolls, so the keyboard must reach it.
        tabIndex={isLong ? 0 : undefined}
      >
        {quote.exact}
      </blockquote>
      <FragmentList
        annotation={annotation}
        language={language}
        onShow={onRevealFragment && ((index) => onRevealFragment(id, index))}
        onRemove={onRemoveFragment && ((index) => onRemoveFragment(id, index))}
      />
      <ChoiceRow
        label={words.inspector.kind}
        labelUnseen
        value={body.kind}
        choices={annotationKinds.map((kind) => {
          const shortcut = shortcuts[kind];
          return {
            value: kind,
            label: words.kinds[kind],
            mark: <KindMark kind={kind} />,
            ...(shortcut !== undefined && { shortcut }),
          };
        })}
        onChoose={(kind) => onEditAnnotation(id, { field: 'kind', kind })}
      />
      <div data-field="value" className={css.value}>
        {body.kind === 'enterprise' && (
          <EnterpriseFields
            body={body}
            exact={quote.exact}
            language={language}
            names={props.names}
            onFields={onFields}
          />
        )}
        {body.kind === 'date' && (
          <DateFields
            body={body}
            exact={quote.exact}
            proposal={props.proposal}
            acceptShortcut={shortcuts.acceptProposal}
            unfinished={props.unfinished}
            onUnfinished={props.onUnfinished}
            onFields={onFields}
            onAccept={() => props.onAcceptProposal(id)}
          />
        )}
        {body.kind === 'claim' && (
          <ClaimFields
            body={body}
            language={language}
            inside={props.inside}
            onFields={onFields}
            onSelect={props.onSelect}
          />
        )}
      </div>
      <div data-field="note">
        <TextField
          label={words.fields.annotations.note}
          placeholder={words.inspector.notePlaceholder}
          lines="free"
          value={annotation.note ?? ''}
          onCommit={(note) => onEditAnnotation(id, { field: 'note', note })}
        />
      </div>
      <InspectorTools tools={props.tools ?? []} onTool={props.onTool} />
      <SharedMention others={props.sharing ?? []} onSelect={props.onSelect} />
      <Provenance annotation={annotation} />
    </section>
  );
}
