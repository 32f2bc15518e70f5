import { useWords } from '../../i18n/catalogue';
import type { RestorePageProps } from './RestorePage';
import css from './RestorePage.module.css';
import { explainReason, explainRestoreProblem } from './words-of-restore';

type RestoreHeadProps = Pick<RestorePageProps, 'reason' | 'present' | 'offer' | 'stage'>;

/** What was found, or what failed, what is safe, and what to do next. */
export function RestoreHead({ reason, present, offer, stage }: RestoreHeadProps) {
  const words = useWords();
  if (stage.kind === 'restoring' || stage.kind === 'withdrawing')
    return <h1 className={css.title}>{words.restore.restoring}</h1>;
  const why =
    stage.kind === 'failed'
      ? explainRestoreProblem(words, stage.problem)
      : explainReason(words, { reason, present, offer });
  const title =
    stage.kind === 'failed' ? words.restore.failed : words.restore.reasons[reason.kind].title;
  return (
    // An alert of its own when it changes from one to the other.
    <header
      key={stage.kind}
      className={css.head}
      role={stage.kind === 'failed' || reason.kind !== 'asked' ? 'alert' : undefined}
    >
      <h1 className={css.title} data-failed={stage.kind === 'failed' || undefined}>
        {title}
      </h1>
      <p>{why.what}</p>
      <p>{why.safe}</p>
      <p>{why.next}</p>
    </header>
  );
}
