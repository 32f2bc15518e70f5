import { type Caret, caretAt, isCollapsed, selectionOf } from '../../../../core/text/caret';
import { directionAt, type TextDirection } from '../../../../core/text/direction';
import type { Direction } from '../../../../core/text/motion';
import {
  moveByCluster,
  moveByParagraph,
  moveBySentence,
  moveByWord,
  moveToEnd,
  nearestPlace,
} from '../../../../core/text/motion';
import { widen } from '../../../../core/text/structure';
import type { OpenArticle } from '../../open-article';
import type { CaretUnit, ScreenState } from '../../screen';
import type { Workspace } from '../../workspace';
import { leaveHere } from '../leave-here';

/** By how much the caret moves. Lines and pages depend on how the text is laid out: the reader knows them. */
export type TextMotion = 'character' | 'word' | 'sentence' | 'paragraph' | 'document';

/** How a motion is made. */
export interface MotionRequest {
  readonly direction: Direction;
  /** Whether the anchor stays behind, so that words are selected. */
  readonly selecting: boolean;
}

/** Puts the caret, with what it spans selected. */
export function placeCaret({ screen }: Workspace, caret: Caret | null, unit: CaretUnit): void {
  const { article } = screen.getState();
  screen.setState({
    caret,
    selection: article && selectionOf(article.text, caret),
    caretUnit: unit,
    acting: 'caret',
    widenedFrom: [],
    choosing: null,
  });
}

/** Moves the caret by a unit of the text. */
export function moveCaret(workspace: Workspace, by: TextMotion, request: MotionRequest): void {
  const { direction, selecting } = request;
  const { article } = workspace.screen.getState();
  const caret = currentCaret(workspace.screen.getState());
  if (!article || !caret) return;
  if (by === 'document') leaveHere(workspace);
  // As everywhere: an arrow key without Shift goes to the end of what is selected.
  const collapses = by === 'character' && !selecting && !isCollapsed(caret);
  const head = collapses
    ? Math[direction === 1 ? 'max' : 'min'](caret.anchor, caret.head)
    : moves[by](article, caret.head, direction);
  moveHead(workspace, { head }, { selecting, unit: by === 'document' ? 'sentence' : by });
}

/** Moves the head of the caret; the anchor stays behind when `selecting`. */
export function moveHead(
  workspace: Workspace,
  moved: Pick<Caret, 'head' | 'atLineEnd'>,
  { selecting, unit }: { readonly selecting: boolean; readonly unit: CaretUnit },
): void {
  const anchor = selecting ? currentCaret(workspace.screen.getState())?.anchor : moved.head;
  placeCaret(workspace, { ...moved, anchor: anchor ?? moved.head }, unit);
}

const moves: Readonly<
  Record<TextMotion, (article: OpenArticle, from: number, direction: Direction) => number>
> = {
  character: ({ text, layout }, from, direction) => moveByCluster(text, layout, from, direction),
  word: ({ text, layout }, from, direction) => moveByWord(text, layout, from, direction),
  sentence: ({ text, layout }, from, direction) => moveBySentence(text, layout, from, direction),
  paragraph: ({ layout }, from, direction) => moveByParagraph(layout, from, direction),
  document: ({ layout }, from, direction) => moveToEnd(layout, direction) ?? from,
};

/** Widens the selection to the next larger unit: word, phrase, sentence, paragraph. */
export function widenSelection(workspace: Workspace): void {
  const { screen } = workspace;
  const { article, selection, widenedFrom } = screen.getState();
  const caret = currentCaret(workspace.screen.getState());
  if (!article || !caret) return;
  const span = selection ?? { start: caret.head, end: caret.head };
  const wider = widen(article.text, article.layout, span);
  if (wider.start === span.start && wider.end === span.end) return;
  placeCaret(workspace, { anchor: wider.start, head: wider.end }, 'word');
  screen.setState({ widenedFrom: [...widenedFrom, caret] });
}

/** Takes back the last widening. */
export function narrowSelection(workspace: Workspace): void {
  const { widenedFrom } = workspace.screen.getState();
  const before = widenedFrom[widenedFrom.length - 1];
  if (!before) return;
  placeCaret(workspace, before, 'word');
  workspace.screen.setState({ widenedFrom: widenedFrom.slice(0, -1) });
}

/** Puts the caret at or nearest to `offset` and brings it into view. */
export function goToOffset(workspace: Workspace, offset: number): void {
  const { article } = workspace.screen.getState();
  const head = article && nearestPlace(article.text, article.layout, offset);
  if (head === null) return;
  placeCaret(workspace, caretAt(head), 'place');
  workspace.screen.setState({ selected: null, reveal: { start: head, end: head } });
}

/** The direction of the paragraph in which the caret is, or the end that is being moved. */
export function directionHere(state: ScreenState): TextDirection {
  const { article, adjusting } = state;
  const offset = adjusting?.offset ?? currentCaret(state)?.head ?? 0;
  return article ? directionAt(article.text, article.layout.paragraphs, offset) : 'ltr';
}

/** The caret, or where a first motion begins: the place at which the article was opened. */
export function currentCaret({ article, caret, startOffset }: ScreenState): Caret | null {
  if (!article || caret) return article && caret;
  const head = nearestPlace(article.text, article.layout, startOffset);
  return head === null ? null : caretAt(head);
}
