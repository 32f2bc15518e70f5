/** A rectangle in CSS pixels of the viewport. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What decides where the palette goes. */
export interface PalettePlacing {
  /** Round the selected words. */
  readonly selection: Rect;
  readonly width: number;
  readonly height: number;
  /** Where the palette may be: the article's column, as far as it is in sight. */
  readonly bounds: Rect;
}

const gap = 8;

/**
 * The upper left corner of the palette: above the selection, below it when there is no room, never over it. Null when
 * the selection leaves room on neither side.
 */
export function placePalette({
  selection,
  width,
  height,
  bounds,
}: PalettePlacing): { readonly left: number; readonly top: number } | null {
  const middle = (selection.left + selection.right) / 2;
  const left = Math.max(
    bounds.left + gap,
    Math.min(bounds.right - gap - width, middle - width / 2),
  );
  const above = selection.top - gap - height;
  if (above >= bounds.top && above + height <= bounds.bottom) return { left, top: above };
  const below = selection.bottom + gap;
  if (below >= bounds.top && below + height <= bounds.bottom) return { left, top: below };
  return null;
}
