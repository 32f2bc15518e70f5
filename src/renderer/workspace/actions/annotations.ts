import {
  type Annotation,
  type AnnotationBody,
  type AnnotationKind,
  type ClaimStatus,
  type DateBasis,
  emptyBody,
} from '../../../core/annotation/annotation';
import {
  annotate,
  createAnnotation,
  deleteAnnotation,
  editBody,
  editNote,
} from '../../../core/annotation/edits';
import type { AnnotationId } from '../../../core/ids';
import { sameValue } from '../../../core/same-value';
import { caretAt, isCollapsed } from '../../../core/text/caret';
import { wordAt } from '../../../core/text/motion';
import type { Span } from '../../../core/text/span';
import type { ScreenState } from '../screen';
import type { Workspace } from '../workspace';
import { placeCaret } from './caret';
import { proposalFor } from './proposal';
import { pick } from './walk';

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
 * same words tagged twice as the same kind stay one annotation.
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
  const twin = article.index
    .touching(span)
    .find(({ fragments, body }) => body.kind === kind && sameValue(fragments, [span]));
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
    coder: settings.coder,
    at: now(),
  });
  // At once: the next key is meant for it, and its act comes after this one.
  pick(workspace, annotation.id);
  const outcome = await store.applyLatest(async () =>
    (await workspace.queries.article(article.id)) ? annotate(annotation) : null,
  );
  if (outcome.ok && outcome.value.length === 0 && screen.getState().selected === annotation.id)
    screen.setState({ selected: null });
}

/** Gives an annotation another kind; what was said of it as the old kind goes, and comes back by undo. */
export function changeKind(
  workspace: Workspace,
  id: AnnotationId,
  kind: AnnotationKind,
): Promise<void> {
  return changeBody(workspace, id, (body) => (body.kind === kind ? body : emptyBody(kind)));
}

/** Sets the name that an enterprise should go by; null takes it away. */
export function setName(
  workspace: Workspace,
  id: AnnotationId,
  name: string | null,
): Promise<void> {
  return changeBody(workspace, id, (body) =>
    body.kind === 'enterprise' ? { kind: body.kind, ...(name && { name }) } : body,
  );
}

/** Sets the status that the text gives a claim. */
export function setStatus(
  workspace: Workspace,
  id: AnnotationId,
  status: ClaimStatus,
): Promise<void> {
  return changeBody(workspace, id, (body) =>
    body.kind === 'claim' ? { kind: body.kind, status } : body,
  );
}

/** Sets the value of a date, and how it came about; null takes it away. */
export function setDate(
  workspace: Workspace,
  id: AnnotationId,
  value: { readonly edtf: string; readonly basis: DateBasis } | null,
): Promise<void> {
  return changeBody(workspace, id, (body) =>
    body.kind === 'date' ? { kind: body.kind, ...value } : body,
  );
}

/** Sets the note of an annotation; an empty one takes it away. */
export async function setNote(workspace: Workspace, id: AnnotationId, note: string): Promise<void> {
  await workspace.store.applyLatest(async (at) => {
    const annotation = await findAnnotation(workspace, id);
    return annotation && (annotation.note ?? '') !== note ? editNote(annotation, note, at) : null;
  });
}

/** Takes an annotation away; the next one in reading order is selected, so that several can go in a row. */
export async function removeAnnotation(workspace: Workspace, id: AnnotationId): Promise<void> {
  const { screen, store } = workspace;
  let position = 0;
  const outcome = await store.applyLatest(async () => {
    const annotation = await findAnnotation(workspace, id);
    if (!annotation) return null;
    position = screen.getState().article?.index.positionOf(annotation) ?? 0;
    return deleteAnnotation(annotation);
  });
  const { article, selected } = screen.getState();
  if (!outcome.ok || !article || selected !== id) return;
  const { ordered } = article.index;
  screen.setState({ selected: ordered[Math.min(position, ordered.length - 1)]?.id ?? null });
}

/** Gives the selected date the value that its words plainly have, if they have one and it has none. */
export async function acceptProposal(workspace: Workspace): Promise<void> {
  const state = workspace.screen.getState();
  const proposal = proposalFor(state);
  if (!proposal || !state.selected) return;
  const { edtf, rule } = proposal;
  await setDate(workspace, state.selected, { edtf, basis: { by: 'rule', rule } });
}

async function changeBody(
  workspace: Workspace,
  id: AnnotationId,
  change: (body: AnnotationBody) => AnnotationBody,
): Promise<void> {
  await workspace.store.applyLatest(async (at) => {
    const annotation = await findAnnotation(workspace, id);
    if (!annotation) return null;
    const body = change(annotation.body);
    return sameValue(annotation.body, body) ? null : editBody(annotation, body, at);
  });
}

/** The annotation as it is now, also one of an article that was just left with a field still open. */
export async function findAnnotation(
  { screen, queries }: Workspace,
  id: AnnotationId,
): Promise<Annotation | null> {
  return screen.getState().article?.index.get(id) ?? queries.annotation(id);
}
