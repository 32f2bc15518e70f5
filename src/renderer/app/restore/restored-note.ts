import type { Done } from './use-restore';

const key = 'restored';

/** What a restore has done, for the page after it. */
export interface RestoredNote extends Done {
  /** Whether there was a store, which is kept aside now. */
  readonly keptAside: boolean;
}

/** Leaves a note for the page that comes after a restore, in this window alone. */
export function rememberRestored({
  articles,
  annotations,
  missingTexts,
  keptAside,
}: RestoredNote): void {
  const note: RestoredNote = { articles, annotations, missingTexts, keptAside };
  sessionStorage.setItem(key, JSON.stringify(note));
}

/** What the page before this one has restored, once; null when it has not. */
export function takeRestored(): RestoredNote | null {
  const note = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return note === null ? null : (JSON.parse(note) as RestoredNote);
}
