import type { Caret } from '../../core/text/caret';
import {
  type CaretPlace,
  caretBox,
  endOfLine,
  type LaidText,
  type Line,
  lineAt,
  lineAtHeight,
  lineBeside,
  placeOnLine,
} from './lines';

/** Motions for which it matters where lines wrap. */
export interface LineMotion {
  readonly by: 'line' | 'lineEdge' | 'page';
  /** 1 is down and to the end, -1 is up and to the start. */
  readonly direction: 1 | -1;
}

/** Where a motion leads; `x` is the column that further motions up and down keep to, in client pixels. */
export interface MovedByLines extends CaretPlace {
  readonly x: number | null;
}

/**
 * Moves the head of `caret` by lines. `x` is the column of the motion before, null for the caret's own. Beyond the first
 * line the caret goes to its start, beyond the last to its end.
 */
export function moveByLines(
  laid: LaidText,
  { head, atLineEnd = false }: Caret,
  { motion, x: column }: { readonly motion: LineMotion; readonly x: number | null },
): MovedByLines {
  const { surface, text } = laid;
  const place = { head, atLineEnd };
  const line = lineAt(surface, place);
  if (!line) return { ...place, x: null };
  if (motion.by === 'lineEdge') return { ...edgeOf(laid, line, motion.direction), x: null };
  const x = column ?? caretBox(surface, text, place)?.x ?? 0;
  const target = targetOf(laid, line, motion);
  if (!target) return { ...edgeOf(laid, line, motion.direction), x };
  return { ...placeOnLine(surface, text, target, x), x };
}

function targetOf({ surface, scroller }: LaidText, line: Line, motion: LineMotion): Line | null {
  const { by, direction } = motion;
  const beside = lineBeside(surface, line, direction);
  if (by === 'line' || !beside) return beside;
  // Two lines of the page before stay in view.
  const page = Math.max(0, scroller.clientHeight - 2 * (line.bottom - line.top) - 40);
  const y = (line.top + line.bottom) / 2 + direction * page;
  const far = lineAtHeight(surface, line, y);
  const isFurther = direction === 1 ? far.start >= beside.start : far.start <= beside.start;
  return isFurther ? far : beside;
}

function edgeOf({ surface, text }: LaidText, line: Line, direction: 1 | -1): CaretPlace {
  return direction === 1 ? endOfLine(surface, text, line) : { head: line.start, atLineEnd: false };
}
