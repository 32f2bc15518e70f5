import type { ChangeEntry } from '../../../core/change';
import type { Workspace } from '../../workspace/workspace';
import { isWritten, onWrittenChange } from '../../workspace/written';
import type { Job, Sighting } from './cost-log';
import { watchArticle } from './watch-article';

/**
 * Tells of what is seen of opening, tagging and undoing, until `signal` is aborted. All of it is observed from outside:
 * the program's own code carries no marks.
 */
export function watchActs(
  workspace: Workspace,
  tell: (sighting: Sighting) => void,
  signal: AbortSignal,
): void {
  const { store } = workspace;
  const isTakingInput = watchInput(tell, signal);
  const stops = [
    store.subscribe(() => {
      // The store says so again whenever one of several acts is done, which is no key's doing.
      if (store.state.status.state === 'saving' && isTakingInput())
        tell({ kind: 'begun', at: performance.now() });
    }),
    store.onApplied((entries) =>
      tell({ kind: 'applied', at: performance.now(), job: jobOf(entries) }),
    ),
    onWrittenChange(workspace, () => {
      if (isWritten(workspace)) tell({ kind: 'written', at: performance.now() });
    }),
    watchArticle(workspace, tell),
  ];
  signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });
}

/** Tells of keys and clicks. The result says whether the last one is still being dealt with, in the task it came in. */
function watchInput(tell: (sighting: Sighting) => void, signal: AbortSignal): () => boolean {
  let isTaking = false;
  const take = (event: Event): void => {
    if (!event.isTrusted) return;
    tell({ kind: 'input', at: event.timeStamp });
    isTaking = true;
    setTimeout(() => {
      isTaking = false;
    });
  };
  for (const type of ['keydown', 'click'])
    window.addEventListener(type, take, { capture: true, passive: true, signal });
  return () => isTaking;
}

/** Tagging is what adds one annotation; that of all places of a word is another thing. */
function jobOf(entries: readonly ChangeEntry[]): Job | 'other' {
  const [entry] = entries;
  if (entry?.act === 'undo') return 'undo';
  return entry?.act === 'do' && entry.change.label.code === 'annotate' ? 'tag' : 'other';
}
