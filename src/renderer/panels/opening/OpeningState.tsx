import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { Progress } from '../../ui/Progress';
import css from './OpeningState.module.css';

/** What `OpeningState` takes. */
export interface OpeningStateProps {
  /** The file or article being opened; absent while the project itself is. */
  readonly name?: string | undefined;
  /** 0 to 1; absent when it is not known. */
  readonly share?: number | undefined;
  readonly secondsLeft?: number | undefined;
  readonly onCancel?: () => void;
}

/** The main column while something is opened: nothing for 200 ms, and a way to stop it after two seconds. */
export function OpeningState({ name, share, secondsLeft, onCancel }: OpeningStateProps) {
  const words = useWords().loading;
  const label = name === undefined ? words.starting : words.opening(name);
  return (
    <div className={css.page}>
      <div className={css.sheet}>
        <h1 className="unseen">{label}</h1>
        <Progress
          label={label}
          share={share}
          detail={secondsLeft === undefined ? undefined : words.secondsLeft(secondsLeft)}
        />
        <div className={css.lines} aria-hidden="true">
          <span />
          <span />
          <span />
          <span />
        </div>
        {onCancel && (
          <span className={css.cancel}>
            <Button onClick={onCancel}>{words.cancel}</Button>
          </span>
        )}
      </div>
    </div>
  );
}
