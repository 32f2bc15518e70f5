import type { ArticleId, GroupId } from '../ids';
import { sameValue } from '../same-value';
import type { ArticleCounts, HealthFinding } from './finding';

/** The finding that `said` are not the counts of an article; null when they are. */
export function findInCounts(
  articleId: ArticleId,
  said: ArticleCounts,
  found: ArticleCounts,
): HealthFinding | null {
  return sameValue(said, found) ? null : { code: 'counts-differ', articleId, said, found };
}

/** The gaps in a stretch of the log: `seqs` are the numbers that are there, rising, and follow `after`. */
export function findLogGaps(after: number, seqs: readonly number[]): readonly HealthFinding[] {
  const gaps: HealthFinding[] = [];
  let last = after;
  for (const next of seqs) {
    if (next !== last + 1) gaps.push({ code: 'log-gap', after: last, next });
    last = next;
  }
  return gaps;
}

/** The steps of the undo stack that are not in the log. */
export function findMissingSteps(
  steps: readonly GroupId[],
  isInLog: (groupId: GroupId) => boolean,
): readonly HealthFinding[] {
  return steps
    .filter((groupId) => !isInLog(groupId))
    .map((groupId) => ({ code: 'undo-head-missing', groupId }));
}
