import type { Command } from './command';
import { always } from './conditions';

/**
 * What development builds have beside. Vite knows while it builds for others that this is empty, and so takes nothing of
 * `renderer/dev` into the build. Where no Vite has been, as in tests by Playwright, there is no `env` at all.
 */
export const devCommands: readonly Command[] = import.meta.env?.DEV
  ? [
      {
        id: 'dev.costs',
        group: 'help',
        enabled: always,
        run: async ({ workspace }) => {
          const { toggleCosts } = await import('../../dev/costs/toggle-costs');
          toggleCosts(workspace);
        },
      },
    ]
  : [];
