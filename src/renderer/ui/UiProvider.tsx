import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';

/** What every widget needs around it once: no inline style elements (the CSP forbids them), and shared tip delays. */
export function UiProvider({ children }: { readonly children: ReactNode }) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500} closeDelay={0} timeout={300}>
        {children}
      </Tooltip.Provider>
    </CSPProvider>
  );
}
