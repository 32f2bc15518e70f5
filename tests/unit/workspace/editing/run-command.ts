import { caretAt } from '../../../../src/core/text/caret';
import {
  acceptProposal,
  removeAnnotation,
  tag,
} from '../../../../src/renderer/workspace/actions/annotations';
import { goTo, step } from '../../../../src/renderer/workspace/actions/history/history';
import {
  applyDeleteAll,
  applyTagAll,
  findIdentical,
} from '../../../../src/renderer/workspace/actions/identical/identical';
import { identicalWords } from '../../../../src/renderer/workspace/actions/identical/open-identical';
import { finishArticle } from '../../../../src/renderer/workspace/actions/library/work';
import {
  addFragment,
  beginAdjusting,
  dragEnd,
  keepEnds,
  leaveEnds,
  moveEnd,
  removeFragmentHere,
  switchEnd,
  takeUpEnd,
} from '../../../../src/renderer/workspace/actions/reader/adjust';
import {
  moveCaret,
  narrowSelection,
  placeCaret,
  widenSelection,
} from '../../../../src/renderer/workspace/actions/reader/caret';
import { goToUntagged } from '../../../../src/renderer/workspace/actions/reader/go-to-untagged';
import { stepBack } from '../../../../src/renderer/workspace/actions/reader/step-back';
import {
  pickHere,
  selectAnnotation,
  selectNeighbour,
} from '../../../../src/renderer/workspace/actions/reader/walk';
import { showNeighbour } from '../../../../src/renderer/workspace/actions/show-article';
import type { TestWorkspace } from '../test-workspace';
import type { CommandOf, EditingCommand } from './commands';
import { changeAnnotation, changeOrShowArticle, changeSet, chosen } from './run-edit';

/**
 * Runs one act as the interface does, and nothing where the interface would not offer it. Nothing either for `restart`,
 * which is the desk's, and `back-and-forth`, which is several acts.
 */
export async function runCommand(workspace: TestWorkspace, command: EditingCommand): Promise<void> {
  const { screen } = workspace;
  switch (command.act) {
    case 'rest':
    case 'restart':
    case 'back-and-forth':
      return;
    case 'place-caret':
      placeCaret(workspace, caretAt(offsetOf(workspace, command.at)), 'place');
      return;
    case 'select':
      select(workspace, command);
      return;
    case 'select-and-add':
      select(workspace, command);
      return addFragment(workspace);
    case 'select-and-tag':
      select(workspace, command);
      return tag(workspace, command.kind);
    case 'move-caret':
      moveCaret(workspace, command.by, command);
      return;
    case 'widen':
      widenSelection(workspace);
      return;
    case 'narrow':
      narrowSelection(workspace);
      return;
    case 'pick': {
      const annotation = chosen(screen.getState().article?.index.ordered ?? [], command.at);
      if (annotation) selectAnnotation(workspace, annotation);
      return;
    }
    case 'pick-here':
      pickHere(workspace);
      return;
    case 'walk':
      selectNeighbour(workspace, command.direction);
      return;
    case 'step-back':
      stepBack(workspace);
      return;
    case 'go-to-untagged':
      return goToUntagged(workspace);
    case 'tag':
      return tag(workspace, command.kind);
    case 'accept-proposal':
      return acceptProposal(workspace);
    case 'add-fragment':
      return addFragment(workspace);
    case 'remove-fragment-here':
      return removeFragmentHere(workspace);
    case 'move-ends':
      return moveEnds(workspace, command);
    case 'drag-end':
      return drag(workspace, command);
    case 'all':
      return applyToAll(workspace, command);
    case 'remove': {
      const { selected } = screen.getState();
      return selected ? removeAnnotation(workspace, selected) : undefined;
    }
    case 'show-neighbour':
      return showNeighbour(workspace, command.direction);
    case 'finish-article':
      return finishArticle(workspace);
    case 'undo':
    case 'redo':
      return step(workspace, command.act);
    case 'at-once':
      await Promise.all(command.commands.map((one) => runCommand(workspace, one)));
      return;
    case 'go-to':
      return goToStep(workspace, command.step);
    case 'remove-set':
    case 'kind-set':
    case 'name-set':
      return changeSet(workspace, command);
    case 'change-kind':
    case 'set-name':
    case 'set-date':
    case 'set-note':
    case 'set-status':
    case 'remove-fragment':
      return changeAnnotation(workspace, command);
    case 'set-work-status':
    case 'set-article-note':
    case 'set-title':
    case 'set-published':
    case 'remove-article':
    case 'show-article':
      return changeOrShowArticle(workspace, command);
  }
}

