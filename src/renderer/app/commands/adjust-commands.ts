import { keepEnds, leaveEnds, moveEnd, switchEnd } from '../../workspace/actions/adjust';
import type { Command } from './command';
import { whileAdjusting } from './conditions';

const moves = [
  { id: 'adjust.word.next', keys: ['ArrowRight'], by: 'word', direction: 1 },
  { id: 'adjust.word.previous', keys: ['ArrowLeft'], by: 'word', direction: -1 },
  { id: 'adjust.character.next', keys: ['Alt+ArrowRight'], by: 'character', direction: 1 },
  { id: 'adjust.character.previous', keys: ['Alt+ArrowLeft'], by: 'character', direction: -1 },
] as const;

/** Moving the ends of an annotation by keys: what the keys do until the ends are kept or left. */
export const adjustCommands: readonly Command[] = [
  ...moves.map(
    ({ id, keys, by, direction }): Command => ({
      id,
      group: 'caret',
      mode: 'adjusting',
      keys,
      repeats: true,
      enabled: whileAdjusting,
      run: ({ workspace }) => moveEnd(workspace, by, direction),
    }),
  ),
  {
    id: 'adjust.switchEnd',
    group: 'caret',
    mode: 'adjusting',
    keys: ['Tab'],
    enabled: whileAdjusting,
    run: ({ workspace }) => switchEnd(workspace),
  },
  {
    id: 'adjust.keep',
    group: 'caret',
    mode: 'adjusting',
    keys: ['Enter'],
    enabled: whileAdjusting,
    run: ({ workspace }) => keepEnds(workspace),
  },
  {
    id: 'adjust.leave',
    group: 'caret',
    mode: 'adjusting',
    keys: ['Escape'],
    enabled: whileAdjusting,
    run: ({ workspace }) => leaveEnds(workspace),
  },
];
