import { readWords, uiLanguages } from '../../i18n/catalogue';
import { toggleTable } from '../../workspace/actions/show-article';
import { tell } from '../../workspace/screen';
import { nextTextScale, type Settings } from '../../workspace/settings';
import { changeSettings } from '../../workspace/workspace';
import type { Command, CommandDesk } from './command';
import { always, withArticles } from './conditions';
import { show } from './show-dialog';

const set =
  (change: (settings: Settings) => Partial<Settings>) =>
  ({ workspace }: CommandDesk): Promise<void> =>
    changeSettings(workspace, change(workspace.screen.getState().settings));

/** What the window shows, and how; and help. */
export const viewCommands: readonly Command[] = [
  {
    id: 'view.palette',
    group: 'view',
    keys: ['Mod+K'],
    whileTyping: true,
    enabled: always,
    run: show('palette'),
  },
  {
    id: 'view.library',
    group: 'view',
    keys: ['Mod+B'],
    whileTyping: true,
    enabled: always,
    checked: ({ libraryOpen }) => libraryOpen,
    run: (desk) => desk.toggleColumn('library'),
  },
  {
    id: 'view.inspector',
    group: 'view',
    keys: ['Mod+I'],
    whileTyping: true,
    enabled: always,
    checked: ({ inspectorOpen }) => inspectorOpen,
    run: (desk) => desk.toggleColumn('inspector'),
  },
  {
    id: 'view.table',
    group: 'view',
    keys: ['L'],
    enabled: withArticles,
    run: ({ workspace, reader }) => {
      toggleTable(workspace);
      // Once it is there: the text comes back without the focus that it had.
      requestAnimationFrame(() => reader()?.focus());
    },
  },
  {
    id: 'view.history',
    group: 'view',
    keys: ['H'],
    enabled: always,
    run: (desk) => desk.toggleHistory(),
  },
  {
    id: 'view.text.larger',
    group: 'view',
    keys: ['Mod+=', 'Mod++'],
    repeats: true,
    whileTyping: true,
    enabled: always,
    run: set(({ textScale }) => ({ textScale: nextTextScale(textScale, 1) })),
  },
  {
    id: 'view.text.smaller',
    group: 'view',
    keys: ['Mod+-'],
    repeats: true,
    whileTyping: true,
    enabled: always,
    run: set(({ textScale }) => ({ textScale: nextTextScale(textScale, -1) })),
  },
  {
    id: 'view.text.reset',
    group: 'view',
    keys: ['Mod+0'],
    whileTyping: true,
    enabled: always,
    run: set(() => ({ textScale: 1 })),
  },
  ...(['system', 'light', 'dark'] as const).map(
    (theme): Command => ({
      id: `view.theme.${theme}`,
      group: 'view',
      enabled: always,
      checked: (settings) => settings.theme === theme,
      run: set(() => ({ theme })),
    }),
  ),
  ...uiLanguages.map(
    (language): Command => ({
      id: `view.language.${language}`,
      group: 'view',
      enabled: always,
      checked: (settings) => settings.language === language,
      run: async ({ workspace }) => {
        if (await readWords(language)) await changeSettings(workspace, { language });
        else tell(workspace.screen, { kind: 'part-unread' });
      },
    }),
  ),
  { id: 'view.keys', group: 'help', keys: ['?'], enabled: always, run: show('keys') },
  { id: 'coder.set', group: 'help', enabled: always, run: (desk) => desk.focusField('coder') },
  { id: 'app.about', group: 'help', enabled: always, run: show('about') },
];
