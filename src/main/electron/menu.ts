import type { MenuItemConstructorOptions } from 'electron';
import type { MenuEntry, MenuGroup } from '../../preload/contract';

/** What a menu needs to know of where it is shown. */
export interface MenuPlace {
  /** Node's `process.platform`. */
  readonly platform: string;
  /** Called with the command's id when the person chooses an entry. */
  readonly onCommand: (commandId: string) => void;
}

/**
 * Electron's template of the page's menu. The page listens for keys itself, so an accelerator is only shown:
 * `registerAccelerator: false` sees to that on Linux and Windows. macOS ignores it (electron issue 18295), so a
 * click that a key caused is dropped there, and a key that writes a character, which Electron does not mark as one
 * (electron issue 18808), is not shown. macOS also gets the application menu, which holds Quit.
 */
export function menuTemplate(
  groups: readonly MenuGroup[],
  place: MenuPlace,
): MenuItemConstructorOptions[] {
  const menus = groups.map((group): MenuItemConstructorOptions => {
    const entries = group.entries.filter((entry) => belongsTo(entry, place));
    return {
      label: menuLabel(group, place),
      submenu: entries.map((entry) => menuItem(entry, place)),
    };
  });
  return isMac(place) ? [{ role: 'appMenu' }, ...menus] : menus;
}

/**
 * A menu's label with its access key marked. Where the label does not have the letter, as in Korean, it follows in
 * brackets: that is how Windows and GTK programs show it.
 */
function menuLabel({ label, accessKey }: MenuGroup, place: MenuPlace): string {
  if (accessKey === undefined || isMac(place)) return escapeMark(label);
  const at = label.toUpperCase().indexOf(accessKey);
  return at === -1
    ? `${escapeMark(label)}(&${accessKey})`
    : `${escapeMark(label.slice(0, at))}&${escapeMark(label.slice(at))}`;
}

/** In labels, one `&` marks an access key, on every system; two are one that is read. */
function escapeMark(label: string): string {
  return label.replaceAll('&', '&&');
}

/** The system's own list, which it fills itself, with the item that empties it. */
const recentDocuments: MenuItemConstructorOptions = {
  role: 'recentDocuments',
  submenu: [{ role: 'clearRecentDocuments' }],
};

function menuItem(entry: MenuEntry, place: MenuPlace): MenuItemConstructorOptions {
  if (entry.kind === 'separator') return { type: 'separator' };
  if (entry.kind === 'role') {
    const label = escapeMark(entry.label);
    return entry.role === 'recentDocuments'
      ? { ...recentDocuments, label }
      : { role: entry.role, label };
  }
  const accelerator = shownAccelerator(entry.accelerator, place);
  return {
    label: escapeMark(entry.label),
    enabled: entry.enabled,
    registerAccelerator: false,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: (_item, _window, event) => {
      if (event.triggeredByAccelerator !== true) place.onCommand(entry.commandId);
    },
  };
}

/** Not one that writes a character: macOS would take it from the field that is being typed in. */
function shownAccelerator(accelerator: string | undefined, place: MenuPlace): string | undefined {
  const writes = accelerator !== undefined && !/(?:Command|Cmd|Control|Ctrl)\+/.test(accelerator);
  return isMac(place) && writes ? undefined : accelerator;
}

function isMac(place: MenuPlace): boolean {
  return place.platform === 'darwin';
}

/** macOS has Quit in its application menu already, and it alone has a menu of recent documents. */
function belongsTo(entry: MenuEntry, place: MenuPlace): boolean {
  if (entry.kind !== 'role') return true;
  if (entry.role === 'quit') return !isMac(place);
  return entry.role !== 'recentDocuments' || isMac(place);
}
