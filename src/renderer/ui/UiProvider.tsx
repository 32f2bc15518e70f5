import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { type ReactNode, useEffect } from 'react';
import { pressButtonsOnce } from './held-key';
import { keepKeysForInputMethod } from './input-method';

/**
 * What every widget needs around it once: no inline style elements (the CSP forbids them), shared tip delays, no keys that
 * are for an input method, and no button pressed again and again by a key held down.
 */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  useEffect(keepKeysForInputMethod, []);
  useEffect(pressButtonsOnce, []);
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500} closeDelay={0} timeout={300}>
        {children}
      </Tooltip.Provider>
    </CSPProvider>
  );
}
