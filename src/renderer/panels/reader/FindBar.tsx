import CaseSensitive from 'lucide-react/icons/case-sensitive';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import X from 'lucide-react/icons/x';
import { useEffect, useRef } from 'react';
import { useWords } from '../../i18n/catalogue';
import { IconButton } from '../../ui/IconButton';
import css from './FindBar.module.css';

/** What `FindBar` takes. */
export interface FindBarProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Which match is the current one, from 1; null when none is. */
  readonly current: number | null;
  readonly total: number;
  readonly matchCase: boolean;
  readonly onMatchCase: (matchCase: boolean) => void;
  readonly onNext: () => void;
  readonly onPrevious: () => void;
  readonly onClose: () => void;
  /** Another number whenever the person asks for the bar: the field takes the focus and its text is selected. */
  readonly summons: number;
  readonly shortcuts: {
    readonly next?: string | undefined;
    readonly previous?: string | undefined;
  };
}

/** The bar for finding words in the article. */
export function FindBar(props: FindBarProps) {
  const { query, current, total, matchCase, summons, shortcuts } = props;
  const words = useWords().find;
  const field = useRef<HTMLInputElement>(null);
  const answered = useRef<number | null>(null);
  useEffect(() => {
    if (answered.current === summons) return;
    answered.current = summons;
    field.current?.focus();
    field.current?.select();
  }, [summons]);
  const count =
    query === ''
      ? ''
      : total === 0
        ? words.none
        : current === null
          ? words.found(total)
          : words.place(current, total);
  return (
    <search
      className={css.bar}
      aria-label={words.label}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        props.onClose();
      }}
    >
      <input
        ref={field}
        type="text"
        dir="auto"
        className={css.input}
        aria-label={words.label}
        placeholder={words.placeholder}
        spellCheck={false}
        value={query}
        onChange={(event) => props.onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (event.shiftKey) props.onPrevious();
          else props.onNext();
        }}
      />
      <span
        className={css.count}
        data-none={(query !== '' && total === 0) || undefined}
        role="status"
      >
        {count}
      </span>
      <IconButton
        label={words.matchCase}
        icon={<CaseSensitive size={17} />}
        pressed={matchCase}
        onClick={() => props.onMatchCase(!matchCase)}
      />
      <IconButton
        label={words.previous}
        shortcut={shortcuts.previous}
        icon={<ChevronUp size={17} />}
        disabled={total === 0}
        onClick={props.onPrevious}
      />
      <IconButton
        label={words.next}
        shortcut={shortcuts.next}
        icon={<ChevronDown size={17} />}
        disabled={total === 0}
        onClick={props.onNext}
      />
      <IconButton label={words.close} icon={<X size={16} />} onClick={props.onClose} />
    </search>
  );
}
