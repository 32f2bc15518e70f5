import { annotationKinds } from '../../core/annotation/annotation';
import {
  acceptProposal,
  removeAnnotation,
  selectNeighbour,
  tag,
} from '../workspace/actions/annotations';
import { removeArticle } from '../workspace/actions/articles';
import { closeFind, openFind, stepFind } from '../workspace/actions/find';
import { step } from '../workspace/actions/history';
import { proposalFor } from '../workspace/actions/proposal';
import { closeArticle, showNeighbour } from '../workspace/actions/show-article';
import type { DialogName } from '../workspace/screen';
import { nextTextScale, type Settings } from '../workspace/settings';
import { changeSettings } from '../workspace/workspace';
import type { Command, CommandDesk, CommandState } from './command';

const always = (): boolean => true;
const withArticle = ({ screen }: CommandState): boolean => screen.article !== null;
const withSelected = ({ screen }: CommandState): boolean => screen.selected !== null;
const withWords = ({ screen }: CommandState): boolean =>
  screen.selection !== null || screen.selected !== null;

const show =
  (dialog: DialogName) =>
  ({ workspace }: CommandDesk): void =>
    workspace.screen.setState({ dialog });

const set =
  (change: (settings: Settings) => Partial<Settings>) =>
  ({ workspace }: CommandDesk): Promise<void> =>
    changeSettings(workspace, change(workspace.screen.getState().settings));

/** Every command, in the order of the menus. Menus, palette, key sheet and keys are all made from this table. */
export const commands: readonly Command[] = [
  {
    id: 'file.open',
    group: 'file',
    keys: ['Mod+O'],
    whileTyping: true,
    enabled: always,
    run: (desk) => desk.chooseFiles(),
  },
  { id: 'file.openSample', group: 'file', enabled: always, run: (desk) => desk.openSamples() },
  {
    id: 'file.export',
    group: 'file',
    keys: ['Mod+E'],
    whileTyping: true,
    enabled: ({ articleCount }) => articleCount > 0,
    run: show('export'),
  },
  {
    id: 'article.next',
    group: 'file',
    keys: ['Alt+ArrowDown'],
    enabled: ({ articleCount }) => articleCount > 0,
    run: ({ workspace }) => showNeighbour(workspace, 1),
  },
  {
    id: 'article.previous',
    group: 'file',
    keys: ['Alt+ArrowUp'],
    enabled: ({ articleCount }) => articleCount > 0,
    run: ({ workspace }) => showNeighbour(workspace, -1),
  },
  {
    id: 'article.close',
    group: 'file',
    enabled: withArticle,
    run: ({ workspace }) => closeArticle(workspace),
  },
  {
    id: 'article.remove',
    group: 'file',
    enabled: withArticle,
    run: ({ workspace }) => {
      const { article } = workspace.screen.getState();
      return article && removeArticle(workspace, article.id);
    },
  },
  {
    id: 'edit.undo',
    group: 'edit',
    keys: ['Mod+Z'],
    enabled: ({ canUndo }) => canUndo,
    run: ({ workspace }) => step(workspace, 'undo'),
  },
  {
    id: 'edit.redo',
    group: 'edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    enabled: ({ canRedo }) => canRedo,
    run: ({ workspace }) => step(workspace, 'redo'),
  },
  {
    id: 'edit.copy',
    group: 'edit',
    keys: ['Mod+C'],
    nativeRole: 'copy',
    enabled: withWords,
    run: (desk) => desk.copySelection(),
  },
  {
    id: 'find.open',
    group: 'edit',
    keys: ['Mod+F'],
    whileTyping: true,
    enabled: withArticle,
    run: ({ workspace }) => openFind(workspace),
  },
  {
    id: 'find.next',
    group: 'edit',
    keys: ['Mod+G', 'F3'],
    whileTyping: true,
    enabled: ({ screen }) => screen.find !== null,
    run: ({ workspace }) => stepFind(workspace, 1),
  },
  {
    id: 'find.previous',
    group: 'edit',
    keys: ['Mod+Shift+G', 'Shift+F3'],
    whileTyping: true,
    enabled: ({ screen }) => screen.find !== null,
    run: ({ workspace }) => stepFind(workspace, -1),
  },
  ...annotationKinds.map(
    (kind, index): Command => ({
      id: `tag.${kind}`,
      group: 'tag',
      keys: [String(index + 1)],
      enabled: withWords,
      run: ({ workspace, reader }) => {
        const tagged = tag(workspace, kind);
        // At once, so that another key does not tag the same words while these are being saved.
        reader()?.select(null);
        return tagged;
      },
    }),
  ),
  {
    id: 'annotation.next',
    group: 'tag',
    keys: ['N'],
    enabled: withArticle,
    run: ({ workspace }) => selectNeighbour(workspace, 1),
  },
  {
    id: 'annotation.previous',
    group: 'tag',
    keys: ['P'],
    enabled: withArticle,
    run: ({ workspace }) => selectNeighbour(workspace, -1),
  },
  {
    id: 'annotation.editValue',
    group: 'tag',
    keys: ['V'],
    enabled: withSelected,
    run: (desk) => desk.focusField('value'),
  },
  {
    id: 'annotation.acceptProposal',
    group: 'tag',
    keys: ['Enter'],
    enabled: ({ screen }) => proposalFor(screen) !== null,
    run: ({ workspace }) => acceptProposal(workspace),
  },
  {
    id: 'annotation.editNote',
    group: 'tag',
    keys: ['M'],
    enabled: withSelected,
    run: (desk) => desk.focusField('note'),
  },
  {
    id: 'annotation.delete',
    group: 'tag',
    keys: ['Delete', 'Backspace'],
    enabled: withSelected,
    run: ({ workspace }) => {
      const { selected } = workspace.screen.getState();
      return selected && removeAnnotation(workspace, selected);
    },
  },
  {
    id: 'annotation.deselect',
    group: 'tag',
    keys: ['Escape'],
    enabled: ({ screen }) =>
      screen.selection !== null || screen.selected !== null || screen.find !== null,
    run: ({ workspace, reader }) => {
      const { selection, find } = workspace.screen.getState();
      if (selection) reader()?.select(null);
      else if (find) closeFind(workspace);
      else workspace.screen.setState({ selected: null });
    },
  },
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
    id: 'view.text.larger',
    group: 'view',
    keys: ['Mod+=', 'Mod++'],
    whileTyping: true,
    enabled: always,
    run: set(({ textScale }) => ({ textScale: nextTextScale(textScale, 1) })),
  },
  {
    id: 'view.text.smaller',
    group: 'view',
    keys: ['Mod+-'],
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
  ...(['en', 'ko'] as const).map(
    (language): Command => ({
      id: `view.language.${language}`,
      group: 'view',
      enabled: always,
      checked: (settings) => settings.language === language,
      run: set(() => ({ language })),
    }),
  ),
  { id: 'view.keys', group: 'help', keys: ['?'], enabled: always, run: show('keys') },
  { id: 'coder.set', group: 'help', enabled: always, run: (desk) => desk.focusField('coder') },
  { id: 'app.about', group: 'help', enabled: always, run: show('about') },
];
