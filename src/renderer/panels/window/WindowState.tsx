import type { ReactNode } from 'react';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import css from './WindowState.module.css';

/** What a state that fills the window says. */
interface StateWords {
  readonly title: string;
  readonly what: string;
  readonly safe: string;
  readonly next: string;
}

/** A state that fills the window: what happened, what is safe, what to do next. */
export function WindowState({
  words,
  children,
}: {
  readonly words: StateWords;
  readonly children?: ReactNode;
}) {
  return (
    <main className={css.page}>
      <div className={css.sheet} role="alert">
        <h1 className={css.title}>{words.title}</h1>
        <p>{words.what}</p>
        <p>{words.safe}</p>
        <p>{words.next}</p>
      </div>
      <div className={css.sheet}>{children}</div>
    </main>
  );
}

/** The program that owns the files is gone. */
export function LostConnection({ onReconnect }: { readonly onReconnect: () => void }) {
  const words = useWords().lostConnection;
  return (
    <WindowState words={words}>
      <Button look="primary" onClick={onReconnect}>
        {words.retry}
      </Button>
    </WindowState>
  );
}

/** The same project is open in another window. */
export function AlreadyOpen({ onContinue }: { readonly onContinue: () => void }) {
  const words = useWords().alreadyOpen;
  return (
    <WindowState words={words}>
      <Button look="primary" onClick={onContinue}>
        {words.retry}
      </Button>
    </WindowState>
  );
}
