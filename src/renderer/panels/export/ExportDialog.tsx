import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useId } from 'react';
import type { ExportFormatName } from '../../../core/formats';
import { useWords } from '../../i18n/catalogue';
import { titleShown } from '../../i18n/foreign-words';
import { Button } from '../../ui/Button';
import { Modal } from '../../ui/Modal';
import { Progress } from '../../ui/Progress';
import { explainSaveProblem, type SaveProblem } from '../words-of-problem';
import css from './ExportDialog.module.css';

/** What is exported. */
export type ExportScope = 'article' | 'all';

/** How much a scope holds. */
export interface ScopeCounts {
  readonly articles: number;
  readonly annotations: number;
}

/** How far an export is. */
export type ExportState =
  | { readonly kind: 'choosing' }
  | {
      readonly kind: 'running';
      /** Annotations written, of how many. */
      readonly done: number;
      readonly total: number;
      readonly secondsLeft?: number;
    }
  /** Everything is written and is being read back. */
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'done';
      readonly destination: string;
      readonly articles: number;
      readonly annotations: number;
    }
  | { readonly kind: 'failed'; readonly problem: SaveProblem };

/** What `ExportDialog` takes. */
export interface ExportDialogProps {
  readonly open: boolean;
  readonly state: ExportState;
  readonly format: ExportFormatName;
  readonly scope: ExportScope;
  readonly onScope: (scope: ExportScope) => void;
  /** Null when no article is open. */
  readonly thisArticle: (ScopeCounts & { readonly title: string }) | null;
  readonly allArticles: ScopeCounts;
  /** The folder exports go to, where it is not chosen by dialog. */
  readonly folder?: string | undefined;
  readonly onExport: () => void;
  /** Stops a running export. */
  readonly onCancel: () => void;
  /** Closes the dialog, at any time but while an export runs. */
  readonly onClose: () => void;
  readonly onCopy: (text: string) => void;
}

/** The export from the choice of what to the file that was verified. */
export function ExportDialog(props: ExportDialogProps) {
  const { open, state, onExport, onCancel, onClose } = props;
  const words = useWords().exporting;
  const running = state.kind === 'running' || state.kind === 'checking';
  const canExport =
    props.scope === 'article' ? props.thisArticle !== null : props.allArticles.articles > 0;
  return (
    <Modal
      open={open}
      onClose={running ? onCancel : onClose}
      title={words.title}
      intro={state.kind === 'choosing' ? words.formats[props.format] : undefined}
      closeLabel={running ? words.cancel : words.close}
      actions={
        <>
          {state.kind === 'choosing' && (
            <>
              <Button onClick={onClose}>{words.cancel}</Button>
              <Button look="primary" disabled={!canExport} onClick={onExport}>
                {words.start}
              </Button>
            </>
          )}
          {running && (
            <span className={css.cancel}>
              <Button onClick={onCancel}>{words.cancel}</Button>
            </span>
          )}
          {state.kind === 'done' && (
            <Button look="primary" onClick={onClose}>
              {words.close}
            </Button>
          )}
          {state.kind === 'failed' && (
            <>
              <Button onClick={onClose}>{words.close}</Button>
              <Button look="primary" onClick={onExport}>
                {words.again}
              </Button>
            </>
          )}
        </>
      }
    >
      {state.kind === 'choosing' ? <Choices {...props} /> : <Course {...props} />}
    </Modal>
  );
}

function Choices({ scope, onScope, thisArticle, allArticles, folder }: ExportDialogProps) {
  const words = useWords().exporting;
  const name = useId();
  const choices = [
    { value: 'article', label: words.thisArticle, counts: thisArticle, more: thisArticle?.title },
    { value: 'all', label: words.allArticles, counts: allArticles, more: undefined },
  ] as const;
  return (
    <>
      <fieldset className={css.scopes}>
        <legend className="unseen">{words.scope}</legend>
        {choices.map(({ value, label, counts, more }) => (
          <label key={value} className={css.scope}>
            <input
              type="radio"
              className={css.radio}
              name={name}
              value={value}
              checked={scope === value}
              disabled={counts === null}
              onChange={() => onScope(value)}
            />
            <span className={css.words}>
              <span className={css.label}>{label}</span>
              {more && (
                <span className={css.more} dir="auto">
                  {titleShown(more)}
                </span>
              )}
              <span className={css.counts}>
                {counts ? words.scopeCounts(counts.articles, counts.annotations) : words.noArticle}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <p className={css.where}>{folder ? words.into(folder) : words.chooseLater}</p>
    </>
  );
}

function Course({ state, onCopy }: ExportDialogProps) {
  const all = useWords();
  const words = all.exporting;
  switch (state.kind) {
    case 'choosing':
      return null;
    case 'running':
      return (
        <Progress
          label={words.running(state.done, state.total)}
          share={state.total === 0 ? undefined : state.done / state.total}
          detail={
            state.secondsLeft === undefined ? undefined : all.loading.secondsLeft(state.secondsLeft)
          }
        />
      );
    case 'checking':
      return <Progress label={words.checking} />;
    case 'done':
      return (
        <div role="status" className={css.done}>
          <p className={css.success}>
            <Check size={17} />
            <span>
              {words.done(state.annotations)}, {words.doneArticles(state.articles)}
            </span>
          </p>
          <p className={css.label}>{words.where}</p>
          <p className={css.path}>{state.destination}</p>
          <Button look="quiet" icon={<Copy size={14} />} onClick={() => onCopy(state.destination)}>
            {words.copyPath}
          </Button>
        </div>
      );
    case 'failed': {
      const why = explainSaveProblem(all, state.problem);
      return (
        <div role="alert" className={css.failed}>
          <p className={css.failure}>{words.failed}</p>
          <p>{why.what}</p>
          <p>{why.safe}</p>
          <p>{why.next}</p>
        </div>
      );
    }
  }
}
