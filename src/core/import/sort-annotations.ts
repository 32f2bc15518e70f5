import type { Annotation } from '../annotation/annotation';
import { mayBeOneCoder, mentionKey } from '../annotation/mention';
import { sameValue } from '../same-value';
import { differingFields } from './compare-records';

/** What is stored, as far as imported annotations can meet it. */
export interface StoredAnnotations {
  /** Every stored annotation whose id is that of an imported one, of whichever article. */
  readonly byId: ReadonlyMap<string, Annotation>;
  /**
   * The stored annotations of the article that the imported ones are attached to, but for those of `byId`: the file may
   * have moved them, and another of it may stand there now. Those whose mention no imported one shares may be left out.
   */
  readonly others: readonly Annotation[];
}

/** One record here and in the file, with not the same content: under the same id, or on the same words. */
export interface AnnotationConflict {
  readonly mine: Annotation;
  readonly theirs: Annotation;
}

/** Imported annotations by what is to be done with them. */
export interface SortedAnnotations {
  readonly fresh: readonly Annotation[];
  /** As fresh as those, but their ids belong to annotations of other articles here: they need ids of their own. */
  readonly homonyms: readonly Annotation[];
  /** Each stored annotation is in one of them at most. */
  readonly conflicts: readonly AnnotationConflict[];
  /** How many are here already with all that they say, under their own id or another. */
  readonly same: number;
}

/**
 * Holds the imported annotations of one article, whose `articleId` is already that of the article here, against what is
 * stored. Each comes to one of four ends:
 *
 * - It is here already: a stored annotation says all that it says, on the same words, in all fields that count.
 * - Its id is known in this article, and the two differ: to be decided.
 * - Its id is not known, but a stored annotation of the same mention should be one record with it: the coder is the same,
 *   or one of them gave no name. The two differ: to be decided. Of several stored ones it meets one of its own coder, then
 *   the one from which it differs least, and each is met once: of what remains, nothing is here.
 * - Nothing here is the same record. So it is with another coder's on the same words, and with all that one file says of the
 *   same words beyond what is here: what the file holds twice was two records where it comes from.
 */
export function sortAnnotations(
  imported: readonly Annotation[],
  { byId, others }: StoredAnnotations,
): SortedAnnotations {
  const byMention = groupByMention(others);
  const near = (theirs: Annotation) => byMention.get(mentionKey(theirs)) ?? [];
  const taken = new Set<Annotation>();
  const met = new Map<Annotation, Annotation>();
  const unknown: Annotation[] = [];
  let same = 0;
  for (const theirs of imported) {
    const stored = byId.get(theirs.id);
    const known = stored?.articleId === theirs.articleId ? stored : undefined;
    const equal = [...(known ? [known] : []), ...near(theirs)].find((mine) =>
      saysTheSame(mine, theirs),
    );
    if (equal) {
      same += 1;
      taken.add(equal);
    } else if (known) met.set(theirs, known);
    else unknown.push(theirs);
  }
  for (const mayMeet of [isOfSameCoder, mayBeOfOneCoder])
    for (const theirs of unknown) {
      if (met.has(theirs)) continue;
      const free = near(theirs).filter((mine) => !taken.has(mine) && mayMeet(mine, theirs));
      const mine = nearestTo(theirs, free);
      if (!mine) continue;
      met.set(theirs, mine);
      taken.add(mine);
    }
  const rest = unknown.filter((theirs) => !met.has(theirs));
  return {
    fresh: rest.filter(({ id }) => !byId.has(id)),
    homonyms: rest.filter(({ id }) => byId.has(id)),
    conflicts: imported.flatMap((theirs) => {
      const mine = met.get(theirs);
      return mine ? { mine, theirs } : [];
    }),
    same,
  };
}

function groupByMention(annotations: readonly Annotation[]): Map<string, readonly Annotation[]> {
  const groups = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const key = mentionKey(annotation);
    const group = groups.get(key);
    if (group) group.push(annotation);
    else groups.set(key, [annotation]);
  }
  return groups;
}

function saysTheSame(mine: Annotation, theirs: Annotation): boolean {
  // Most are the same to the last letter, which is told much faster.
  return sameValue(mine, theirs) || differingFields('annotations', mine, theirs).length === 0;
}

function isOfSameCoder(mine: Annotation, theirs: Annotation): boolean {
  return mine.provenance.coder === theirs.provenance.coder;
}

function mayBeOfOneCoder(mine: Annotation, theirs: Annotation): boolean {
  return mayBeOneCoder(mine.provenance.coder, theirs.provenance.coder);
}

/** The one of `stored` that differs from `theirs` in the fewest fields, the first of several. */
function nearestTo(theirs: Annotation, stored: readonly Annotation[]): Annotation | undefined {
  const distanceOf = (mine: Annotation) => differingFields('annotations', mine, theirs).length;
  return stored
    .map((mine) => ({ mine, distance: distanceOf(mine) }))
    .toSorted((a, b) => a.distance - b.distance)[0]?.mine;
}
