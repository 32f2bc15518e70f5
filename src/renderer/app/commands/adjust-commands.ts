import { keepEnds, leaveEnds, moveEnd, switchEnd } from '../../workspace/actions/reader/adjust';
import type { Command } from './command';
import { whileAdjusting } from './conditions';

const moves = [
  { by: 'word', towards: 'next', keys: ['ArrowRight'] },
  { by: 'word', towards: 'previous', keys: ['ArrowLeft'] },
  { by: 'character', towards: 'next', keys: ['Alt+ArrowRight'] },
  { by: 'character', towards: 'previous', keys: ['Alt+ArrowLeft'] },
] as const;

/** Moving the ends of an annotation by keys: what the keys do until the ends are kept or left. */
export const adjustCommands: readonly Command[] = [
  ...moves.map(
    ({ by, towards, keys }): Command => ({
      id: `adjust.${by}.${towards}`,
      otherWay: `adjust.${by}.${towards === 'next' ? 'previous' : 'next'}`,
      group: 'caret',
      mode: 'adjusting',
      keys,
      repeats: true,
      enabled: whileAdjusting,
      run: ({ workspace }) => moveEnd(workspace, by, towards === 'next' ? 1 : -1),
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
