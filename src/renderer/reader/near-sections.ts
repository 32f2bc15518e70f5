import { firstIndexWhere } from '../../core/text/search-sorted';
import type { Surface } from './surface';

/** What is done when a section comes near the viewport, and when it leaves again. Sections are given by index. */
export interface SectionFollower {
  readonly onNear: (section: number) => void;
  readonly onFar: (section: number) => void;
}

/** How far beyond the viewport a section is near, as a share of its height. */
const reach = 0.5;

/** Which sections lie near the viewport: within half its height. One watch serves all that draw there. */
export class NearSections {
  readonly #surface: Surface;
  readonly #scroller: Element;
  readonly #near = new Set<number>();
  readonly #followers = new Set<SectionFollower>();
  readonly #observer: IntersectionObserver;

  /** Watches the sections of `surface`, whose scrolling ancestor is `scroller`, until `dispose`. */
  constructor(surface: Surface, scroller: Element) {
    this.#surface = surface;
    this.#scroller = scroller;
    this.#observer = new IntersectionObserver((entries) => this.#tell(entries), {
      root: scroller,
      rootMargin: `${reach * 100}% 0px`,
    });
    for (const section of surface.sections) this.#observer.observe(section);
  }

  /** Tells no one any more; what followers have drawn is theirs to take away. */
  dispose(): void {
    this.#observer.disconnect();
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

  /** Looks for what has come near, now: the watch tells of it a frame later, when all has been drawn without it. */
  look(): void {
    const { sections } = this.#surface;
    const { top, bottom, height } = this.#scroller.getBoundingClientRect();
    const first = firstIndexWhere(
      sections,
      (section) => section.getBoundingClientRect().bottom > top - height * reach,
    );
    for (let at = first; at < sections.length; at += 1) {
      const section = sections[at] as HTMLElement;
      if (section.getBoundingClientRect().top >= bottom + height * reach) return;
      this.#set(at, true);
    }
  }

  #tell(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries)
      this.#set(this.#surface.sections.indexOf(target as HTMLElement), isIntersecting);
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
