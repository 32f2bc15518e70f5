import { Autocomplete } from '@base-ui/react/autocomplete';
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import css from './Field.module.css';
import { type CommitOptions, useCommit } from './use-commit';

/** What `SuggestField` takes. */
export interface SuggestFieldProps extends CommitOptions {
  readonly label: string;
  readonly placeholder?: string;
  /** Texts to offer, best first; any other text may be typed. */
  readonly suggestions: readonly string[];
  /** The accessible name of the list of suggestions. */
  readonly listLabel: string;
  readonly lang?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

const mostShown = 8;

/** A text field that offers texts used before. It stores on blur, Enter and choosing, and goes back on Escape. */
export function SuggestField({
  label,
  placeholder,
  suggestions,
  listLabel,
  lang,
  inputRef,
  ...options
}: SuggestFieldProps) {
  const id = useId();
  const field = useCommit(options);
  const [open, setOpen] = useState(false);
  const highlighted = useRef<string | undefined>(undefined);
  const offered = suggestionsFor(field.text, suggestions);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const choosing = open && highlighted.current !== undefined;
    if (event.key === 'Enter' && !choosing) {
      event.preventDefault();
      setOpen(false);
      field.commit();
    } else if (event.key === 'Escape') {
      // The first Escape closes the list, the second takes back what was typed.
      if (open && offered.length > 0) event.stopPropagation();
      else if (field.revert()) event.stopPropagation();
    }
  };

  return (
    <div className={css.field}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      <Autocomplete.Root
        items={offered}
        mode="none"
        value={field.text}
        open={open && offered.length > 0}
        onOpenChange={setOpen}
        onItemHighlighted={(item) => {
          highlighted.current = item;
        }}
        onValueChange={(text, { reason }) => {
          if (reason === 'item-press') {
            setOpen(false);
            field.commit(text);
          } else if (reason === 'input-change' || reason === 'input-clear') {
            field.type(text);
            setOpen(true);
          }
        }}
      >
        <Autocomplete.Input
          data-unsaved={field.dirty ? '' : undefined}
          id={id}
          ref={inputRef}
          className={css.input}
          placeholder={placeholder}
          lang={lang}
          dir="auto"
          spellCheck={false}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setOpen(false);
            field.commit();
          }}
        />
        <Autocomplete.Portal>
          <Autocomplete.Positioner sideOffset={3} className={css.positioner}>
            <Autocomplete.Popup className={css.popup}>
              <Autocomplete.List className={css.list} aria-label={listLabel}>
                {(item: string) => (
                  <Autocomplete.Item key={item} value={item} className={css.option} dir="auto">
                    {item}
                  </Autocomplete.Item>
                )}
              </Autocomplete.List>
            </Autocomplete.Popup>
          </Autocomplete.Positioner>
        </Autocomplete.Portal>
      </Autocomplete.Root>
    </div>
  );
}

/** The first few of `suggestions` that hold `text`, those that begin with it first; none that equals it. */
export function suggestionsFor(text: string, suggestions: readonly string[]): readonly string[] {
  const wanted = text.trim().toLocaleLowerCase();
  const begins: string[] = [];
  const holds: string[] = [];
  for (const suggestion of suggestions) {
    const candidate = suggestion.toLocaleLowerCase();
    if (suggestion === text.trim()) continue;
    if (candidate.startsWith(wanted)) begins.push(suggestion);
    else if (candidate.includes(wanted)) holds.push(suggestion);
    if (begins.length >= mostShown) break;
  }
  return [...begins, ...holds].slice(0, mostShown);
}
