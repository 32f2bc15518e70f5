import type { Annotation } from '../../core/annotation/annotation';

/** A rectangle, in pixels. Its right and lower edges belong to what lies beside it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An annotation and the rectangles that its words cover. */
export interface CoveredPlaces {
  readonly annotation: Annotation;
  readonly boxes: readonly Box[];
}

interface HitBox extends Box {
  readonly annotation: Annotation;
}

/** Boxes by the row, of `rowHeight` pixels, that they reach into. */
export type HitRows = ReadonlyMap<number, readonly HitBox[]>;

/** About a line: a row then holds the boxes of one line or two, and a box lies in few rows. */
const rowHeight = 24;

/** Sorts the places of annotations into rows. Boxes without a width or a height cover nothing. */
export function layInRows(covered: readonly CoveredPlaces[]): HitRows {
  const rows = new Map<number, HitBox[]>();
  for (const { annotation, boxes } of covered)
    for (const { left, top, right, bottom } of boxes) {
      if (left >= right) continue;
      for (let row = rowOf(top); row * rowHeight < bottom; row += 1) {
        const held = rows.get(row);
        const box = { left, top, right, bottom, annotation };
        if (held) held.push(box);
        else rows.set(row, [box]);
      }
    }
  return rows;
}

/** The annotations that cover the point, each once, in the order in which they were given to `layInRows`. */
export function hitsAt(rows: HitRows, x: number, y: number): readonly Annotation[] {
  const hits: Annotation[] = [];
  for (const { left, top, right, bottom, annotation } of rows.get(rowOf(y)) ?? [])
    if (x >= left && x < right && y >= top && y < bottom && hits.at(-1) !== annotation)
      hits.push(annotation);
  return hits;
}

function rowOf(y: number): number {
  return Math.floor(y / rowHeight);
}
