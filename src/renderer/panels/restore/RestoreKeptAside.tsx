import { useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import css from './RestoreKeptAside.module.css';
import type { StoreKeptAside } from './restore-state';
import { momentOf } from './words-of-restore';

interface RestoreKeptAsideProps {
  readonly stores: readonly StoreKeptAside[];
  readonly onRemove: (name: string) => void;
}

/** The stores that a restore has put aside, each with a way to remove it that asks once. */
export function RestoreKeptAside({ stores, onRemove }: RestoreKeptAsideProps) {
  const words = useWords().restore;
  const titleId = useId();
  const [asked, setAsked] = useState<string | null>(null);
  return (
    <section aria-labelledby={titleId} className={css.section}>
      <h2 id={titleId}>{words.keptAside}</h2>
      <p className={css.hint}>{words.keptAsideHint}</p>
      <ul className={css.stores}>
        {stores.map((store) => (
          <OneStore
            key={store.name}
            store={store}
            isAsked={asked === store.name}
            onAsk={(isAsked) => setAsked(isAsked ? store.name : null)}
            onRemove={() => onRemove(store.name)}
          />
        ))}
      </ul>
    </section>
  );
}

interface OneStoreProps {
  readonly store: StoreKeptAside;
  readonly isAsked: boolean;
  readonly onAsk: (isAsked: boolean) => void;
  readonly onRemove: () => void;
}

function OneStore({ store, isAsked, onAsk, onRemove }: OneStoreProps) {
  const words = useWords();
  const row = useRef<HTMLLIElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    // To the answer that keeps it, and back.
    if (isAsked !== wasAsked.current) row.current?.querySelector('button')?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  return (
    <li
      ref={row}
      className={css.store}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isAsked) return;
        event.preventDefault();
        event.stopPropagation();
        onAsk(false);
      }}
    >
      <span className={css.name}>{store.name}</span>
      {store.at !== null && (
        <span className={css.hint} title={store.at}>
          {words.restore.keptAsideOn(momentOf(words, store.at))}
        </span>
      )}
      <span className={css.gap} />
      {isAsked ? (
        <span role="group" aria-label={words.restore.removeKeptOf(store.name)} className={css.ask}>
          <span>{words.restore.removeKeptAsk}</span>
          <Button onClick={() => onAsk(false)}>{words.restore.removeKeptNo}</Button>
          <Button look="danger" onClick={onRemove}>
            {words.restore.removeKeptYes}
          </Button>
        </span>
      ) : (
        <Button
          look="quiet"
          aria-label={words.restore.removeKeptOf(store.name)}
          onClick={() => onAsk(true)}
        >
          {words.restore.removeKept}
        </Button>
      )}
    </li>
  );
}