function lengthOf({ screen }: TestWorkspace): number {
  return screen.getState().article?.text.length ?? 0;
}

function offsetOf(workspace: TestWorkspace, at: number): number {
  return at % (lengthOf(workspace) + 1);
}

function select(
  workspace: TestWorkspace,
  { at, length }: CommandOf<'select' | 'select-and-add' | 'select-and-tag'>,
): void {
  const anchor = offsetOf(workspace, at);
  const head = Math.min(Math.max(0, anchor + length), lengthOf(workspace));
  placeCaret(workspace, { anchor, head }, 'place');
}

async function moveEnds(
  workspace: TestWorkspace,
  { steps, kept }: CommandOf<'move-ends'>,
): Promise<void> {
  await beginAdjusting(workspace);
  for (const one of steps)
    if (one === 'switch') switchEnd(workspace);
    else
      moveEnd(workspace, one.startsWith('word') ? 'word' : 'character', one.endsWith('+') ? 1 : -1);
  if (kept) await keepEnds(workspace);
  else leaveEnds(workspace);
}

async function drag(
  workspace: TestWorkspace,
  { end, to, exact, kept }: CommandOf<'drag-end'>,
): Promise<void> {
  const { article, selected } = workspace.screen.getState();
  const annotation = selected && article?.index.get(selected);
  if (!annotation) return;
  const fragment = (end >> 1) % annotation.fragments.length;
  takeUpEnd(workspace, annotation, { fragment, end: end % 2 === 0 ? 'start' : 'end' });
  for (const at of to) dragEnd(workspace, offsetOf(workspace, at), exact);
  if (kept) await keepEnds(workspace);
  else leaveEnds(workspace);
}

async function applyToAll(workspace: TestWorkspace, command: CommandOf<'all'>): Promise<void> {
  const { job, kind, mode, wholeWords, scope } = command;
  const at = workspace.screen.getState().article?.text.indexOf(command.words ?? '') ?? -1;
  if (command.words && at >= 0)
    placeCaret(workspace, { anchor: at, head: at + command.words.length }, 'place');
  const identical = identicalWords(workspace.screen.getState(), job);
  if (!identical) return;
  const { words } = identical;
  const body = identical.kindIsFree
    ? kind === 'claim'
      ? ({ kind, status: 'unknown' } as const)
      : { kind }
    : identical.body;
  const preview = await findIdentical(
    workspace,
    { job, words, body, mode, wholeWords, scope },
    { onProgress: () => undefined, signal: new AbortController().signal },
  );
  if (!preview) throw new Error('the search was stopped');
  const excluded = preview.hits.filter((_, index) => (index + 1) % (command.excluded + 1) === 0);
  const keys = new Set(command.excluded === 0 ? [] : excluded.map(({ key }) => key));
  await (job === 'tag' ? applyTagAll : applyDeleteAll)(workspace, preview, keys);
}

async function goToStep(workspace: TestWorkspace, number: number): Promise<void> {
  const { steps } = await workspace.queries.history(workspace.store.state.undoStack, {
    limit: 1_000,
  });
  const targets = [...steps.map(({ groupId }) => groupId), null];
  const target = chosen(targets, number);
  if (target !== undefined) await goTo(workspace, target);
}
