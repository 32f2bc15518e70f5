import type { Menu, MenuItemConstructorOptions } from 'electron';
import type { Faults } from './faults';
import { knowOptions, strict } from './strict';

/** The stand-in of `Menu`, and the test's hold on it. */
export interface MenuDouble {
  readonly api: object;
  /** The template of the application menu; null when it was taken away, undefined while Electron's own would show. */
  readonly current: readonly MenuItemConstructorOptions[] | null | undefined;
  /** Chooses the item under these labels, as they are read, with the mouse or by its key. */
  choose(labels: readonly string[], by?: 'click' | 'key'): void;
}

const knownOptions = ['label', 'submenu', 'role', 'type', 'enabled', 'accelerator', 'click'];

/** The roles that the double knows, and those of them that only macOS has. */
const macRoles: readonly string[] = ['appMenu', 'recentDocuments', 'clearRecentDocuments'];
const roles: readonly string[] = [
  'cut',
  'copy',
  'paste',
  'selectAll',
  'quit',
  'togglefullscreen',
  ...macRoles,
];

/** Electron's own menu, until the program sets another. */
export function createMenu(platform: NodeJS.Platform, faults: Faults): MenuDouble {
  type Built = Menu & { readonly template: readonly MenuItemConstructorOptions[] };
  let current: readonly MenuItemConstructorOptions[] | null | undefined;
  const checkRole = ({ role, submenu }: MenuItemConstructorOptions): void => {
    if (role === undefined) return;
    if (!roles.includes(role)) throw faults.fault(`unknown role ${role}`);
    if (platform !== 'darwin' && macRoles.includes(role))
      throw faults.fault(`role ${role} on ${platform}`);
    // The system fills the submenu of this one, which Electron does not make by itself.
    if (role === 'recentDocuments' && submenu === undefined)
      throw faults.fault('role recentDocuments without a submenu');
  };
  const check = (items: readonly MenuItemConstructorOptions[]): void => {
    for (const item of items) {
      knowOptions('MenuItem', item, [...knownOptions, 'registerAccelerator'], faults);
      checkRole(item);
      if (Array.isArray(item.submenu)) check(item.submenu);
    }
  };
  const api = {
    buildFromTemplate: (template: readonly MenuItemConstructorOptions[]) => {
      check(template);
      return strict('Menu', { template }, faults);
    },
    setApplicationMenu: (menu: Built | null) => {
      current = menu === null ? null : menu.template;
    },
  } satisfies Partial<Record<keyof typeof Menu, unknown>>;

  return {
    api: strict('Menu', api, faults),
    get current() {
      return current;
    },
    choose: (labels, by = 'click') => {
      let items: readonly MenuItemConstructorOptions[] = current ?? [];
      let item: MenuItemConstructorOptions | undefined;
      for (const label of labels) {
        item = items.find((candidate) => readLabel(candidate) === label);
        items = Array.isArray(item?.submenu) ? item.submenu : [];
      }
      if (item?.click === undefined) throw new Error(`no menu item ${labels.join(' › ')}`);
      const triggered = { triggeredByAccelerator: by === 'key' };
      // The program's handlers look at neither the item nor the window.
      Reflect.apply(item.click, undefined, [undefined, undefined, triggered]);
    },
  };
}

/** The label as a person reads it: the mark of the access key is drawn under its letter, or in brackets. */
export function readLabel({ label = '' }: MenuItemConstructorOptions): string {
  return label.replace(/\(&\w\)$/, '').replace(/&(.)/g, '$1');
}
