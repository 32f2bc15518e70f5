import {
  type Annotation,
  type AnnotationKind,
  extentOf,
} from '../../../../core/annotation/annotation';
import { compareInnermost } from '../../../../core/annotation/annotation-index';
import type { AnnotationId } from '../../../../core/ids';
import { caretAt } from '../../../../core/text/caret';
import { firstIndexWhere } from '../../../../core/text/search-sorted';
import type { OpenArticle } from '../../open-article';
import type { ScreenState } from '../../screen';
import type { Workspace } from '../../workspace';
import { leaveHere } from '../leave-here';
import { currentCaret } from './caret';

/** Selects `annotation` of the open article, puts the caret before its words and brings them into view. */
export function selectAnnotation({ screen }: Workspace, annotation: Annotation): void {
  const extent = extentOf(annotation);
  screen.setState({
    selected: annotation.id,
    selection: null,
    caret: caretAt(extent.start),
    caretUnit: 'place',
    acting: 'annotation',
    widenedFrom: [],
    choosing: null,
    reveal: { ...extent },
  });
}

/**
 * Selects the annotation after (1) or before (-1) the selected one or the caret, of any kind or of `kind`, round the end
 * of the article. Nothing happens when there is none.
 */
export function selectNeighbour(
  workspace: Workspace,
  direction: 1 | -1,
  kind: AnnotationKind | null = null,
): void {
  const { article } = workspace.screen.getState();
  if (!article) return;
  const { ordered } = article.index;
  let at = placeInOrder(workspace, article, direction);
  for (let passed = 0; passed < ordered.length; passed += 1) {
    at += direction;
    if (!article.isWhole && !ordered[at]) {
      // What is not read yet comes before the other end.
      void whenWhole(workspace, article, () => selectNeighbour(workspace, direction, kind));
      return;
    }
    at = (at + ordered.length) % ordered.length;
    const next = ordered[at] as Annotation;
    if (kind && next.body.kind !== kind) continue;
    leaveHere(workspace);
    selectAnnotation(workspace, next);
    return;
  }
}

async function whenWhole(
  { screen }: Workspace,
  article: OpenArticle,
  act: () => void,
): Promise<void> {
  await article.loaded;
  if (screen.getState().article === article) act();
}

/** Where in reading order a walk begins: at the selected annotation, else at the caret, before or after all there. */
function placeInOrder(workspace: Workspace, article: OpenArticle, direction: 1 | -1): number {
  const { selected, acting } = workspace.screen.getState();
  const { ordered } = article.index;
  const annotation = selected && acting === 'annotation' && article.index.get(selected);
  if (annotation) return article.index.positionOf(annotation);
  const head = currentCaret(workspace.screen.getState())?.head ?? 0;
  const following = firstIndexWhere(ordered, (one) => extentOf(one).start >= head);
  return direction === 1 ? following - 1 : following;
}

/** The annotations around the caret and those that end at it, the innermost first. */
export function annotationsHere({ article, caret }: ScreenState): readonly Annotation[] {
  if (!article || !caret) return [];
  const { head } = caret;
  const under = article.index.at(head);
  const before = head === 0 ? [] : article.index.at(head - 1);
  const ending = before.filter((annotation) => !under.includes(annotation));
  return ending.length === 0 ? under : [...ending, ...under].toSorted(compareInnermost);
}

/** Selects the innermost annotation at the caret, or, when one of those there is selected, the next one outwards. */
export function pickHere(workspace: Workspace): void {
  const state = workspace.screen.getState();
  const next = nextOutwards(annotationsHere(state), state.selected);
  if (next) pick(workspace, next);
}

/** Selects an annotation at the caret, and leaves the caret where it is. */
export function pick({ screen }: Workspace, id: AnnotationId): void {
  screen.setState({ selected: id, selection: null, acting: 'annotation', choosing: null });
}

/** Offers the annotations at the caret to choose from; fewer than two need no choice. */
export function chooseHere(workspace: Workspace, byKey: boolean): void {
  const { caret } = workspace.screen.getState();
  const ids = annotationsHere(workspace.screen.getState()).map(({ id }) => id);
  const choosing = caret && ids.length > 1 ? { ids, offset: caret.head, byKey } : null;
  workspace.screen.setState({ choosing });
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
  return nextOutwards(article.index.at(offset), selected);
}

/** The one after the selected one, the innermost coming first and again after the outermost; null when there is none. */
export function nextOutwards(
  annotations: readonly Annotation[],
  selected: AnnotationId | null,
): AnnotationId | null {
  const at = annotations.findIndex(({ id }) => id === selected);
  return annotations[(at + 1) % Math.max(1, annotations.length)]?.id ?? null;
}
