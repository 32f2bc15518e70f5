import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { type ReactNode, useEffect } from 'react';
import { keepKeysForInputMethod } from './input-method';

/**
 * What every widget needs around it once: no inline style elements (the CSP forbids them), shared tip delays, and no keys
 * that are for an input method.
 */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  useEffect(keepKeysForInputMethod, []);
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500} closeDelay={0} timeout={300}>
        {children}
      </Tooltip.Provider>
    </CSPProvider>
  );
}
