import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/catalogue';
import { useCommit } from '../../ui/use-commit';
import css from './StatusLine.module.css';

/** What `CoderField` takes. */
export interface CoderFieldProps {
  readonly coder: string;
  /** Whether the person asked for it: it takes the focus. Otherwise it waits, and asks for nothing. */
  readonly summoned: boolean;
  readonly onCoder: (name: string) => void;
  readonly onDone: () => void;
}

/** The field for the name that goes into the record. */
export function CoderField({ coder, summoned, onCoder, onDone }: CoderFieldProps) {
  const words = useWords().status;
  const input = useRef<HTMLInputElement>(null);
  const field = useCommit({ value: coder, onCommit: onCoder });
  useEffect(() => {
    if (!summoned) return;
    input.current?.focus();
    input.current?.select();
  }, [summoned]);
  return (
    <input
      ref={input}
      type="text"
      dir="auto"
      className={css.field}
      aria-label={words.coder}
      title={words.coderHint}
      placeholder={words.coderPlaceholder}
      autoComplete="off"
      spellCheck={false}
      value={field.text}
      onChange={(event) => field.type(event.currentTarget.value)}
      onBlur={() => {
        field.commit();
        onDone();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') field.revert();
        else if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.blur();
      }}
    />
  );
}
