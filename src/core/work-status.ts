import type { AnnotationKind } from './annotation/annotation';
import type { Article, WorkStatus } from './article';
import { articleDefinition } from './records/article';

/** Every status that a person can set, in the order of the work. The values are also the ones exported. */
export const workStatuses: readonly WorkStatus[] = articleDefinition.fields.status.values;

/** How far the work on an article shows to be. `new` is never stored: it is told from what is not there. */
export type ShownStatus = 'new' | WorkStatus;

/** Every status that shows, in the order of the work. */
export const shownStatuses: readonly ShownStatus[] = ['new', ...workStatuses];

/** How many annotations of each kind an article has. */
type Counts = Readonly<Record<AnnotationKind, number>>;

/** What a person set; else what the article shows unmarked. */
export function workStatusOf({ status }: Pick<Article, 'status'>, counts: Counts): ShownStatus {
  return status ?? unmarkedStatus(sumOf(counts));
}

/** What an article with so many annotations shows when nobody has marked it: in work from the first one on. */
export function unmarkedStatus(annotations: number): Exclude<ShownStatus, 'done'> {
  return annotations > 0 ? 'in-work' : 'new';
}

/** The statuses that a person may choose from: an article with annotations can be new no more. */
export function choosableStatuses(counts: Counts): readonly ShownStatus[] {
  return unmarkedStatus(sumOf(counts)) === 'new' ? shownStatuses : workStatuses;
}

function sumOf(counts: Counts): number {
  return counts.enterprise + counts.claim + counts.date;
}
