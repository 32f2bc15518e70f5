import type { Result } from '../../core/result';
import type { FileError } from '../../preload/contract';
import { fail } from './file-error';
import { randomName } from './random-name';

/** Files that are open for the page, each under an id. What is asked of one session is done in turn. */
export interface OpenSessions<Session> {
  /** Keeps the session that `start` makes, if it makes one. */
  open(
    start: () => Promise<Result<Session, FileError>>,
  ): Promise<Result<Opened<Session>, FileError>>;
  /** Does `work` when all asked of the session before is done; `stale` when there is no such session (any more). */
  use<T>(
    id: string,
    work: (session: Session) => Promise<Result<T, FileError>>,
  ): Promise<Result<T, FileError>>;
  /** Forgets the session; what waits for its turn becomes `stale`. For use within `work`. */
  forget(id: string): void;
  /** Waits for what is under way, then gives every session to `close` and forgets it. */
  closeAll(close: (session: Session) => Promise<void>): Promise<void>;
}

/** A session and the id it is known by. */
export interface Opened<Session> {
  readonly id: string;
  readonly session: Session;
}

/** Starts with no session open. */
export function createOpenSessions<Session>(): OpenSessions<Session> {
  const sessions = new Map<string, { readonly session: Session; lastTurn: Promise<unknown> }>();
  const opening = new Set<Promise<Result<Opened<Session>, FileError>>>();

  async function use<T>(
    id: string,
    work: (session: Session) => Promise<Result<T, FileError>>,
  ): Promise<Result<T, FileError>> {
    const entry = sessions.get(id);
    if (entry === undefined) return fail('stale');
    const turn = entry.lastTurn.then(() =>
      sessions.has(id) ? work(entry.session) : fail('stale'),
    );
    // A turn that throws is answered to whoever asked for it; the next one starts all the same.
    entry.lastTurn = turn.catch(() => null);
    return turn;
  }

  async function open(
    start: () => Promise<Result<Session, FileError>>,
  ): Promise<Result<Opened<Session>, FileError>> {
    const started = start().then((outcome): Result<Opened<Session>, FileError> => {
      if (!outcome.ok) return outcome;
      const id = randomName();
      sessions.set(id, { session: outcome.value, lastTurn: Promise.resolve() });
      return { ok: true, value: { id, session: outcome.value } };
    });
    opening.add(started);
    return started.finally(() => opening.delete(started));
  }

  return {
    open,
    use,
    forget: (id) => void sessions.delete(id),
    closeAll: async (close) => {
      // Only what was begun before this call: the next page may already be opening its own.
      const ids = [...sessions.keys()];
      for (const begun of await Promise.allSettled(opening))
        if (begun.status === 'fulfilled' && begun.value.ok) ids.push(begun.value.value.id);
      const turns = ids.map((id) =>
        use(id, async (session) => {
          sessions.delete(id);
          await close(session);
          return { ok: true, value: null };
        }),
      );
      await Promise.all(turns);
    },
  };
}
