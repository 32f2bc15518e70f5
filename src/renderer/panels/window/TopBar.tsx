import Command from 'lucide-react/icons/command';
import History from 'lucide-react/icons/history';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import PanelLeft from 'lucide-react/icons/panel-left';
import PanelRight from 'lucide-react/icons/panel-right';
import Search from 'lucide-react/icons/search';
import Sun from 'lucide-react/icons/sun';
import Table2 from 'lucide-react/icons/table-2';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/catalogue';
import { titleShown } from '../../i18n/foreign-words';
import { IconButton } from '../../ui/IconButton';
import { MenuButton } from '../../ui/MenuButton';
import { MenuHost } from '../../ui/MenuEntries';
import { Shortcut } from '../../ui/Shortcut';
import css from './TopBar.module.css';

/** How the colours are chosen. */
export type Theme = 'light' | 'dark' | 'system';

const themes = ['light', 'dark', 'system'] as const satisfies readonly Theme[];
const themeIcons = { light: Sun, dark: Moon, system: Monitor };

/** What `TopBar` takes. */
export interface TopBarProps {
  /** The title of the open article. */
  readonly articleTitle?: string | undefined;
  readonly articleLanguage?: string | undefined;
  /** The menu bar, where the shell has no native one. */
  readonly menu?: ReactNode;
  /** How this platform writes the keys, such as `Ctrl+F`. */
  readonly shortcuts: {
    readonly find?: string | undefined;
    readonly commands?: string | undefined;
    readonly library?: string | undefined;
    readonly inspector?: string | undefined;
    readonly table?: string | undefined;
    readonly history?: string | undefined;
  };
  /** Whether there is an article to find in. */
  readonly canFind: boolean;
  readonly onFind: () => void;
  /** Whether the table of annotations stands in the place of the text; null when there is nothing to list. */
  readonly tableShown: boolean | null;
  readonly onToggleTable: () => void;
  readonly historyShown: boolean;
  readonly onToggleHistory: () => void;
  readonly onCommands: () => void;
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
  readonly libraryShown: boolean;
  readonly inspectorShown: boolean;
  readonly onToggleLibrary: () => void;
  readonly onToggleInspector: () => void;
}

/** The bar along the upper edge: name, menus, title, and the ways to find things. */
export function TopBar(props: TopBarProps) {
  const words = useWords();
  const { shortcuts, theme, libraryShown, inspectorShown } = props;
  const ThemeIcon = themeIcons[theme];
  const [menuHost, setMenuHost] = useState<HTMLElement | null>(null);
  return (
    <MenuHost value={menuHost}>
      <div className={css.bar}>
        <div className={css.side}>
          <IconButton
            label={libraryShown ? words.topBar.hideLibrary : words.topBar.showLibrary}
            shortcut={shortcuts.library}
            aria-expanded={libraryShown}
            icon={<PanelLeft size={16} />}
            onClick={props.onToggleLibrary}
          />
          <span className={css.name}>{words.topBar.name}</span>
          {props.menu}
        </div>
        <p
          className={css.title}
          lang={props.articleLanguage}
          dir="auto"
          title={titleShown(props.articleTitle ?? '')}
        >
          {titleShown(props.articleTitle ?? '')}
        </p>
        <div className={css.side} data-end>
          <BarButton
            label={words.topBar.find}
            shortcut={shortcuts.find}
            icon={<Search size={15} />}
            disabled={!props.canFind}
            onClick={props.onFind}
          />
          <BarButton
            label={words.topBar.commands}
            shortcut={shortcuts.commands}
            icon={<Command size={15} />}
            onClick={props.onCommands}
          />
          <IconButton
            label={words.topBar.table}
            shortcut={shortcuts.table}
            aria-pressed={props.tableShown ?? false}
            disabled={props.tableShown === null}
            icon={<Table2 size={16} />}
            onClick={props.onToggleTable}
          />
          <IconButton
            label={words.topBar.history}
            shortcut={shortcuts.history}
            aria-pressed={props.historyShown}
            icon={<History size={16} />}
            onClick={props.onToggleHistory}
          />
          <MenuButton
            trigger={
              <button
                type="button"
                className={css.icon}
                aria-label={`${words.topBar.theme}: ${words.themes[theme]}`}
              >
                <ThemeIcon size={16} />
              </button>
            }
            entries={themes.map((name) => ({
              kind: 'command',
              id: name,
              label: words.themes[name],
              enabled: true,
              checked: name === theme,
            }))}
            onCommand={(id) => {
              const chosen = themes.find((name) => name === id);
              if (chosen) props.onTheme(chosen);
            }}
          />
          <IconButton
            label={inspectorShown ? words.topBar.hideInspector : words.topBar.showInspector}
            shortcut={shortcuts.inspector}
            aria-expanded={inspectorShown}
            icon={<PanelRight size={16} />}
            onClick={props.onToggleInspector}
          />
        </div>
      </div>
      <div ref={setMenuHost} />
    </MenuHost>
  );
}

function BarButton({
  label,
  shortcut,
  icon,
  disabled = false,
  onClick,
}: {
  readonly label: string;
  readonly shortcut: string | undefined;
  readonly icon: ReactNode;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}) {
  return (
    <button type="button" className={css.button} disabled={disabled} onClick={onClick}>
      {icon}
      <span className={css.label}>{label}</span>
      {shortcut && (
        <span className={css.keys} aria-hidden="true">
          <Shortcut keys={shortcut} />
        </span>
      )}
    </button>
  );
}
