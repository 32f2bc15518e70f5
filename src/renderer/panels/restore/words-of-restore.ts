import type { Catalogue } from '../../i18n/en';
import type { Explanation } from '../../i18n/en/errors';
import { wordsOfChange } from '../words-of-change';
import type { RestoreRow } from './restore-rows';
import type {
  FoundProject,
  RestoreAct,
  RestoreLineage,
  RestoreOffer,
  RestorePoint,
  RestoreProblem,
  RestoreReason,
} from './restore-state';

/** Why a backup could not be read or restored, what is safe, and what to do next. */
export function explainRestoreProblem(words: Catalogue, problem: RestoreProblem): Explanation {
  return words.restoreErrors[problem.code](problem);
}

/** What the page found. */
interface Found {
  readonly reason: RestoreReason;
  readonly present: FoundProject | null;
  readonly offer: RestoreOffer;
}

/** What was found, what is safe, and what to do next, with the facts that are known. */
export function explainReason(words: Catalogue, { reason, present, offer }: Found): Explanation {
  const { restore } = words;
  const said = restore.reasons[reason.kind];
  const until = offer.kind === 'read' ? untilOf(offer.lineages) : null;
  const hasNone = offer.kind === 'read' && !offer.lineages.some(hasPoint);
  const nextWithout = reason.kind === 'asked' ? restore.nothingYet : restore.nextWithoutBackup;
  const what = [said.what];
  if (reason.kind !== 'asked') what.push(...factsOf(words, present));
  if (reason.kind === 'behind' && reason.changes !== null)
    what.push(restore.changesBehind(reason.changes));
  if (reason.kind === 'damaged' && reason.detail !== '')
    what.push(restore.systemSays(reason.detail));
  return {
    what: what.join(' '),
    safe:
      until === null ? said.safe : `${said.safe} ${restore.backupGoesTo(momentOf(words, until))}`,
    next: hasNone ? nextWithout : said.next,
  };
}

/** What was changed, whether it was undone or done again. */
export function wordsOfAct(
  words: Catalogue,
  { act, label }: Pick<RestoreAct, 'act' | 'label'>,
): string {
  const what = wordsOfChange(words, label);
  if (act === 'do') return what;
  return act === 'undo' ? words.changes.undone(what) : words.changes.redone(what);
}

/** When and by whom a change was made. */
export function factsOfAct(
  words: Catalogue,
  { at, coder }: Pick<RestoreAct, 'at' | 'coder'>,
): string {
  const { by, byNobody } = words.history;
  return `${momentOf(words, at)} · ${coder === '' ? byNobody : by(coder)}`;
}

/** Which project is kept. */
export function wordsOfLineage({ restore, ...words }: Catalogue, kept: RestoreLineage): string {
  if (kept.isPresent) return restore.thisProject;
  if (kept.until === null) return restore.undatedProject;
  return restore.earlierProject(words.dateWords.moment(new Date(kept.until)));
}

/** Which point it is. */
export function wordsOfPoint(words: Catalogue, point: RestorePoint): string {
  if (point.kind === 'latest') return words.restore.latest;
  if (point.at === null) return words.restore.undatedSnapshot;
  return words.restore.snapshot(momentOf(words, point.at));
}

/** What else is to be known of a point: the time of the latest, the size of a snapshot. */
export function factsOfPoint(words: Catalogue, point: RestorePoint): readonly string[] {
  if (point.isDamaged) return [words.restore.damaged];
  const facts: string[] = [];
  if (point.kind === 'latest' && point.at !== null) facts.push(momentOf(words, point.at));
  if (point.byteLength !== undefined) facts.push(words.restore.size(point.byteLength));
  return facts;
}

/** All that a row says, for assistive technology. */
export function wordsOfRow(words: Catalogue, row: RestoreRow, isRecommended: boolean): string {
  const { restore } = words;
  switch (row.kind) {
    case 'lineage':
      return wordsOfLineage(words, row.kept);
    case 'point': {
      const recommended = isRecommended ? [restore.recommended] : [];
      const parts = [wordsOfPoint(words, row.point), ...recommended];
      return [...parts, ...factsOfPoint(words, row.point)].join(', ');
    }
    case 'act':
      return `${restore.upTo(wordsOfAct(words, row.act))}, ${factsOfAct(words, row.act)}`;
    case 'note':
      return wordsOfNote(words, row.note);
  }
}

/** What is said in the place of changes. */
export function wordsOfNote(
  { restore }: Catalogue,
  note: Extract<RestoreRow, { readonly kind: 'note' }>['note'],
): string {
  if (note === 'reading') return restore.readingActs;
  return note === 'none' ? restore.noActs : restore.unreadableActs;
}

/** A moment, ISO 8601 in UTC, by the person's own clock. */
export function momentOf({ dateWords }: Catalogue, at: string): string {
  return dateWords.moment(new Date(at));
}

function factsOf(words: Catalogue, present: FoundProject | null): readonly string[] {
  if (!present) return [];
  const { presentHolds, presentChanged } = words.restore;
  const holds = presentHolds(present.articles, present.annotations);
  if (present.lastChangeAt === null) return [holds];
  return [holds, presentChanged(momentOf(words, present.lastChangeAt))];
}

function untilOf(lineages: readonly RestoreLineage[]): string | null {
  return lineages.find(hasPoint)?.until ?? null;
}

function hasPoint({ points }: RestoreLineage): boolean {
  return points.some(({ isDamaged }) => !isDamaged);
}
