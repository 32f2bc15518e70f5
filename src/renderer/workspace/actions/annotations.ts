import {
  type Annotation,
  type AnnotationBody,
  type AnnotationKind,
  type BodyPatch,
  emptyBody,
} from '../../../core/annotation/annotation';
import {
  annotate,
  createAnnotation,
  deleteAnnotation,
  editBody,
  editNote,
} from '../../../core/annotation/edits';
import { twinOf } from '../../../core/annotation/mention';
import type { Change } from '../../../core/change';
import type { AnnotationId } from '../../../core/ids';
import { patch } from '../../../core/records/patch';
import { sameValue } from '../../../core/same-value';
import { caretAt, isCollapsed } from '../../../core/text/caret';
import { wordAt } from '../../../core/text/motion';
import type { Span } from '../../../core/text/span';
import type { ScreenState } from '../screen';
import type { Workspace } from '../workspace';
import { proposalFor } from './proposal';
import { placeCaret } from './reader/caret';
import { pick } from './reader/walk';

/** What the keys that tag act on: words to be tagged, or an annotation that exists. */
export type TagTarget = { readonly words: Span } | { readonly annotation: AnnotationId };

/**
 * What would be tagged now: the selected words, else the selected annotation or the word under the caret, whichever
 * was chosen or moved last. Null when there is nothing.
 */
export function tagTarget(state: ScreenState): TagTarget | null {
  const { article, selection, selected, caret, acting } = state;
  if (!article) return null;
  if (selection) return { words: selection };
  if (selected && acting === 'annotation') return { annotation: selected };
  // Where blanks alone are selected, no word is meant.
  const word = caret && isCollapsed(caret) && wordAt(article.text, article.layout, caret.head);
  if (word) return { words: word };
  return selected && { annotation: selected };
}

/**
 * Tags what is selected in the text, or the word under the caret, as `kind`; a selected annotation gets that kind. The
 * same words tagged twice as the same kind stay one annotation, unless it is by two named coders: each has their own.
 */
export async function tag(workspace: Workspace, kind: AnnotationKind): Promise<void> {
  const { screen, store, newId, now } = workspace;
  const state = screen.getState();
  const { article, settings } = state;
  const target = tagTarget(state);
  if (!article || !target) return;
  if ('annotation' in target) {
    await changeKind(workspace, target.annotation, kind);
    return;
  }
  const span = target.words;
  placeCaret(workspace, caretAt(span.end), 'place');
  const { coder } = settings;
  const twin = twinOf(article.index.touching(span), span, { kind, coder });
  if (twin) {
    pick(workspace, twin.id);
    return;
  }
  const annotation = createAnnotation({
    id: newId('ann'),
    articleId: article.id,
    text: article.text,
    span,
    body: emptyBody(kind),
    coder,
    at: now(),
  });
  // At once: the next key is meant for it, and its act comes after this one.
  pick(workspace, annotation.id);
  await store.applyAtOnce(() => annotate(annotation), article.id);
}

/** Gives an annotation another kind; what was said of it as the old kind goes, and comes back by undo. */
export function changeKind(
  workspace: Workspace,
  id: AnnotationId,
  kind: AnnotationKind,
): Promise<void> {
  return changeBody(workspace, id, (body) => (body.kind === kind ? body : emptyBody(kind)));
}

/** Sets fields of the body of an annotation and leaves all others; nothing becomes of one of another kind. */
export function setBody(workspace: Workspace, id: AnnotationId, fields: BodyPatch): Promise<void> {
  return changeBody(workspace, id, (body) =>
    body.kind === fields.kind ? patch<AnnotationBody>(body, fields) : body,
  );
}

/** Sets the note of an annotation; an empty one takes it away. */
export async function setNote(workspace: Workspace, id: AnnotationId, note: string): Promise<void> {
  await editOne(workspace, id, (annotation, at) =>
    (annotation.note ?? '') === note ? null : editNote(annotation, note, at),
  );
}

/** Takes an annotation away; the next one in reading order is selected, so that several can go in a row. */
export async function removeAnnotation(workspace: Workspace, id: AnnotationId): Promise<void> {
  await editOne(workspace, id, (annotation) => {
    selectAfter(workspace, annotation);
    return deleteAnnotation(annotation);
  });
}

/** Selects what comes after `annotation` in reading order, or before it when it is the last, if it is selected. */
function selectAfter({ screen }: Workspace, annotation: Annotation): void {
  const { article, selected } = screen.getState();
  if (!article || selected !== annotation.id) return;
  const { ordered } = article.index;
  const position = article.index.positionOf(annotation);
  screen.setState({ selected: (ordered[position + 1] ?? ordered[position - 1])?.id ?? null });
}

/** Gives the selected date the value that its words plainly have, if they have one and it has none. */
export async function acceptProposal(workspace: Workspace): Promise<void> {
  const state = workspace.screen.getState();
  const proposal = proposalFor(state);
  if (!proposal || !state.selected) return;
  const { edtf, rule } = proposal;
  await setBody(workspace, state.selected, { kind: 'date', edtf, basis: { by: 'rule', rule } });
}

function changeBody(
  workspace: Workspace,
  id: AnnotationId,
  change: (body: AnnotationBody) => AnnotationBody,
): Promise<void> {
  return editOne(workspace, id, (annotation, at) => {
    const body = change(annotation.body);
    return sameValue(annotation.body, body) ? null : editBody(annotation, body, at);
  });
}

/**
 * Applies what `edit` makes of an annotation as it is now: at once when it is of the open article, in its turn when it is
 * of one that was just left with a field still open. Null changes nothing, and so does an annotation that has gone.
 */
export async function editOne(
  { screen, store, queries }: Workspace,
  id: AnnotationId,
  edit: (annotation: Annotation, at: string) => Change | null,
): Promise<void> {
  const find = (): Annotation | undefined => screen.getState().article?.index.get(id);
  if (find())
    await store.applyAtOnce((at) => {
      const annotation = find();
      return annotation ? edit(annotation, at) : null;
    });
  else
    await store.applyLatest(async (at) => {
      const annotation = find() ?? (await queries.annotation(id));
      return annotation && edit(annotation, at);
    });
}
