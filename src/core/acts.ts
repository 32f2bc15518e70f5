import type { ChangeEntry } from './change';

/**
 * Entries of the log, in order, as the acts in which they were written. A `do` entry is an act of its own; undo or redo
 * of a group of several parts writes an entry for each, all under one group of their own, which are one act. Of acts that
 * were written together, as when going back several steps at once, each is given for itself.
 */
export function actsOf(entries: readonly ChangeEntry[]): readonly (readonly ChangeEntry[])[] {
  const acts: ChangeEntry[][] = [];
  for (const entry of entries) {
    const act = acts.at(-1);
    const last = act?.at(-1);
    if (act && last && isSameAct(last, entry)) act.push(entry);
    else acts.push([entry]);
  }
  return acts;
}

/** Whether `next`, which follows `entry` in the log, was written in the same act. */
export function isSameAct(entry: ChangeEntry, next: ChangeEntry): boolean {
  return next.act !== 'do' && next.act === entry.act && next.groupId === entry.groupId;
}
