import type { Annotation } from '../../core/annotation/annotation';
import type { AnnotationIndex } from '../../core/annotation/annotation-index';
import type { NearSections } from './near-sections';
import { onRelayout } from './on-relayout';
import { SectionHits } from './section-hits';
import type { Surface } from './surface';

const none: readonly Annotation[] = [];

/**
 * Which annotations lie under a point, by the rectangles of their fragments. To ask the browser for the letter there takes
 * many times as long. Only sections near the viewport have an index, and only blocks that were pointed at are measured,
 * so no cost grows with what is off screen. It tells of the letters' boxes alone: beside a line, and between two, is nothing.
 */
export class HitIndex {
  readonly #surface: Surface;
  readonly #index: AnnotationIndex;
  readonly #near: NearSections;
  readonly #sections = new Map<number, SectionHits>();
  readonly #unfollow: () => void;
  readonly #stopFollowing: () => void;

  /** Keeps an index of what is `near` until `dispose`. */
  constructor(surface: Surface, index: AnnotationIndex, near: NearSections) {
    this.#surface = surface;
    this.#index = index;
    this.#near = near;
    this.#unfollow = near.follow({
      onNear: () => undefined,
      onFar: (section) => this.#sections.delete(section),
    });
    this.#stopFollowing = onRelayout(surface.host, () => this.#sections.clear());
  }

  dispose(): void {
    this.#unfollow();
    this.#stopFollowing();
    this.#sections.clear();
  }

  /** To be called whenever the index of annotations holds something else. Nothing is measured before it is asked for. */
  update(): void {
    for (const hits of this.#sections.values()) hits.update();
  }

  /** The annotations under a point in client pixels, ordered as by `AnnotationIndex.at`: the innermost first. */
  at(x: number, y: number): readonly Annotation[] {
    for (const section of this.#near.near) {
      const box = this.#surface.sections[section]?.getBoundingClientRect();
      if (!box || y < box.top || y >= box.bottom) continue;
      const hits = this.#hitsIn(section).at(x, y, box);
      // The room above a section's first line lies over the section before.
      if (hits.length > 0) return hits;
    }
    return none;
  }

  #hitsIn(section: number): SectionHits {
    const known = this.#sections.get(section);
    if (known) return known;
    const hits = new SectionHits({ surface: this.#surface, index: this.#index, section });
    this.#sections.set(section, hits);
    return hits;
  }
}
