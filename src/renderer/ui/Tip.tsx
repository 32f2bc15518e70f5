import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import { Shortcut } from './Shortcut';
import css from './Tip.module.css';

/** What `Tip` takes. */
export interface TipProps {
  readonly label: string;
  readonly shortcut?: string | undefined;
  /** The one element it belongs to, which must have an accessible name of its own. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** A name shown beside an element on hover or focus. It adds nothing for assistive technology. */
export function Tip({ label, shortcut, children }: TipProps) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner sideOffset={6} className={css.positioner}>
          <Tooltip.Popup className={css.tip} aria-hidden="true">
            {label}
            {shortcut && <Shortcut keys={shortcut} />}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
