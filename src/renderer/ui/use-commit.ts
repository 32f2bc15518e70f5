import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** What `useCommit` needs to know. */
export interface CommitOptions {
  /** The stored value. It may change at any time; what is being typed stays. */
  readonly value: string;
  /** Called with the tidied text, and only when it differs from the stored value. */
  readonly onCommit: (value: string) => void;
  /** What is stored of what was typed; trims by default. */
  readonly tidy?: (text: string) => string;
  /** Text that is not accepted stays in the field, unstored. Everything is accepted by default. */
  readonly accepts?: (tidied: string) => boolean;
  /** Text from an earlier visit that was not accepted, to begin with. */
  readonly unfinished?: string | undefined;
  /** Told of text that is left unaccepted, and of null once it is accepted or taken back. */
  readonly onUnfinished?: (text: string | null) => void;
}

/** What a field does with its text. */
export interface Commit {
  /** What the field shows. */
  readonly text: string;
  /** Whether it differs from the stored value. */
  readonly dirty: boolean;
  readonly type: (text: string) => void;
  /** Stores what was typed, or `replacement` in its stead (a suggestion chosen). */
  readonly commit: (replacement?: string) => void;
  /** Goes back to the stored value; false when there was nothing to take back. */
  readonly revert: () => boolean;
}

/**
 * The life of a text field whose value is stored on blur and Enter. What is typed outlives new stored values while it is
 * being typed, and is stored for the record it was typed for when the field goes away (another record was chosen: give
 * the field the record's id as its key) or the window does.
 */
export function useCommit({
  value,
  onCommit,
  tidy = trim,
  accepts = everything,
  unfinished,
  onUnfinished,
}: CommitOptions): Commit {
  const begin = unfinished ?? null;
  const [typed, setTyped] = useState<string | null>(begin);
  // The text as of now: an event may come before the next render.
  const current = useRef<string | null>(begin);
  useEffect(() => {
    current.current = typed;
  }, [typed]);
  const [rejected, setRejected] = useState(begin !== null);
  // Between storing a text and its coming back as `value` the field shows what was sent.
  const [sent, setSent] = useState<string | null>(null);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    setSeen(value);
    setSent(null);
    // What was left unaccepted gives way to a value that came by another way.
    if (rejected) setTyped(null);
    setRejected(false);
  }
  const stored = sent ?? value;

  const put = (text: string | null): void => {
    current.current = text;
    setTyped(text);
    setRejected(false);
  };

  const commit = (replacement?: string): void => {
    const raw = replacement ?? current.current;
    if (raw === null) return;
    const text = tidy(raw);
    if (text === stored) {
      put(null);
      onUnfinished?.(null);
    } else if (accepts(text)) {
      put(null);
      setSent(text);
      onUnfinished?.(null);
      onCommit(text);
    } else {
      put(raw);
      setRejected(true);
      onUnfinished?.(raw);
    }
  };

  const revert = (): boolean => {
    const had = current.current !== null;
    put(null);
    if (had) onUnfinished?.(null);
    return had;
  };

  const flush = useEffectEvent(() => commit());
  useEffect(() => {
    const onHide = (): void => flush();
    window.addEventListener('pagehide', onHide);
    return () => {
      window.removeEventListener('pagehide', onHide);
      flush();
    };
  }, []);

  return {
    text: typed ?? stored,
    dirty: typed !== null && tidy(typed) !== stored,
    type: put,
    commit,
    revert,
  };
}

function trim(text: string): string {
  return text.trim();
}

function everything(): boolean {
  return true;
}
