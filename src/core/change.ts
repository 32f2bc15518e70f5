import type { Annotation, AnnotationKind } from './annotation/annotation';
import type { Article, WorkStatus } from './article';
import type { AnnotationId, ArticleId, GroupId } from './ids';

/** One record before and after; null where there is none. At least one side is there. */
export type RecordChange =
  | {
      readonly table: 'articles';
      readonly id: ArticleId;
      readonly before: Article | null;
      readonly after: Article | null;
    }
  | {
      readonly table: 'annotations';
      readonly id: AnnotationId;
      readonly before: Annotation | null;
      readonly after: Annotation | null;
    };

/** What was done, for a person to read in the history: words are made from it by the catalogue. */
export type ChangeLabel =
  | { readonly code: 'open-articles'; readonly count: number; readonly title: string }
  | { readonly code: 'remove-article'; readonly title: string }
  | { readonly code: 'edit-article'; readonly title: string }
  | { readonly code: 'annotate'; readonly kind: AnnotationKind; readonly exact: string }
  | { readonly code: 'delete-annotation'; readonly kind: AnnotationKind; readonly exact: string }
  | { readonly code: 'change-kind'; readonly kind: AnnotationKind; readonly exact: string }
  | { readonly code: 'edit-annotation'; readonly kind: AnnotationKind; readonly exact: string }
  | { readonly code: 'move-ends'; readonly kind: AnnotationKind; readonly exact: string }
  | { readonly code: 'add-fragment'; readonly kind: AnnotationKind; readonly exact: string }
  | { readonly code: 'remove-fragment'; readonly kind: AnnotationKind; readonly exact: string }
  | {
      readonly code: 'annotate-all' | 'delete-all';
      readonly kind: AnnotationKind;
      readonly exact: string;
      readonly count: number;
    }
  | { readonly code: 'delete-annotations'; readonly count: number }
  | { readonly code: 'change-kinds'; readonly kind: AnnotationKind; readonly count: number }
  | { readonly code: 'name-enterprises'; readonly name: string; readonly count: number }
  | {
      readonly code: 'set-work-status';
      readonly status: WorkStatus | null;
      readonly title: string;
    }
  | { readonly code: 'edit-article-note'; readonly title: string }
  /** `count` annotations and `articles` articles were added or replaced. */
  | {
      readonly code: 'import';
      readonly count: number;
      readonly articles: number;
      readonly fileName: string;
    };

/** All the records that one act of a person changes, applied together or not at all. */
export interface Change {
  readonly label: ChangeLabel;
  readonly records: readonly RecordChange[];
}

/** The change that takes `change` back. */
export function invert(change: Change): Change {
  return {
    label: change.label,
    records: change.records
      .map((record) => ({ ...record, before: record.after, after: record.before }) as RecordChange)
      .toReversed(),
  };
}

/** One applied change in the numbered log, `seq` rising by one from 1. */
export interface ChangeEntry {
  readonly seq: number;
  readonly groupId: GroupId;
  /** `undo` and `redo` entries carry the records as they were applied, and name the group they repeat or take back. */
  readonly act: 'do' | 'undo' | 'redo';
  readonly of?: GroupId;
  /** Of a `do` entry: the step that could be undone before it, so that the log is the undo stack. */
  readonly previous?: GroupId;
  /** Of a `do` entry: it is a part of a group that was not whole yet, and so no step of undo. */
  readonly isPart?: true;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly coder: string;
  readonly change: Change;
}
