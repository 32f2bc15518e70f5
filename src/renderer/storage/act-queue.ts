import type { ChangeEntry } from '../../core/change';
import { err, ok, type Result } from '../../core/result';
import type { Counted } from './apply-change';
import { ConflictError } from './conflict-error';
import { type StoreError, storeErrorOf } from './store-error';

/** Whether all that was done is on the disk. `unsaved` counts acts that wait for `retry`. */
export type SaveStatus =
  | { readonly state: 'saved' }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly error: StoreError; readonly unsaved: number };

/** What an act has written. */
export interface Applied {
  /** Empty when it changed nothing. */
  readonly entries: readonly ChangeEntry[];
  /** The counts of the articles whose annotations it changed, as they are now. */
  readonly counts: Counted;
}

/** What an act that changes nothing has written. */
export const nothingApplied: Applied = { entries: [], counts: new Map() };

/** Something to be written, at the time given: ISO 8601 in UTC. Throws when it cannot be, and has written nothing then. */
export type Act = (at: string) => Promise<Applied>;

/** The entries that an act has written, or why it has not. */
export type Outcome = Result<readonly ChangeEntry[], StoreError>;

/** Who hears of the acts. */
export interface ActListener {
  /** The time now, ISO 8601 in UTC with milliseconds. */
  readonly now: () => string;
  /** An act is on the disk; called before the next one begins. */
  readonly onApplied: (applied: Applied) => void;
  /** An act was given up. */
  readonly onConflict: (error: StoreError) => void;
  readonly onStatus: (status: SaveStatus) => void;
}

/**
 * Runs acts one after another. One that cannot be saved is kept and tried again, in order, before the next act; only a
 * conflict is given up, since it can never succeed.
 */
export class ActQueue {
  readonly #listener: ActListener;
  #unsaved: Act[] = [];
  #last: Promise<unknown> = Promise.resolve();
  #running = 0;
  #status: SaveStatus = { state: 'saved' };

  constructor(listener: ActListener) {
    this.#listener = listener;
  }

  /** Runs `act` after all before it; null only tries again what could not be saved. */
  add(act: Act | null): Promise<Outcome> {
    this.#running += 1;
    this.#publish(this.#status.state === 'failed' ? this.#status : { state: 'saving' });
    const run = this.#last.then(() => this.#drain(act));
    this.#last = run;
    return run;
  }

  /** Runs an act that is not kept when it fails, nor run at all while others wait to be saved. */
  async attempt(act: Act): Promise<Outcome> {
    if (this.#status.state === 'failed') return err(this.#status.error);
    let failure: StoreError | null = null;
    const outcome = await this.add(async (at) => {
      try {
        return await act(at);
      } catch (thrown) {
        failure = errorOf(thrown);
        return nothingApplied;
      }
    });
    return failure ? err(failure) : outcome;
  }

  async #drain(act: Act | null): Promise<Outcome> {
    if (act) this.#unsaved.push(act);
    let outcome: Outcome = ok([]);
    while (this.#unsaved.length > 0) {
      const next = this.#unsaved[0] as Act;
      outcome = await this.#run(next);
      if (!outcome.ok && outcome.error.code !== 'conflict') break;
      this.#unsaved.shift();
    }
    this.#running -= 1;
    if (!outcome.ok && outcome.error.code !== 'conflict')
      this.#publish({ state: 'failed', error: outcome.error, unsaved: this.#unsaved.length });
    else this.#publish({ state: this.#running > 0 ? 'saving' : 'saved' });
    return outcome;
  }

  async #run(act: Act): Promise<Outcome> {
    try {
      const applied = await act(this.#listener.now());
      if (applied.entries.length > 0) this.#listener.onApplied(applied);
      return ok(applied.entries);
    } catch (thrown) {
      const error = errorOf(thrown);
      if (error.code === 'conflict') this.#listener.onConflict(error);
      return err(error);
    }
  }

  #publish(status: SaveStatus): void {
    this.#status = status;
    this.#listener.onStatus(status);
  }
}

function errorOf(thrown: unknown): StoreError {
  return thrown instanceof ConflictError
    ? { code: 'conflict', detail: thrown.message }
    : storeErrorOf(thrown);
}
