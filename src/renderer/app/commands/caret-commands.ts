import { type CaretMotion, caretMotions } from '../../i18n/caret-motions';
import {
  currentCaret,
  moveCaret,
  moveHead,
  narrowSelection,
  widenSelection,
} from '../../workspace/actions/reader/caret';
import type { Command, CommandDesk } from './command';
import { withText } from './conditions';
import type { Chord } from './keys';

interface MotionKeys {
  readonly keys: readonly Chord[];
  readonly macKeys?: readonly Chord[];
}

/** The platform's usual keys; sentences have none, and take what is free. */
const keysOfMotion: Readonly<Record<CaretMotion, MotionKeys>> = {
  'character.next': { keys: ['ArrowRight'] },
  'character.previous': { keys: ['ArrowLeft'] },
  'word.next': { keys: ['Mod+ArrowRight'], macKeys: ['Alt+ArrowRight'] },
  'word.previous': { keys: ['Mod+ArrowLeft'], macKeys: ['Alt+ArrowLeft'] },
  'sentence.next': { keys: ['Alt+ArrowRight'], macKeys: ['Ctrl+Alt+ArrowRight'] },
  'sentence.previous': { keys: ['Alt+ArrowLeft'], macKeys: ['Ctrl+Alt+ArrowLeft'] },
  'line.next': { keys: ['ArrowDown'] },
  'line.previous': { keys: ['ArrowUp'] },
  'lineEdge.next': { keys: ['End'], macKeys: ['Mod+ArrowRight', 'End'] },
  'lineEdge.previous': { keys: ['Home'], macKeys: ['Mod+ArrowLeft', 'Home'] },
  'paragraph.next': { keys: ['Mod+ArrowDown'], macKeys: ['Alt+ArrowDown'] },
  'paragraph.previous': { keys: ['Mod+ArrowUp'], macKeys: ['Alt+ArrowUp'] },
  'page.next': { keys: ['PageDown'] },
  'page.previous': { keys: ['PageUp'] },
  'document.next': { keys: ['Mod+End'], macKeys: ['Mod+ArrowDown'] },
  'document.previous': { keys: ['Mod+Home'], macKeys: ['Mod+ArrowUp'] },
};

/**
 * Every motion of the caret, with and without selecting.
 *
 * An arrow key to a side goes by the direction of the paragraph, as Chromium's own text fields do on every system: in one from
 * right to left the left arrow goes on through the text. Within a run of the other direction (a Latin name among Arabic words)
 * it still goes on, so the caret turns round on the screen there, yet every place is reached once and a selection grows letter
 * by letter. Home and End go to where a line begins and ends.
 */
export const caretCommands: readonly Command[] = [
  ...caretMotions.map((motion) => motionCommand(motion, false)),
  ...caretMotions.map((motion) => motionCommand(motion, true)),
  {
    id: 'caret.widen',
    group: 'caret',
    keys: ['E'],
    enabled: withText,
    run: ({ workspace }) => widenSelection(workspace),
  },
  {
    id: 'caret.narrow',
    group: 'caret',
    keys: ['Shift+E'],
    enabled: ({ screen }) => screen.widenedFrom.length > 0,
    run: ({ workspace }) => narrowSelection(workspace),
  },
];

function motionCommand(motion: CaretMotion, selecting: boolean): Command {
  const { keys, macKeys } = keysOfMotion[motion];
  const kind = selecting ? 'select' : 'move';
  const chords = (list: readonly Chord[]): readonly Chord[] =>
    selecting ? list.map(withShift) : list;
  return {
    id: `caret.${kind}.${motion}`,
    group: 'caret',
    otherWay: `caret.${kind}.${opposite(motion)}`,
    keys: chords(keys),
    ...(macKeys && { macKeys: chords(macKeys) }),
    inText: true,
    repeats: true,
    enabled: withText,
    run: (desk) => move(desk, motion, selecting),
  };
}

function opposite(motion: CaretMotion): CaretMotion {
  const [by, towards] = motion.split('.') as [MotionUnit, 'next' | 'previous'];
  return `${by}.${towards === 'next' ? 'previous' : 'next'}`;
}

/** `Mod+Shift+End` for `Mod+End`. */
function withShift(chord: Chord): Chord {
  const at = chord.lastIndexOf('+') + 1;
  return `${chord.slice(0, at)}Shift+${chord.slice(at)}`;
}

function move(desk: CommandDesk, motion: CaretMotion, selecting: boolean): void {
  const { workspace } = desk;
  const reader = desk.reader();
  const [by, towards] = motion.split('.') as [MotionUnit, 'next' | 'previous'];
  const direction = towards === 'next' ? 1 : -1;
  reader?.focus();
  if (by !== 'line' && by !== 'lineEdge' && by !== 'page') {
    moveCaret(workspace, by, { direction, selecting });
    return;
  }
  const caret = currentCaret(workspace.screen.getState());
  if (!caret || !reader) return;
  moveHead(workspace, reader.moveByLines(caret, { by, direction }), {
    selecting,
    unit: by === 'lineEdge' ? 'character' : 'line',
  });
}

type MotionUnit = CaretMotion extends `${infer Unit}.${string}` ? Unit : never;
