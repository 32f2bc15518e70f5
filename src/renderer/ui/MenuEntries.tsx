import { Menu } from '@base-ui/react/menu';
import Check from 'lucide-react/icons/check';
import { createContext, useContext } from 'react';
import css from './Menus.module.css';

/** One line of a menu. */
export type MenuItem =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'command';
      readonly id: string;
      readonly label: string;
      readonly shortcut?: string | undefined;
      readonly enabled: boolean;
      /** Present on an entry that is on or off. */
      readonly checked?: boolean | undefined;
    };

/** What `MenuEntries` takes. */
export interface MenuEntriesProps {
  readonly entries: readonly MenuItem[];
  readonly onCommand: (id: string) => void;
}

/** The element into which menus open, so that they belong to its landmark; null opens them at the end of the page. */
export const MenuHost = createContext<HTMLElement | null>(null);

/** The popup of a menu and what is in it, inside a `Menu.Root`. */
export function MenuEntries({ entries, onCommand }: MenuEntriesProps) {
  const host = useContext(MenuHost);
  return (
    // A null container would keep the menu from opening.
    <Menu.Portal {...(host && { container: host })}>
      <Menu.Positioner className={css.positioner} sideOffset={3} align="start">
        <Menu.Popup className={css.popup}>
          {entries.map((entry, index) =>
            entry.kind === 'separator' ? (
              // Separators have no identity but their place.
              <Menu.Separator key={`separator-${index}`} className={css.separator} />
            ) : (
              <Entry key={entry.id} entry={entry} onCommand={onCommand} />
            ),
          )}
        </Menu.Popup>
      </Menu.Positioner>
    </Menu.Portal>
  );
}

function Entry({
  entry,
  onCommand,
}: {
  readonly entry: Extract<MenuItem, { kind: 'command' }>;
  readonly onCommand: (id: string) => void;
}) {
  const inside = (
    <>
      <span className={css.tick}>{entry.checked && <Check size={14} />}</span>
      <span className={css.words}>{entry.label}</span>
      {entry.shortcut && (
        <span className={css.keys} aria-hidden="true">
          {entry.shortcut}
        </span>
      )}
    </>
  );
  if (entry.checked === undefined) {
    return (
      <Menu.Item
        className={css.item}
        disabled={!entry.enabled}
        onClick={() => onCommand(entry.id)}
        label={entry.label}
      >
        {inside}
      </Menu.Item>
    );
  }
  return (
    <Menu.CheckboxItem
      className={css.item}
      disabled={!entry.enabled}
      checked={entry.checked}
      closeOnClick
      onCheckedChange={() => onCommand(entry.id)}
      label={entry.label}
    >
      {inside}
    </Menu.CheckboxItem>
  );
}
