import { type KeyboardEvent, useId } from 'react';
import { type AnnotationKind, annotationKinds } from '../../../core/annotation/annotation';
import { onOneLine } from '../../../core/text/context';
import type { MatchMode } from '../../../core/text/occurrences';
import { useWords } from '../../i18n/catalogue';
import type { Catalogue } from '../../i18n/en';
import { Button } from '../../ui/Button';
import { ChoiceRow } from '../../ui/ChoiceRow';
import { Modal } from '../../ui/Modal';
import type { IdenticalPreview, SearchProgress } from '../../workspace/actions/identical/identical';
import type { IdenticalJob } from '../../workspace/actions/identical/identical-search';
import { KindMark } from '../KindMark';
import css from './IdenticalDialog.module.css';
import { IdenticalList } from './IdenticalList';

/** What a person may choose of the places. */
export interface IdenticalChoices {
  readonly kind: AnnotationKind;
  readonly mode: MatchMode;
  readonly wholeWords: boolean;
  readonly scope: 'article' | 'all';
}

/** How far the dialog is. `stopped`: the person ended the search before its end. */
export type IdenticalState =
  | ({ readonly kind: 'searching' } & SearchProgress)
  | { readonly kind: 'stopped' }
  | { readonly kind: 'found' }
  | { readonly kind: 'applying' };

/** What `IdenticalDialog` takes. */
export interface IdenticalDialogProps {
  readonly open: boolean;
  readonly job: IdenticalJob;
  /** The words looked for, as they stand in the text. */
  readonly words: string;
  readonly choices: IdenticalChoices;
  /** Begins another search with the choices changed so. */
  readonly onChoose: (changes: Partial<IdenticalChoices>) => void;
  /** Whether the kind can be chosen: the words are selected, and no annotation says what they are. */
  readonly kindIsFree?: boolean;
  readonly state: IdenticalState;
  /** What was found last; while a search runs it may be that of the choices before. Null before the first end. */
  readonly preview: IdenticalPreview | null;
  /** The keys of the hits that are left out; empty for a new preview. */
  readonly excluded: ReadonlySet<string>;
  readonly onExclude: (keys: ReadonlySet<string>) => void;
  /** Tags or deletes what is not left out. */
  readonly onApply: () => void;
  readonly onStop: () => void;
  /** Searches again after a stop. */
  readonly onSearch: () => void;
  readonly onClose: () => void;
}

/**
 * Tags, or deletes, every place of some words, after a look at each. Enter does it from anywhere in the dialog but a
 * button; Escape closes.
 */
export function IdenticalDialog(props: IdenticalDialogProps) {
  const { open, job, state, preview, excluded, onApply, onClose } = props;
  const catalogue = useWords();
  const words = catalogue.identical;
  const whyId = useId();
  const chosen = (preview?.hits.length ?? 0) - excluded.size;
  const why = reasonAgainst(props, words.why);
  const title = job === 'tag' ? words.tagTitle : words.deleteTitle;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.repeat) return;
    if (event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    if (why === null) onApply();
  };
  return (
    <div role="none" className={css.dialog} onKeyDown={onKeyDown}>
      <Modal
        open={open}
        wide
        onClose={onClose}
        title={title[props.choices.kind](shorten(props.words))}
        intro={words.intro}
        closeLabel={words.cancel}
        actions={
          <>
            <p id={whyId} className={css.why} data-late={state.kind === 'searching' || undefined}>
              {why}
            </p>
            <Button onClick={onClose}>{words.cancel}</Button>
            <Button
              look="primary"
              disabled={why !== null}
              aria-describedby={whyId}
              onClick={onApply}
            >
              {words[job](chosen)}
            </Button>
          </>
        }
      >
        <div className={css.body}>
          <Choices {...props} />
          <IdenticalList {...props} />
        </div>
      </Modal>
    </div>
  );
}

function Choices({ job, choices, onChoose, kindIsFree = false }: IdenticalDialogProps) {
  const { identical: words, kinds } = useWords();
  return (
    <>
      {kindIsFree && (
        <ChoiceRow
          label={words.kind}
          value={choices.kind}
          onChoose={(kind) => onChoose({ kind })}
          choices={annotationKinds.map((kind) => ({
            value: kind,
            label: kinds[kind],
            mark: <KindMark kind={kind} />,
          }))}
        />
      )}
      <div className={css.choices}>
        <ChoiceRow
          label={words.matching}
          value={choices.mode}
          onChoose={(mode) => onChoose({ mode })}
          choices={[
            { value: 'exact', label: words.exact },
            { value: 'loose', label: words.loose },
          ]}
        />
        <ChoiceRow
          label={words.scope}
          value={choices.scope}
          onChoose={(scope) => onChoose({ scope })}
          choices={[
            { value: 'article', label: words.thisArticle },
            { value: 'all', label: words.allArticles },
          ]}
        />
      </div>
      {job === 'tag' && (
        <label className={css.check}>
          <input
            type="checkbox"
            checked={choices.wholeWords}
            onChange={(event) => onChoose({ wholeWords: event.currentTarget.checked })}
          />
          {words.wholeWords}
        </label>
      )}
    </>
  );
}

/** Why the job cannot be done now, in words; null when it can. */
function reasonAgainst(
  { job, state, preview, excluded }: IdenticalDialogProps,
  why: Catalogue['identical']['why'],
): string | null {
  if (state.kind !== 'found') return why[state.kind];
  if (!preview) return why.searching;
  if (preview.hits.length > excluded.size) return null;
  if (preview.hits.length > 0) return why.noneChosen;
  if (job === 'delete') return why.noAnnotation;
  return preview.found > 0 ? why.allTagged : why.notFound;
}

const longestTitle = 60;

/** `exact` on one line and cut after 60 characters or so. */
function shorten(exact: string): string {
  const points = Array.from(onOneLine(exact));
  if (points.length <= longestTitle) return points.join('');
  return `${points.slice(0, longestTitle).join('')} …`;
}
