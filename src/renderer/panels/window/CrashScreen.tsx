import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { WindowState } from './WindowState';
import css from './WindowState.module.css';

/** What `CrashScreen` takes. */
export interface CrashScreenProps {
  /** For a report: the error's message and stack, the version. No words of articles. */
  readonly detail: string;
  readonly onReload: () => void;
  readonly onCopy: (text: string) => void;
}

/** What the error boundary shows. */
export function CrashScreen({ detail, onReload, onCopy }: CrashScreenProps) {
  const words = useWords().crash;
  return (
    <WindowState words={words}>
      <div className={css.row}>
        <Button look="primary" onClick={onReload}>
          {words.reload}
        </Button>
        <Button onClick={() => onCopy(detail)}>{words.copy}</Button>
      </div>
      <details className={css.details}>
        <summary>{words.details}</summary>
        <pre className={css.report} tabIndex={0}>
          {detail}
        </pre>
      </details>
    </WindowState>
  );
}
