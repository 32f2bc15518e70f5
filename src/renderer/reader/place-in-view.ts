import { firstIndexWhere } from '../../core/text/search-sorted';
import {
  type CaretPlace,
  endOfLine,
  type LaidText,
  lineAt,
  lineAtHeight,
  lineBeside,
  placeOnLine,
} from './lines';

/**
 * The place of the text in view that is nearest to a point beside it, in client pixels: on the line at that height, or
 * on the outermost line in view, as far along it as the point is. Above the first line of all it is the start of the
 * text, below the last its end. Null when there is no text.
 */
export function placeInView(
  { surface, text, scroller }: LaidText,
  { x, y }: { readonly x: number; readonly y: number },
): CaretPlace | null {
  const { layout, sections } = surface;
  const view = scroller.getBoundingClientRect();
  const height = Math.min(Math.max(y, view.top + 1), view.bottom - 1);
  const below = firstIndexWhere(
    sections,
    (section) => section.getBoundingClientRect().bottom > height,
  );
  const section = layout.sections[Math.min(below, sections.length - 1)];
  const from = section && lineAt(surface, { head: section.start, atLineEnd: false });
  if (!from) return null;
  const line = lineAtHeight(surface, from, height);
  if (y < line.top && !lineBeside(surface, line, -1)) return { head: line.start, atLineEnd: false };
  if (y > line.bottom && !lineBeside(surface, line, 1)) return endOfLine(surface, text, line);
  return placeOnLine(surface, text, line, x);
}
