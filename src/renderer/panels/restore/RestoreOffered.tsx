import { useId } from 'react';
import { useWords } from '../../i18n/catalogue';
import { Progress } from '../../ui/Progress';
import type { RestorePageProps } from './RestorePage';
import css from './RestorePage.module.css';
import { RestorePoints } from './RestorePoints';
import { RestorePreview } from './RestorePreview';
import { explainRestoreProblem } from './words-of-restore';

interface RestoreOfferedProps extends RestorePageProps {
  readonly turned: ReadonlySet<string>;
  readonly onTurn: (turned: ReadonlySet<string>) => void;
}

/** The points in time and what the chosen one holds, or why there are none. */
export function RestoreOffered(props: RestoreOfferedProps) {
  const { offer, folder } = props;
  const words = useWords();
  const pointsId = useId();
  const previewId = useId();
  if (offer.kind === 'reading') return <Progress label={words.restore.readingBackup} />;
  if (offer.kind === 'unreadable') {
    const why = explainRestoreProblem(words, offer.problem);
    return (
      <div className={css.none} role="alert">
        <p className={css.lost}>{why.what}</p>
        <p>{why.next}</p>
        <p className={css.soft}>{words.restore.lookedIn(folder)}</p>
      </div>
    );
  }
  if (!offer.lineages.some(({ points }) => points.length > 0))
    return (
      <div className={css.none}>
        <p className={css.lost}>{words.restore.noBackup}</p>
        <p className={css.soft}>{words.restore.lookedIn(folder)}</p>
        <DamagedFiles names={offer.damagedFiles} />
      </div>
    );
  return (
    <>
      <div className={css.columns}>
        <section aria-labelledby={pointsId} className={css.column}>
          <h2 id={pointsId}>{words.restore.points}</h2>
          <RestorePoints {...props} lineages={offer.lineages} />
        </section>
        <section aria-labelledby={previewId} className={css.column}>
          <h2 id={previewId}>{words.restore.preview}</h2>
          <div aria-live="polite">
            <RestorePreview preview={props.preview} present={props.present} />
          </div>
        </section>
      </div>
      <DamagedFiles names={offer.damagedFiles} />
    </>
  );
}

/** How many names are told. */
const toldNames = 3;

function DamagedFiles({ names }: { readonly names: readonly string[] }) {
  const words = useWords().restore;
  if (names.length === 0) return null;
  const told = names.slice(0, toldNames).join(', ');
  return (
    <p className={css.soft} title={names.join('\n')}>
      {words.damagedFiles(names.length, names.length > toldNames ? `${told} …` : told)}
    </p>
  );
}
