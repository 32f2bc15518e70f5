import { type ReactNode, useId } from 'react';
import css from './ChoiceRow.module.css';

/** One of the choices of a `ChoiceRow`. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly mark?: ReactNode;
  /** The key that makes the same choice elsewhere. */
  readonly shortcut?: string;
}

/** What `ChoiceRow` takes. */
export interface ChoiceRowProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
  /** The label is for assistive technology alone: the choices speak for themselves. */
  readonly labelUnseen?: boolean;
}

/** One choice of a few, all in sight: native radio buttons, so arrows and Tab work as everywhere. */
export function ChoiceRow<Value extends string>({
  label,
  choices,
  value,
  onChoose,
  labelUnseen = false,
}: ChoiceRowProps<Value>) {
  const name = useId();
  return (
    <fieldset className={css.group}>
      <legend className={labelUnseen ? 'unseen' : css.legend}>{label}</legend>
      <div className={css.choices}>
        {choices.map((choice) => (
          <label key={choice.value} className={css.choice}>
            <input
              type="radio"
              className={css.radio}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChoose(choice.value)}
            />
            {choice.mark && <span className={css.mark}>{choice.mark}</span>}
            <span className={css.words}>{choice.label}</span>
            {choice.shortcut && (
              <kbd className={css.key} aria-hidden="true">
                {choice.shortcut}
              </kbd>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
