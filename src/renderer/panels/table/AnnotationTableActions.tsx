import Trash2 from 'lucide-react/icons/trash-2';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { type AnnotationKind, annotationKinds } from '../../../core/annotation/annotation';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { Shortcut } from '../../ui/Shortcut';
import { SuggestField } from '../../ui/SuggestField';
import type { RosterRow } from '../../workspace/annotation-roster';
import { KindMark } from '../KindMark';
import css from './AnnotationTable.module.css';

/** What `AnnotationTableActions` takes. Give it another key for another selection. */
export interface AnnotationTableActionsProps {
  /** The rows selected; at least one. */
  readonly chosen: readonly RosterRow[];
  /** Names to offer for enterprises. */
  readonly names: readonly string[];
  readonly onDelete: () => void;
  readonly onKind: (kind: AnnotationKind) => void;
  readonly onName: (name: string | null) => void;
  /** Enter and Escape in the field of the name: back to the table. */
  readonly onDone: () => void;
  /** The field of the name, for whoever moves the focus there; null while no enterprise is selected. */
  readonly nameRef: RefObject<HTMLInputElement | null>;
  /** True when the field of the name was asked for before it was there. */
  readonly nameWanted: boolean;
}

/** What can be done with the annotations selected in the table. */
export function AnnotationTableActions(props: AnnotationTableActionsProps) {
  const { chosen, onDelete, onKind } = props;
  const words = useWords();
  const count = chosen.length;
  const enterprises = chosen.filter(({ kind }) => kind === 'enterprise');
  return (
    <fieldset className={css.actions} aria-label={words.annotationTable.actions}>
      {enterprises.length > 0 && <NameField {...props} enterprises={enterprises} />}
      <div className={css.buttons}>
        {annotationKinds.map((kind, index) => (
          <Button
            key={kind}
            aria-label={words.annotationTable.changeKind[kind](count)}
            title={words.annotationTable.changeKind[kind](count)}
            icon={<KindMark kind={kind} />}
            disabled={chosen.every((row) => row.kind === kind)}
            onClick={() => onKind(kind)}
          >
            <Shortcut keys={String(index + 1)} />
          </Button>
        ))}
        <Button look="danger" icon={<Trash2 size={15} />} onClick={onDelete}>
          {words.annotationTable.delete(count)}
        </Button>
      </div>
    </fieldset>
  );
}

interface NameFieldProps extends AnnotationTableActionsProps {
  readonly enterprises: readonly RosterRow[];
}

/** The name that all selected enterprises should go by. */
function NameField({ enterprises, names, onName, onDone, nameRef, nameWanted }: NameFieldProps) {
  const { annotationTable, inspector } = useWords();
  const [first] = enterprises;
  const alike = enterprises.every(({ value }) => value === first?.value);
  const wanted = useRef(nameWanted);
  useEffect(() => {
    if (wanted.current) nameRef.current?.focus();
  }, [nameRef]);
  const entering = useRef(false);
  // The field keeps keys to itself when it chooses a suggestion, so they are seen on their way in.
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    entering.current = event.key === 'Enter';
    if (event.key !== 'Escape' || isBusy(event.target)) return;
    event.preventDefault();
    event.stopPropagation();
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!entering.current) return;
    event.stopPropagation();
    onDone();
  };
  return (
    <div
      className={css.name}
      onFocus={() => {
        entering.current = false;
      }}
      onKeyDownCapture={onKeyDownCapture}
      onKeyDown={onKeyDown}
    >
      <SuggestField
        label={annotationTable.name(enterprises.length)}
        listLabel={inspector.names}
        placeholder={alike ? annotationTable.noName : annotationTable.severalNames}
        suggestions={names}
        value={alike ? (first?.value ?? '') : ''}
        tidy={(text) => text.replace(/\s+/g, ' ').trim()}
        onCommit={(name) => {
          onName(name === '' ? null : name);
          if (entering.current) onDone();
        }}
        inputRef={nameRef}
      />
    </div>
  );
}

/** Whether the field has something of its own to step back from: a list of suggestions, or text not stored. */
function isBusy(field: EventTarget): boolean {
  return (
    field instanceof Element &&
    (field.getAttribute('aria-expanded') === 'true' || field.hasAttribute('data-unsaved'))
  );
}
