import type { ComponentProps, ReactNode } from 'react';
import css from './Button.module.css';

/** What `Button` takes beside what a `<button>` takes. */
export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'> {
  /** `primary` once in a view at most, `quiet` without an edge in rows and bars. */
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly icon?: ReactNode;
}

/** A button with words on it, and perhaps an icon before them. */
export function Button({ look = 'plain', icon, children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={css.button} data-look={look}>
      {icon}
      {children}
    </button>
  );
}
