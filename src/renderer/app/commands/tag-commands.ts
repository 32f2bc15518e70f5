import { annotationKinds } from '../../../core/annotation/annotation';
import {
  acceptProposal,
  removeAnnotation,
  tag,
  tagTarget,
} from '../../workspace/actions/annotations';
import { identicalWords, openIdentical } from '../../workspace/actions/identical/open-identical';
import { proposalFor } from '../../workspace/actions/proposal';
import {
  addFragment,
  beginAdjusting,
  fragmentHere,
  removeFragmentHere,
} from '../../workspace/actions/reader/adjust';
import { stepBack } from '../../workspace/actions/reader/step-back';
import { chooseHere, pickHere } from '../../workspace/actions/reader/walk';
import type { Command } from './command';
import { withAnnotationsHere, withSelected, withWords } from './conditions';

/** Making annotations and changing them. */
export const tagCommands: readonly Command[] = [
  ...annotationKinds.map(
    (kind, index): Command => ({
      id: `tag.${kind}`,
      group: 'tag',
      keys: [String(index + 1)],
      enabled: ({ screen }) => screen.view === 'read' && tagTarget(screen) !== null,
      run: ({ workspace }) => tag(workspace, kind),
    }),
  ),
  {
    id: 'annotation.pick',
    group: 'tag',
    keys: ['O'],
    enabled: withAnnotationsHere(1),
    run: ({ workspace }) => pickHere(workspace),
  },
  {
    id: 'annotation.choose',
    group: 'tag',
    keys: ['C'],
    enabled: withAnnotationsHere(2),
    run: ({ workspace }) => chooseHere(workspace, true),
  },
  {
    id: 'annotation.adjust',
    group: 'tag',
    keys: ['A'],
    enabled: withSelected,
    run: ({ workspace, reader }) => {
      reader()?.focus();
      return beginAdjusting(workspace);
    },
  },
  {
    id: 'annotation.addFragment',
    group: 'tag',
    keys: ['F'],
    enabled: (state) => withSelected(state) && state.screen.selection !== null,
    run: ({ workspace }) => addFragment(workspace),
  },
  {
    id: 'annotation.removeFragment',
    group: 'tag',
    keys: ['Shift+F'],
    enabled: (state) => withSelected(state) && fragmentHere(state.screen) !== null,
    run: ({ workspace }) => removeFragmentHere(workspace),
  },
  {
    id: 'tag.all',
    group: 'tag',
    keys: ['T'],
    enabled: (state) => withWords(state) && identicalWords(state.screen, 'tag') !== null,
    run: ({ workspace }) => openIdentical(workspace, 'tag'),
  },
  {
    id: 'annotation.deleteAll',
    group: 'tag',
    keys: ['Shift+Delete'],
    enabled: (state) => withSelected(state) && identicalWords(state.screen, 'delete') !== null,
    run: ({ workspace }) => openIdentical(workspace, 'delete'),
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
    enabled: (state) => withSelected(state) && proposalFor(state.screen) !== null,
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
      screen.view === 'table' ||
      screen.choosing !== null ||
      screen.selection !== null ||
      screen.selected !== null ||
      screen.find !== null ||
      screen.historyOpen,
    run: ({ workspace }) => stepBack(workspace),
  },
];
