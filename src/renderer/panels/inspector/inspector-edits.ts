import type { AnnotationKind, BodyPatch } from '../../../core/annotation/annotation';
import type { AnnotationId } from '../../../core/ids';
import type { ShownStatus } from '../../../core/work-status';

/** What a person changed of an annotation. An empty note takes the note away. */
export type AnnotationEdit =
  | { readonly field: 'kind'; readonly kind: AnnotationKind }
  | { readonly field: 'body'; readonly fields: BodyPatch }
  | { readonly field: 'note'; readonly note: string };

/** What a person changed of an article's facts. Null takes a fact away. */
export type ArticleEdit =
  | { readonly field: 'title'; readonly title: string }
  /** `YYYY-MM-DD`, a day that exists; its basis becomes `user`. */
  | { readonly field: 'published'; readonly date: string | null }
  | { readonly field: 'outlet' | 'language' | 'url'; readonly value: string | null }
  | { readonly field: 'status'; readonly status: ShownStatus }
  /** An empty one takes the note away. */
  | { readonly field: 'note'; readonly note: string };

/** Asks the inspector to put the focus into a field; a new object is a new request. */
export interface FieldRequest {
  readonly field: 'value' | 'note';
  /** The annotation it is meant for; another one being shown, nothing happens. */
  readonly annotationId: AnnotationId;
}

/** How this platform writes the keys of what the inspector can do. */
export interface InspectorShortcuts {
  readonly enterprise?: string;
  readonly claim?: string;
  readonly date?: string;
  readonly acceptProposal?: string;
  readonly delete?: string;
  readonly deselect?: string;
}

/** Something that can be done with the selected annotation besides editing its fields: a command, as it is offered. */
export interface InspectorTool {
  readonly id: string;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly enabled: boolean;
}
