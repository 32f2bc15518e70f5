import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ArticleId } from '../../../core/ids';
import { HistoryPanel } from '../../panels/history/HistoryPanel';
import type { ShownStep } from '../../panels/history/history-days';
import type { History, HistoryStep } from '../../storage/history';
import { useStoreState } from '../../storage/live';
import { goTo } from '../../workspace/actions/history/history';
import type { Workspace } from '../../workspace/workspace';
import type { Desk } from '../use-desk';
import { useTitles } from '../use-library';

/** How many done steps are read at first, and further each time the end is near. */
const pageSize = 100;

/** How often the words that say how long ago are renewed, in milliseconds. */
const minute = 60_000;

interface HistoryPaneProps {
  readonly desk: Pick<Desk, 'workspace' | 'reader'>;
  readonly onClose: () => void;
}

/** All edits that can be undone and redone; it follows the store. Closing gives the focus back to the text. */
export default function HistoryPane({ desk, onClose }: HistoryPaneProps) {
  const { workspace } = desk;
  const coder = useStore(workspace.screen, ({ settings }) => settings.coder);
  const { history, readMore } = useHistory(workspace);
  const titleOf = useTitles(workspace.library);
  const now = useNow(workspace);
  const steps = useMemo(
    () => history && history.steps.map((step) => shownStep(step, titleOf)),
    [history, titleOf],
  );
  return (
    <HistoryPanel
      steps={steps}
      hasMore={history?.hasMore ?? false}
      now={now}
      coder={coder}
      onGoTo={(target) => void goTo(workspace, target)}
      onMore={readMore}
      onClose={() => {
        onClose();
        desk.reader()?.focus();
      }}
    />
  );
}

/** A label that names its article gets no second title. */
function shownStep(
  { groupId, label, at, coder, isHead, articleId }: HistoryStep,
  titleOf: (id: ArticleId) => string | undefined,
): ShownStep {
  const articleTitle = articleId && !('title' in label) ? titleOf(articleId) : undefined;
  return { groupId, label, at, coder, isHead, articleTitle };
}

/** The history as it is now, null until it is read; steps that were read once are not read again. */
function useHistory({ store, queries }: Workspace): {
  readonly history: History | null;
  readonly readMore: () => void;
} {
  const { undoStack } = useStoreState(store);
  const [limit, setLimit] = useState(pageSize);
  const [history, setHistory] = useState<History | null>(null);
  const known = useRef<readonly HistoryStep[]>([]);
  useEffect(() => {
    let wanted = true;
    const read = async (): Promise<void> => {
      const next = await queries.history(undoStack, { limit, known: known.current });
      if (!wanted) return;
      known.current = next.steps;
      setHistory(next);
    };
    void read();
    return () => {
      wanted = false;
    };
  }, [queries, undoStack, limit]);
  const done = history?.steps.filter(({ state }) => state === 'done').length ?? 0;
  return { history, readMore: () => setLimit(done + pageSize) };
}

/** The time, renewed each minute. */
function useNow({ now }: Workspace): string {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), minute);
    return () => clearInterval(timer);
  }, [now]);
  return time;
}
