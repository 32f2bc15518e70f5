interface Timer {
  readonly at: number;
  readonly run: () => void;
}

/** A clock that is moved by hand. */
export class HandClock {
  readonly #timers = new Set<Timer>();
  #now = 0;

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { at: this.#now + milliseconds, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  };

  get count(): number {
    return this.#timers.size;
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of this.#timers) {
      if (timer.at > this.#now) continue;
      this.#timers.delete(timer);
      timer.run();
    }
  }

  /** Passes time, a pause of 40 ms after the other, until `end` has settled. */
  async passUntil(end: Promise<unknown>): Promise<void> {
    const ended = end.then(() => true);
    let isAtEnd = false;
    while (!isAtEnd) {
      this.pass(40);
      const turn = new Promise<boolean>((resolve) => setTimeout(() => resolve(false)));
      isAtEnd = await Promise.race([ended, turn]);
    }
  }
}
