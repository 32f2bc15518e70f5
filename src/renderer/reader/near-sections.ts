import type { Surface } from './surface';

/** What is done when a section comes near the viewport, and when it leaves again. Sections are given by index. */
export interface SectionFollower {
  readonly onNear: (section: number) => void;
  readonly onFar: (section: number) => void;
}

/** Which sections lie near the viewport: within half its height. One watch serves all that draw there. */
export class NearSections {
  readonly #surface: Surface;
  readonly #near = new Set<number>();
  readonly #followers = new Set<SectionFollower>();
  readonly #observer: IntersectionObserver;

  /** Watches the sections of `surface`, whose scrolling ancestor is `scroller`, until `dispose`. */
  constructor(surface: Surface, scroller: Element) {
    this.#surface = surface;
    this.#observer = new IntersectionObserver((entries) => this.#tell(entries), {
      root: scroller,
      rootMargin: '50% 0px',
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

  #tell(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const section = this.#surface.sections.indexOf(target as HTMLElement);
      if (isIntersecting === this.#near.has(section)) continue;
      if (isIntersecting) this.#near.add(section);
      else this.#near.delete(section);
      for (const follower of this.#followers)
        if (isIntersecting) follower.onNear(section);
        else follower.onFar(section);
    }
  }
}
