import { backUp } from '../../workspace/actions/back-up';
import { removeArticle } from '../../workspace/actions/library/articles';
import type { Command } from './command';
import { always, withArticle, withArticles } from './conditions';
import { show } from './show-dialog';

/** Files and articles. */
export const fileCommands: readonly Command[] = [
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
    id: 'file.import',
    group: 'file',
    enabled: always,
    run: (desk) =>
      desk.workspace.screen.getState().importing ? show('import')(desk) : desk.chooseImport(),
  },
  {
    id: 'file.export',
    group: 'file',
    keys: ['Mod+E'],
    whileTyping: true,
    enabled: withArticles,
    run: show('export'),
  },
  { id: 'file.backup', group: 'file', enabled: always, run: ({ workspace }) => backUp(workspace) },
  {
    id: 'file.restore',
    group: 'file',
    enabled: always,
    run: ({ workspace }) => workspace.screen.setState({ restoring: true, dialog: null }),
  },
  { id: 'file.check', group: 'file', enabled: withArticles, run: show('health') },
  {
    id: 'article.close',
    group: 'file',
    enabled: withArticle,
    run: ({ workspace }) => workspace.shown.close(),
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
];
