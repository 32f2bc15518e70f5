import { Menu } from '@base-ui/react/menu';
import { Menubar } from '@base-ui/react/menubar';
import { useWords } from '../../i18n/catalogue';
import { MenuEntries, type MenuItem } from '../../ui/MenuEntries';
import css from '../../ui/Menus.module.css';

/** One menu of the bar. */
export interface MenuBarGroup {
  readonly label: string;
  readonly entries: readonly MenuItem[];
}

/** What `MenuBar` takes. */
export interface MenuBarProps {
  readonly groups: readonly MenuBarGroup[];
  readonly onCommand: (id: string) => void;
}

/** The menu bar of a shell that has no native one. */
export function MenuBar({ groups, onCommand }: MenuBarProps) {
  const words = useWords().topBar;
  return (
    <Menubar className={css.bar} aria-label={words.menu} modal={false}>
      {groups.map((group) => (
        <Menu.Root key={group.label}>
          <Menu.Trigger className={css.trigger}>{group.label}</Menu.Trigger>
          <MenuEntries entries={group.entries} onCommand={onCommand} />
        </Menu.Root>
      ))}
    </Menubar>
  );
}
