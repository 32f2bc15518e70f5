import { type KeyboardEvent, type Ref, useId } from 'react';
import css from './Field.module.css';
import { type CommitOptions, useCommit } from './use-commit';

/** What `TextField` takes. */
export interface TextFieldProps extends CommitOptions {
  readonly label: string;
  readonly placeholder?: string;
  /** Shown under the field while its text stands as it is: a plain reading, or what is wrong with it. */
  readonly below?: (text: string) => FieldNote | null;
  /** `wrap`: long text wraps. `free`: Enter starts a new line, and Ctrl or ⌘ with Enter stores. One line otherwise. */
  readonly lines?: 'wrap' | 'free';
  /** Label at the left, and no edge until it is used. */
  readonly quiet?: boolean;
  readonly lang?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement & HTMLTextAreaElement>;
}

/** A line under a field. */
export interface FieldNote {
  readonly text: string;
  readonly wrong?: boolean;
}

/** A labelled text field that stores on blur and Enter, and goes back on Escape. */
export function TextField({
  label,
  placeholder,
  below,
  lines,
  quiet = false,
  lang,
  inputRef,
  ...options
}: TextFieldProps) {
  const id = useId();
  const field = useCommit(options);
  const note = below?.(field.text) ?? null;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key === 'Enter' && (lines !== 'free' || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      field.commit();
    } else if (event.key === 'Escape' && field.revert()) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const shared = {
    id,
    ref: inputRef,
    value: field.text,
    placeholder,
    lang,
    dir: 'auto',
    spellCheck: false,
    autoComplete: 'off',
    'data-unsaved': field.dirty ? '' : undefined,
    'aria-describedby': note ? `${id}-note` : undefined,
    'aria-invalid': note?.wrong ? true : undefined,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      field.type(event.currentTarget.value),
    onBlur: () => field.commit(),
    onKeyDown,
  };

  return (
    <div className={css.field} data-quiet={quiet || undefined}>
      <label className={css.label} htmlFor={id}>
        {label}
      </label>
      {lines ? (
        <textarea {...shared} rows={1} className={css.area} data-lines={lines} />
      ) : (
        <input {...shared} type="text" className={css.input} />
      )}
      {below && (
        <p
          id={`${id}-note`}
          className={css.below}
          data-wrong={note?.wrong || undefined}
          aria-live="polite"
        >
          {note?.text}
        </p>
      )}
    </div>
  );
}
