import Check from 'lucide-react/icons/check';
import { useWords } from '../../i18n/catalogue';
import type { Catalogue } from '../../i18n/en';
import { Progress } from '../../ui/Progress';
import type { ImportRefusal, ImportStage } from '../../workspace/actions/import/import-state';
import { explainStoreProblem } from '../words-of-problem';
import css from './ImportDialog.module.css';

interface ImportCourseProps {
  readonly stage: Exclude<ImportStage, { readonly kind: 'ready' }>;
  readonly secondsLeft: number | undefined;
}

/** How far an import is, or how it ended. */
export function ImportCourse({ stage, secondsLeft }: ImportCourseProps) {
  const all = useWords();
  const words = all.importing;
  switch (stage.kind) {
    case 'reading':
    case 'comparing':
    case 'applying':
      return (
        <>
          <Progress
            label={words[stage.kind](stage.done, stage.total)}
            share={stage.total === 0 ? undefined : stage.done / stage.total}
            detail={secondsLeft === undefined ? undefined : all.loading.secondsLeft(secondsLeft)}
          />
          {stage.kind === 'applying' && <p className={css.hint}>{words.goOn}</p>}
        </>
      );
    case 'withdrawing':
      return <Progress label={words.withdrawing} />;
    case 'done':
      return (
        <div role="status" className={css.ending}>
          <p className={css.success}>
            <Check size={17} />
            <span>{words.done(stage.annotations, stage.articles)}</span>
          </p>
          {stage.leftOut > 0 && <p>{words.leftOut(stage.leftOut)}</p>}
          <p className={css.hint}>{words.oneUndo}</p>
        </div>
      );
    case 'refused':
      return <Refusal refusal={stage.refusal} />;
    case 'failed':
      return (
        <div role="alert" className={css.ending}>
          <p className={css.failure}>{words.failed}</p>
          <p>{explainStoreProblem(all, stage.error).what}</p>
          <p>{stage.isWithdrawn ? words.withdrawn : words.notWithdrawn}</p>
          <p>{words.tryAgain}</p>
        </div>
      );
  }
}

function Refusal({ refusal }: { readonly refusal: ImportRefusal }) {
  const words = useWords().importing;
  const why = words.refusals[refusal.code](refusal);
  const faults = 'faults' in refusal ? refusal.faults : [];
  const count = 'faultCount' in refusal ? refusal.faultCount : 0;
  return (
    <div className={css.ending}>
      <div role="alert" className={css.ending}>
        <p className={css.failure}>{words.refused}</p>
        <p>{why.what}</p>
        <p>{why.safe}</p>
        <p>{why.next}</p>
      </div>
      {faults.length > 0 && (
        <>
          <h3 className={css.label}>{words.faults(count)}</h3>
          <ul className={css.faults}>
            {faults.map((fault, index) => (
              // Two faults can have one place.
              <li key={`${index} ${fault.place}`}>
                <span className={css.place}>{placeOfFault(words, refusal, fault.place)}</span>{' '}
                <span>{words.faultCodes[fault.code]}</span>{' '}
                <span lang="en" className={css.hint}>
                  {fault.message}
                </span>
              </li>
            ))}
          </ul>
          {count > faults.length && (
            <p className={css.hint}>{words.moreFaults(count - faults.length)}</p>
          )}
        </>
      )}
    </div>
  );
}

function placeOfFault(
  words: Catalogue['importing'],
  refusal: ImportRefusal,
  place: string,
): string {
  if ('line' in refusal && refusal.line !== undefined)
    return words.line(refusal.line, refusal.column ?? 1);
  return place === '' ? words.wholeFile : place;
}
