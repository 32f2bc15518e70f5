import {
  type Annotation,
  type AnnotationBody,
  type AnnotationKind,
  type ClaimStatus,
  type DateBasis,
  emptyBody,
  extentOf,
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
import type { OpenArticle } from '../open-article';
import type { Workspace } from '../workspace';
import { proposalFor } from './proposal';

/**
 * Tags what is selected in the text as `kind`, or, when nothing is, gives the selected annotation that kind. The same
 * words tagged twice as the same kind stay one annotation.
 */
export async function tag(workspace: Workspace, kind: AnnotationKind): Promise<void> {
  const { screen, store, newId, now } = workspace;
  const { article, selection, selected, settings } = screen.getState();
  if (!article) return;
  if (!selection) {
    if (selected) await changeKind(workspace, selected, kind);
    return;
  }
  const twin = article.index
    .touching(selection)
    .find(({ fragments, body }) => body.kind === kind && sameValue(fragments, [selection]));
  screen.setState({ selection: null });
  if (twin) {
    screen.setState({ selected: twin.id });
    return;
  }
  const annotation = createAnnotation({
    id: newId('ann'),
    articleId: article.id,
    text: article.text,
    span: selection,
    body: emptyBody(kind),
    coder: settings.coder,
    at: now(),
  });
  const outcome = await store.apply(annotate(annotation));
  if (outcome.ok && screen.getState().article === article)
    screen.setState({ selected: annotation.id });
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
    const annotation = await find(workspace, id);
    return annotation && (annotation.note ?? '') !== note ? editNote(annotation, note, at) : null;
  });
}

/** Takes an annotation away; the next one in reading order is selected, so that several can go in a row. */
export async function removeAnnotation(workspace: Workspace, id: AnnotationId): Promise<void> {
  const { screen, store } = workspace;
  let position = 0;
  const outcome = await store.applyLatest(async () => {
    const annotation = await find(workspace, id);
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

/** Selects, and brings into view, the annotation after or before the selected one, or the first or last when none is. */
export function selectNeighbour({ screen }: Workspace, direction: 1 | -1): void {
  const { article, selected } = screen.getState();
  if (!article || article.index.ordered.length === 0) return;
  const { ordered } = article.index;
  const current = selected && article.index.get(selected);
  const from = current ? article.index.positionOf(current) : direction === 1 ? -1 : ordered.length;
  const next = ordered[(from + direction + ordered.length) % ordered.length];
  if (next) screen.setState({ selected: next.id, selection: null, reveal: { ...extentOf(next) } });
}

/**
 * Which annotation a click at `offset` selects: the innermost, or, when one of those there is selected already, the
 * next one outwards.
 */
export function pickAt(
  article: OpenArticle,
  offset: number,
  selected: AnnotationId | null,
): AnnotationId | null {
  const there = article.index.at(offset);
  const at = there.findIndex(({ id }) => id === selected);
  return there[(at + 1) % Math.max(1, there.length)]?.id ?? null;
}

async function changeBody(
  workspace: Workspace,
  id: AnnotationId,
  change: (body: AnnotationBody) => AnnotationBody,
): Promise<void> {
  await workspace.store.applyLatest(async (at) => {
    const annotation = await find(workspace, id);
    if (!annotation) return null;
    const body = change(annotation.body);
    return sameValue(annotation.body, body) ? null : editBody(annotation, body, at);
  });
}

/** The annotation as it is now, also one of an article that was just left with a field still open. */
async function find({ screen, queries }: Workspace, id: AnnotationId): Promise<Annotation | null> {
  return screen.getState().article?.index.get(id) ?? queries.annotation(id);
}
