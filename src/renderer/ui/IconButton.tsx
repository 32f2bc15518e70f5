import type { ComponentProps, ReactNode } from 'react';
import css from './IconButton.module.css';
import { Tip } from './Tip';

/** What `IconButton` takes beside what a `<button>` takes. */
export interface IconButtonProps
  extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'aria-label' | 'children'> {
  /** Its name, also shown beside it on hover and focus. */
  readonly label: string;
  /** Shown after the name. */
  readonly shortcut?: string | undefined;
  readonly icon: ReactNode;
  /** Present on a button that stays pressed. */
  readonly pressed?: boolean;
}

/** A button that shows an icon alone. */
export function IconButton({ label, shortcut, icon, pressed, ...rest }: IconButtonProps) {
  return (
    <Tip label={label} shortcut={shortcut}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        aria-pressed={pressed}
        className={css.button}
      >
        {icon}
      </button>
    </Tip>
  );
}
