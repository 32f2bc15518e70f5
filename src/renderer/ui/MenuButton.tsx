import { Menu } from '@base-ui/react/menu';
import type { ReactElement } from 'react';
import { MenuEntries, type MenuItem } from './MenuEntries';

/** What `MenuButton` takes. */
export interface MenuButtonProps {
  /** The button that opens the menu, with a name of its own. */
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly entries: readonly MenuItem[];
  readonly onCommand: (id: string) => void;
}

/** A button with a menu of its own. */
export function MenuButton({ trigger, entries, onCommand }: MenuButtonProps) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={trigger} />
      <MenuEntries entries={entries} onCommand={onCommand} />
    </Menu.Root>
  );
}
