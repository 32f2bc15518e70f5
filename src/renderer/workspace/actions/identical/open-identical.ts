import { emptyBody } from '../../../../core/annotation/annotation';
import type { IdenticalWords, ScreenState } from '../../screen';
import type { Workspace } from '../../workspace';

/**
 * What `job` would be about now: the selected words, to be tagged, else the words of the selected annotation; null when
 * there are none. Words of several fragments have no identical ones.
 */
export function identicalWords(
  { article, selection, selected }: ScreenState,
  job: IdenticalWords['job'],
): IdenticalWords | null {
  if (!article) return null;
  if (selection && job === 'tag') {
    const words = article.text.slice(selection.start, selection.end);
    return { job, words, body: emptyBody('enterprise'), kindIsFree: true };
  }
  const annotation = selected && article.index.get(selected);
  if (!annotation || annotation.fragments.length > 1) return null;
  return { job, words: annotation.quote.exact, body: annotation.body, kindIsFree: false };
}

/** Opens the dialog that tags every place of some words, or deletes every annotation of them. */
export function openIdentical({ screen }: Workspace, job: IdenticalWords['job']): void {
  const identical = identicalWords(screen.getState(), job);
  if (identical) screen.setState({ identical, dialog: 'identical' });
}
