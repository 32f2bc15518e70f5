import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Progress';
import css from './RestorePage.module.css';
import type { RestoreStage } from './restore-state';

interface RestoreProgressProps {
  readonly stage: Extract<RestoreStage, { readonly kind: 'restoring' | 'withdrawing' }>;
  readonly onCancel: () => void;
}

/** How far a restore is, and the way to stop it. */
export function RestoreProgress({ stage, onCancel }: RestoreProgressProps) {
  const words = useWords();
  if (stage.kind === 'withdrawing') return <Progress label={words.restore.withdrawing} />;
  const { done, of, secondsLeft } = stage;
  const all = of ? of.articles + of.annotations : 0;
  return (
    <>
      <Progress
        label={words.restore.course(done, of)}
        share={all === 0 ? undefined : (done.articles + done.annotations) / all}
        detail={secondsLeft === undefined ? undefined : words.loading.secondsLeft(secondsLeft)}
      />
      <p className={css.soft}>{words.restore.untouched}</p>
      <div>
        <Button onClick={onCancel}>{words.restore.cancel}</Button>
      </div>
    </>
  );
}
