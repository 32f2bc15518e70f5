import { firstIndexWhere } from '../../core/text/search-sorted';
import type { Surface } from './surface';

/** What is done when a section comes near the viewport, and when it leaves again. Sections are given by index. */
export interface SectionFollower {
  readonly onNear: (section: number) => void;
  readonly onFar: (section: number) => void;
}

/** How far beyond the viewport a section is near, as a share of its height. */
const reach = 0.5;

/** The sections from `first` to before `end`. */
interface SectionRange {
  readonly first: number;
  readonly end: number;
}

/**
 * Which sections lie near the viewport: within half its height. One watch serves all that draw there, and what comes near
 * has its text from then on. It looks in the frame in which the text was scrolled or laid out anew, by halving, so that
 * it costs the same in a text of any length.
 */
export class NearSections {
  readonly #surface: Surface;
  readonly #scroller: Element;
  readonly #near = new Set<number>();
  readonly #followers = new Set<SectionFollower>();
  readonly #listening = new AbortController();
  readonly #resized = new ResizeObserver(() => this.look());

  /** Watches the sections of `surface`, whose scrolling ancestor is `scroller`, until `dispose`. */
  constructor(surface: Surface, scroller: Element) {
    this.#surface = surface;
    this.#scroller = scroller;
    const { signal } = this.#listening;
    scroller.addEventListener('scroll', () => this.look(), { passive: true, signal });
    this.#resized.observe(scroller);
    this.#resized.observe(surface.host);
  }

  /** Tells no one any more; what followers have drawn is theirs to take away. */
  dispose(): void {
    this.#listening.abort();
    this.#resized.disconnect();
    this.#followers.clear();
  }

  /** The sections near at this moment. */
  get near(): ReadonlySet<number> {
    return this.#near;
  }

  /** Tells `follower` of the sections near now, and from now on of those that come and leave; the result ends it. */
  follow(follower: SectionFollower): () => void {
    this.#followers.add(follower);
    for (const section of this.#near) follower.onNear(section);
    return () => this.#followers.delete(follower);
  }

  /** Looks now for what has come near, and what has left: for who has scrolled and draws in the same turn. */
  look(): void {
    let range = this.#measure();
    // What is written has another height than was guessed, so that others may be near then.
    while (this.#write(range)) range = this.#measure();
    for (const section of this.#near)
      if (section < range.first || section >= range.end) this.#set(section, false);
    for (let section = range.first; section < range.end; section += 1) this.#set(section, true);
  }

  #measure(): SectionRange {
    const { sections } = this.#surface;
    const { top, bottom, height } = this.#scroller.getBoundingClientRect();
    const first = firstIndexWhere(
      sections,
      (section) => section.getBoundingClientRect().bottom > top - height * reach,
    );
    let end = first;
    while (topOf(sections[end]) < bottom + height * reach) end += 1;
    return { first, end };
  }

  /** Whether a section of `range` had no text before. */
  #write({ first, end }: SectionRange): boolean {
    let hasWritten = false;
    for (let section = first; section < end; section += 1)
      if (this.#surface.write(section)) hasWritten = true;
    return hasWritten;
  }

  #set(section: number, isNear: boolean): void {
    if (isNear === this.#near.has(section)) return;
    if (isNear) this.#near.add(section);
    else this.#near.delete(section);
    for (const follower of this.#followers)
      if (isNear) follower.onNear(section);
      else follower.onFar(section);
  }
}

/** Where a section begins, in client pixels; behind the last one is no end. */
function topOf(section: HTMLElement | undefined): number {
  return section?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
}
