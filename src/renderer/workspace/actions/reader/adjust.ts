import type { Annotation, FragmentEnd, Fragments } from '../../../../core/annotation/annotation';
import {
  reshape,
  withEnd,
  withFragment,
  withoutFragment,
} from '../../../../core/annotation/reshape';
import type { AnnotationId } from '../../../../core/ids';
import { caretAt } from '../../../../core/text/caret';
import { type Direction, moveByCluster, moveByWord } from '../../../../core/text/motion';
import { trimSelection } from '../../../../core/text/selection';
import { snapToWord } from '../../../../core/text/snap';
import type { Adjusting, ScreenState } from '../../screen';
import type { Workspace } from '../../workspace';
import { editOne } from '../annotations';
import { placeCaret } from './caret';

/** Begins to move the ends of the selected annotation by keys, with its last end. */
export async function beginAdjusting(workspace: Workspace): Promise<void> {
  const annotation = selectedAnnotation(workspace) ?? (await selectedOnceStored(workspace));
  if (!annotation) return;
  const { fragments } = annotation;
  const end = { fragment: fragments.length - 1, end: 'end' } as const;
  takeUp(workspace, { id: annotation.id, base: fragments, end, byKey: true });
}

/** Takes up the next end: the ends in text order, after the last the first. */
export function switchEnd(workspace: Workspace): void {
  const { adjusting } = workspace.screen.getState();
  if (!adjusting) return;
  const { fragments, end: taken } = adjusting;
  const at = taken.fragment * 2 + (taken.end === 'end' ? 1 : 0);
  const next = (Math.min(at, fragments.length * 2 - 1) + 1) % (fragments.length * 2);
  const end: FragmentEnd = { fragment: next >> 1, end: next % 2 === 1 ? 'end' : 'start' };
  takeUp(workspace, { id: adjusting.id, base: fragments, end, byKey: true });
}

/** Moves the end taken up by one word or one cluster. */
export function moveEnd(
  workspace: Workspace,
  by: 'word' | 'character',
  direction: Direction,
): void {
  const { article, adjusting } = workspace.screen.getState();
  if (!article || !adjusting) return;
  const { text, layout } = article;
  const step = (from: number, towards: Direction): number =>
    by === 'word'
      ? moveByWord(text, layout, from, towards)
      : moveByCluster(text, layout, from, towards);
  const { offset, end } = adjusting;
  // By words a start goes to starts and an end to ends, as words are taken in or left out whole.
  const outwards = direction === (end.end === 'end' ? 1 : -1);
  const back = direction === 1 ? -1 : 1;
  const to =
    by === 'character' || outwards
      ? step(offset, direction)
      : step(step(step(offset, direction), direction), back);
  setEnd(workspace, to);
}

/** Takes up an end of an annotation for the pointer to move. */
export function takeUpEnd(workspace: Workspace, annotation: Annotation, end: FragmentEnd): void {
  takeUp(workspace, { id: annotation.id, base: annotation.fragments, end, byKey: false });
}

/** Moves the end taken up to where the pointer is: to the nearest whole word, or to the very place when `exact`. */
export function dragEnd(workspace: Workspace, offset: number, exact: boolean): void {
  const { article, adjusting } = workspace.screen.getState();
  if (!article || !adjusting) return;
  const { text, layout } = article;
  setEnd(workspace, exact ? offset : snapToWord(text, layout, offset, adjusting.end.end));
}

/** Stores the ends as they are now, as one step of undo. */
export async function keepEnds(workspace: Workspace): Promise<void> {
  const { article, adjusting } = workspace.screen.getState();
  workspace.screen.setState({ adjusting: null });
  if (!article || !adjusting) return;
  const fragments = withoutBlanks(article.text, adjusting.fragments);
  await setFragments(workspace, adjusting.id, () => fragments, 'move-ends');
}

/** The fragments without blanks at their ends, over which an end was moved on the way; one of blanks alone goes. */
function withoutBlanks(text: string, fragments: Fragments): Fragments | null {
  const [first, ...rest] = fragments.flatMap((span) => trimSelection(text, span) ?? []);
  return first ? [first, ...rest] : null;
}

/** Leaves the annotation as it was. */
export function leaveEnds({ screen }: Workspace): void {
  screen.setState({ adjusting: null });
}

/** Adds the selected words to the selected annotation. */
export async function addFragment(workspace: Workspace): Promise<void> {
  const { article, selection, selected } = workspace.screen.getState();
  if (!article || !selection || !selected) return;
  placeCaret(workspace, caretAt(selection.end), 'place');
  workspace.screen.setState({ acting: 'annotation' });
  await setFragments(
    workspace,
    selected,
    (annotation) => withFragment(annotation, article.text, selection),
    'add-fragment',
  );
}

/** The fragment of the selected annotation at the caret, by its place; null when there is none that could go. */
export function fragmentHere({ article, caret, selected }: ScreenState): number | null {
  const annotation = selected && article?.index.get(selected);
  if (!annotation || !caret || annotation.fragments.length < 2) return null;
  const { head } = caret;
  const at = annotation.fragments.findIndex(({ start, end }) => start <= head && head <= end);
  return at < 0 ? null : at;
}

/** Takes the fragment at the caret from the selected annotation. */
export async function removeFragmentHere(workspace: Workspace): Promise<void> {
  const state = workspace.screen.getState();
  const fragment = fragmentHere(state);
  if (fragment !== null && state.selected)
    await removeFragment(workspace, state.selected, fragment);
}

/** Takes one fragment, by its place, from an annotation that has several. */
export async function removeFragment(
  workspace: Workspace,
  id: AnnotationId,
  fragment: number,
): Promise<void> {
  await setFragments(
    workspace,
    id,
    (annotation) => withoutFragment(annotation, fragment),
    'remove-fragment',
  );
}

function setEnd({ screen }: Workspace, offset: number): void {
  const { article, adjusting } = screen.getState();
  if (!article || !adjusting) return;
  const { base, end } = adjusting;
  const fragments = withEnd(base, article.text, { ...end, offset });
  const moved: Adjusting = { ...adjusting, offset, fragments };
  screen.setState({ adjusting: moved });
}

async function setFragments(
  workspace: Workspace,
  id: AnnotationId,
  change: (annotation: Annotation) => Fragments | null,
  code: 'move-ends' | 'add-fragment' | 'remove-fragment',
): Promise<void> {
  const { article } = workspace.screen.getState();
  if (!article) return;
  await editOne(workspace, id, (annotation, at) => {
    const fragments = change(annotation);
    return fragments && reshape(annotation, { text: article.text, fragments, code, at });
  });
}

function selectedAnnotation({ screen }: Workspace): Annotation | null {
  const { article, selected } = screen.getState();
  return (selected && article?.index.get(selected)) ?? null;
}

function takeUp(
  { screen }: Workspace,
  taken: Pick<Adjusting, 'id' | 'base' | 'end' | 'byKey'>,
): void {
  const { base, end } = taken;
  const offset = base[end.fragment]?.[end.end];
  if (offset !== undefined) screen.setState({ adjusting: { ...taken, offset, fragments: base } });
}

/** The selected annotation once the acts before are done: it may have been made by the key before. */
async function selectedOnceStored(workspace: Workspace): Promise<Annotation | null> {
  await workspace.store.applyLatest(() => null);
  return selectedAnnotation(workspace);
}
