import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationId } from '../../core/ids';
import type { Section } from '../../core/text/layout';
import { indexOfSpanAt } from '../../core/text/search-sorted';
import type { Surface } from './surface';

/** As many lanes as lines of the usual height have room for. */
const usualLanes = 3;

/** What is drawn in a section, and in which lanes. */
export interface LanesInUse {
  readonly annotations: readonly Annotation[];
  readonly lanes: ReadonlyMap<AnnotationId, number>;
}

/** Tells each block of `section` how many lanes its lines need, where that is more than usual lines have room for. */
export function makeRoom(surface: Surface, section: Section, inUse: LanesInUse): void {
  const needed = lanesByBlock(surface, section, inUse);
  for (let block = section.firstBlock; block < section.endBlock; block += 1) {
    const element = surface.elementOf(block);
    const count = needed.get(block);
    if (!element || element.dataset['lanes'] === (count && String(count))) continue;
    if (count) element.dataset['lanes'] = String(count);
    else delete element.dataset['lanes'];
  }
}

function lanesByBlock(
  { layout }: Surface,
  section: Section,
  { annotations, lanes }: LanesInUse,
): ReadonlyMap<number, number> {
  const needed = new Map<number, number>();
  for (const { id, fragments } of annotations) {
    const count = (lanes.get(id) ?? 0) + 1;
    if (count <= usualLanes) continue;
    for (const { start, end } of fragments) {
      const first = Math.max(section.firstBlock, indexOfSpanAt(layout.blocks, start));
      const last = Math.min(section.endBlock - 1, indexOfSpanAt(layout.blocks, end - 1));
      for (let block = first; block <= last; block += 1)
        needed.set(block, Math.max(count, needed.get(block) ?? 0));
    }
  }
  return needed;
}
