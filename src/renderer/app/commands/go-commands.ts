import { annotationKinds } from '../../../core/annotation/annotation';
import { finishArticle, showNextUnfinished } from '../../workspace/actions/library/work';
import { stepPlace } from '../../workspace/actions/places';
import { goToUntagged } from '../../workspace/actions/reader/go-to-untagged';
import { selectNeighbour } from '../../workspace/actions/reader/walk';
import { showNeighbour } from '../../workspace/actions/show-article';
import { tell } from '../../workspace/screen';
import type { Command } from './command';
import { withArticle, withArticles, withText } from './conditions';

/** Walking through annotations, articles and places. */
export const goCommands: readonly Command[] = [
  {
    id: 'annotation.next',
    group: 'go',
    keys: ['N'],
    repeats: true,
    enabled: withText,
    run: ({ workspace }) => selectNeighbour(workspace, 1),
  },
  {
    id: 'annotation.previous',
    group: 'go',
    keys: ['P'],
    repeats: true,
    enabled: withText,
    run: ({ workspace }) => selectNeighbour(workspace, -1),
  },
  ...annotationKinds.map(
    (kind, index): Command => ({
      id: `annotation.next.${kind}`,
      group: 'go',
      keys: [`Alt+${index + 1}`],
      repeats: true,
      enabled: withText,
      run: ({ workspace }) => selectNeighbour(workspace, 1, kind),
    }),
  ),
  ...annotationKinds.map(
    (kind, index): Command => ({
      id: `annotation.previous.${kind}`,
      group: 'go',
      keys: [`Alt+Shift+${index + 1}`],
      repeats: true,
      enabled: withText,
      run: ({ workspace }) => selectNeighbour(workspace, -1, kind),
    }),
  ),
  {
    id: 'go.untagged',
    group: 'go',
    keys: ['U'],
    repeats: true,
    enabled: withText,
    run: ({ workspace }) => goToUntagged(workspace),
  },
  {
    id: 'go.back',
    group: 'go',
    keys: ['Mod+['],
    repeats: true,
    enabled: ({ screen }) => screen.places.back.length > 0,
    run: ({ workspace }) => stepPlace(workspace, -1),
  },
  {
    id: 'go.forward',
    group: 'go',
    keys: ['Mod+]'],
    repeats: true,
    enabled: ({ screen }) => screen.places.forward.length > 0,
    run: ({ workspace }) => stepPlace(workspace, 1),
  },
  {
    id: 'article.next',
    group: 'go',
    keys: ['Alt+ArrowDown'],
    macKeys: ['Mod+Alt+ArrowDown'],
    repeats: true,
    enabled: withArticles,
    run: ({ workspace }) => showNeighbour(workspace, 1),
  },
  {
    id: 'article.previous',
    group: 'go',
    keys: ['Alt+ArrowUp'],
    macKeys: ['Mod+Alt+ArrowUp'],
    repeats: true,
    enabled: withArticles,
    run: ({ workspace }) => showNeighbour(workspace, -1),
  },
  {
    id: 'article.nextUnfinished',
    group: 'go',
    keys: ['J'],
    enabled: withArticles,
    run: async ({ workspace }) => {
      const found = await showNextUnfinished(workspace);
      if (!found) tell(workspace.screen, { kind: 'all-done' });
    },
  },
  {
    id: 'article.finish',
    group: 'go',
    keys: ['D'],
    enabled: withArticle,
    run: ({ workspace }) => finishArticle(workspace),
  },
];
