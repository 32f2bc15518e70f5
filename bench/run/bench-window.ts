import type { Page } from 'playwright';
import type { Sight } from '../pages/probe';
import type { Watch } from '../pages/watch';

/** Nothing is waited for longer than this, in milliseconds, but where a row says so. */
export const limit = 60_000;

/** What an import or export of everything gets, in milliseconds: nobody waits for one as for a key. */
export const longLimit = 600_000;

/** Thrown when something has not come about within `limit`. */
export class ExceededError extends Error {
  override readonly name = 'ExceededError';
}

/** A page with a subject on it, worked by real input. */
export class BenchWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /**
   * Begins `watches`, does `act`, and gives what each watch took. Throws `ExceededError` when one is not met in time, which
   * is `limit` but for what is known to take longer.
   */
  async measure(
    watches: readonly Watch[],
    act: () => Promise<unknown>,
    patience = limit,
  ): Promise<readonly number[]> {
    await this.page.evaluate((wanted) => probe.arm(wanted), watches);
    const done = act().then(() => this.page.evaluate(() => probe.results()));
    return within(done, () => JSON.stringify(watches), patience);
  }

  /** The same with one watch. */
  async time(watch: Watch, act: () => Promise<unknown>, patience = limit): Promise<number> {
    const [value] = await this.measure([watch], act, patience);
    return value ?? Number.NaN;
  }

  /** A click in the middle of the library's entry of this title, which is found before the clock runs. */
  async clickOn(title: string): Promise<() => Promise<void>> {
    const entry = this.page.getByRole('treeitem', { name: title }).filter({
      has: this.page.getByText(title, { exact: true }),
    });
    const own = this.page.getByRole('treeitem').getByText(title, { exact: true });
    const target = (await entry.count()) > 0 ? entry.first() : own.first();
    const box = await within(target.boundingBox(), () => `an entry of ${title}`);
    if (!box) throw new Error(`no entry of ${title} in view`);
    return () => this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Opens an entry and waits until an eye sees what is wanted. */
  async openEntry(title: string, until: Sight): Promise<void> {
    await (await this.clickOn(title))();
    await this.sees(until);
  }

  /** Waits until an eye sees what is wanted. */
  async sees(wanted: Sight): Promise<void> {
    const seen = this.page.waitForFunction(({ eye, is }) => probe.look(eye) === is, wanted, {
      timeout: limit,
    });
    await within(seen, () => JSON.stringify(wanted));
  }

  /** Waits until all is stored and the page has been idle for a while, so that nothing runs into what is measured next. */
  async rest(): Promise<void> {
    await this.sees({ eye: 'saved', is: 'saved' });
    const idle = this.page.evaluate(async () => {
      // A timer that comes when it is due shows a page with nothing to do.
      for (let inTime = 0; inTime < 5; ) {
        const due = performance.now() + 20;
        await new Promise((resolve) => setTimeout(resolve, 20));
        inTime = performance.now() - due < 12 ? inTime + 1 : 0;
      }
    });
    await within(idle, () => 'rest');
  }

  /** Waits for so many animation frames. */
  async frames(count: number): Promise<void> {
    await this.page.evaluate(async (wanted) => {
      for (let frame = 0; frame < wanted; frame += 1)
        await new Promise((resolve) => requestAnimationFrame(resolve));
    }, count);
  }

  /** Moves the focus into the text. */
  async focusText(): Promise<void> {
    await this.page.locator('article').first().focus();
  }

  /** Takes the selection away and scrolls to the top of the text. */
  async backToTop(): Promise<void> {
    await this.focusText();
    await this.page.keyboard.press('Escape');
    await this.page.keyboard.press('Control+Home');
    await this.page
      .locator('article')
      .first()
      .evaluate((scroller) => scroller.scrollTo(0, 0));
    await this.rest();
  }
}

async function within<Value>(
  work: Promise<Value>,
  what: () => string,
  patience = limit,
): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ExceededError(`over ${patience} ms: ${what()}`)), patience);
  });
  // What is late is given up with its page, and its own failure says nothing more.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
