import { useWords } from '../../i18n/catalogue';
import { Progress } from '../../ui/Progress';
import css from './RestorePreview.module.css';
import type { ProjectCounts, RestorePreviewState } from './restore-state';
import { explainRestoreProblem, factsOfAct, wordsOfAct } from './words-of-restore';

interface RestorePreviewProps {
  /** Null while nothing is chosen. */
  readonly preview: RestorePreviewState | null;
  /** What is there now; null when that is not known. */
  readonly present: ProjectCounts | null;
}

/** What the chosen point holds, held against what is there now. */
export function RestorePreview({ preview, present }: RestorePreviewProps) {
  const words = useWords();
  if (!preview) return <p className={css.soft}>{words.restore.nothingChosen}</p>;
  switch (preview.kind) {
    case 'reading':
      return <Progress label={words.restore.readingPoint} share={preview.share} />;
    case 'unreadable': {
      const why = explainRestoreProblem(words, preview.problem);
      return (
        <div className={css.preview}>
          <p className={css.lost}>{why.what}</p>
          <p>{why.next}</p>
        </div>
      );
    }
    case 'ready':
      return (
        <div className={css.preview}>
          <div>
            <p className={css.counts}>
              {words.restore.counts(preview.articles, preview.annotations)}
            </p>
            {present && (
              <p className={css.soft}>{words.restore.now(present.articles, present.annotations)}</p>
            )}
          </div>
          <LastChange lastChange={preview.lastChange} />
          {preview.missingTexts > 0 && (
            <p className={css.lost}>{words.restore.missingTexts(preview.missingTexts)}</p>
          )}
        </div>
      );
  }
}

function LastChange({
  lastChange,
}: Pick<Extract<RestorePreviewState, { readonly kind: 'ready' }>, 'lastChange'>) {
  const words = useWords();
  if (!lastChange) return <p className={css.soft}>{words.restore.neverChanged}</p>;
  return (
    <dl className={css.change}>
      <dt className={css.soft}>{words.restore.lastChange}</dt>
      <dd>{wordsOfAct(words, lastChange)}</dd>
      <dd className={css.soft} title={lastChange.at}>
        {factsOfAct(words, lastChange)}
      </dd>
    </dl>
  );
}
