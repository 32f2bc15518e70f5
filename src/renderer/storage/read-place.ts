import { Dexie } from 'dexie';
import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationId } from '../../core/ids';

/** How far the annotations of an article have been read, by start: all before `start`, and of those that start there `ids`. */
export interface ReadPlace {
  /** In UTF-16 units. */
  readonly start: number;
  readonly ids: ReadonlySet<AnnotationId>;
}

/** Before the first. */
export const nothingRead: ReadPlace = { start: Dexie.minKey, ids: new Set() };

/** The place once `page`, which is by start and follows `place`, was read as well. */
export function placeAfter(place: ReadPlace, page: readonly Annotation[]): ReadPlace {
  const start = page.at(-1)?.fragments[0].start ?? place.start;
  const ids = new Set(start === place.start ? place.ids : []);
  for (let index = page.length - 1; index >= 0; index -= 1) {
    const annotation = page[index] as Annotation;
    if (annotation.fragments[0].start !== start) break;
    ids.add(annotation.id);
  }
  return { start, ids };
}
