import type { Annotation } from '../annotation/annotation';
import { sameValue } from '../same-value';

/** What is stored, as far as imported annotations can meet it. */
export interface StoredAnnotations {
  /** Every stored annotation whose id is that of an imported one, of whichever article. */
  readonly byId: ReadonlyMap<string, Annotation>;
  /**
   * `placeOf` every stored annotation of the article that the imported ones are attached to, but for those of `byId`: the
   * file may have moved them, and another of it may stand there now.
   */
  readonly places: ReadonlySet<string>;
}

/** The same id here and in the file, but not the same content. */
export interface AnnotationConflict {
  readonly mine: Annotation;
  readonly theirs: Annotation;
}

/** Imported annotations by what is to be done with them. */
export interface SortedAnnotations {
  readonly fresh: readonly Annotation[];
  /** As fresh as those, but their ids belong to annotations of other articles here: they need ids of their own. */
  readonly homonyms: readonly Annotation[];
  readonly conflicts: readonly AnnotationConflict[];
  /** How many are here already: the same record, or the same place, kind and body under another id. */
  readonly same: number;
}

/**
 * Holds the imported annotations of one article, whose `articleId` is already that of the article here, against what is
 * stored.
 */
export function sortAnnotations(
  imported: readonly Annotation[],
  stored: StoredAnnotations,
): SortedAnnotations {
  const fresh: Annotation[] = [];
  const homonyms: Annotation[] = [];
  const conflicts: AnnotationConflict[] = [];
  let same = 0;
  for (const theirs of imported) {
    const mine = stored.byId.get(theirs.id);
    if (mine?.articleId === theirs.articleId) {
      if (sameValue(mine, theirs)) same += 1;
      else conflicts.push({ mine, theirs });
    } else if (stored.places.has(placeOf(theirs))) same += 1;
    else (mine ? homonyms : fresh).push(theirs);
  }
  return { fresh, homonyms, conflicts, same };
}

/** The same string for two annotations of one article with the same place, kind and body. */
export function placeOf({ fragments, body }: Annotation): string {
  const place = fragments.map(({ start, end }) => [start, end]);
  switch (body.kind) {
    case 'enterprise':
      return JSON.stringify([place, body.kind, body.name]);
    case 'claim':
      return JSON.stringify([place, body.kind, body.status]);
    case 'date': {
      const { by } = body.basis ?? { by: null };
      const rule = body.basis?.by === 'rule' ? body.basis.rule : null;
      return JSON.stringify([place, body.kind, body.edtf ?? null, by, rule]);
    }
  }
}
