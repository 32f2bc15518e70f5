import type { Annotation } from '../annotation/annotation';
import { mayBeOneRecord } from '../annotation/mention';
import type { Article } from '../article';
import type { RecordChange } from '../change';
import type { AnnotationId } from '../ids';
import { type ComparedField, withFieldsOf } from './compare-records';

/** What becomes of a record that differs here and in the file. */
export type Decision = 'mine' | 'theirs' | 'both';

/** How conflicts are decided: by one rule, but for those decided one by one, under their keys. */
export interface ConflictRule {
  readonly decision: Decision;
  readonly exceptions: ReadonlyMap<string, Decision>;
}

/** An article of the file that is not here yet. */
export interface NewArticle {
  readonly article: Article;
  readonly text: string;
}

/** A record that differs here and in the file. `title` is that of the article as it is here. */
export type ImportConflict = { readonly key: string; readonly title: string } & (
  | { readonly table: 'annotations'; readonly mine: Annotation; readonly theirs: Annotation }
  | {
      readonly table: 'articles';
      readonly mine: Article;
      readonly theirs: Article;
      readonly facts: readonly ComparedField<'articles'>[];
    }
);

/** How many of the records of a file are new here, here already, or differ. */
export interface RecordCounts {
  readonly fresh: number;
  readonly same: number;
  readonly conflicting: number;
}

/** What an import would do, for a person to look at before it is done. */
export interface ImportPlan {
  readonly articles: RecordCounts;
  readonly annotations: RecordCounts;
  readonly newArticles: readonly NewArticle[];
  readonly newAnnotations: readonly Annotation[];
  readonly conflicts: readonly ImportConflict[];
}

/** The records that an import changes. */
export interface ImportRecords {
  readonly annotations: readonly AnnotationChange[];
  /** Articles made, and articles whose facts are replaced. */
  readonly articles: readonly ArticleChange[];
}

export type AnnotationChange = Extract<RecordChange, { table: 'annotations' }>;
export type ArticleChange = Extract<RecordChange, { table: 'articles' }>;

/**
 * The decisions that can be made of a conflict. Both are kept only where they may stand side by side: of one article
 * there are never two records, nor of what one coder says of the same words.
 */
export function decisionsFor(conflict: ImportConflict): readonly Decision[] {
  const isOne = conflict.table === 'articles' || mayBeOneRecord(conflict.mine, conflict.theirs);
  return isOne ? ['mine', 'theirs'] : ['mine', 'theirs', 'both'];
}

/** `decision` where it can be made of this conflict, else to keep what is here. */
export function applicable(conflict: ImportConflict, decision: Decision): Decision {
  return decisionsFor(conflict).includes(decision) ? decision : 'mine';
}

/** What `rule` decides of each conflict. */
export function decideBy({ decision, exceptions }: ConflictRule) {
  return (conflict: ImportConflict): Decision =>
    applicable(conflict, exceptions.get(conflict.key) ?? decision);
}

/**
 * The records that `plan` changes when conflicts are decided by `decide`, such as `decideBy` a rule. Times and provenance
 * are the file's. An annotation that takes the place of one here has its id, by which this project knows it; the second of
 * two kept ones gets an id by `newId`.
 */
export function recordsOf(
  plan: ImportPlan,
  decide: (conflict: ImportConflict) => Decision,
  newId: () => AnnotationId,
): ImportRecords {
  const annotations: AnnotationChange[] = plan.newAnnotations.map(adding);
  const articles: ArticleChange[] = plan.newArticles.map(({ article }) => ({
    table: 'articles',
    id: article.id,
    before: null,
    after: article,
  }));
  for (const conflict of plan.conflicts) {
    const decision = decide(conflict);
    if (decision === 'mine') continue;
    if (conflict.table === 'articles') {
      const { mine, theirs } = conflict;
      const after = withFieldsOf('articles', mine, theirs);
      articles.push({ table: 'articles', id: mine.id, before: mine, after });
    } else if (decision === 'both') annotations.push(adding({ ...conflict.theirs, id: newId() }));
    else {
      const { mine, theirs } = conflict;
      const after = { ...theirs, id: mine.id };
      annotations.push({ table: 'annotations', id: mine.id, before: mine, after });
    }
  }
  return { annotations, articles };
}

function adding(after: Annotation): AnnotationChange {
  return { table: 'annotations', id: after.id, before: null, after };
}
