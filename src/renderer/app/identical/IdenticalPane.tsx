import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { emptyBody } from '../../../core/annotation/annotation';
import {
  type IdenticalChoices,
  IdenticalDialog,
  type IdenticalState,
} from '../../panels/identical/IdenticalDialog';
import {
  applyDeleteAll,
  applyTagAll,
  findIdentical,
  type IdenticalPreview,
} from '../../workspace/actions/identical/identical';
import type { IdenticalRequest } from '../../workspace/actions/identical/identical-search';
import type { IdenticalWords } from '../../workspace/screen';
import type { Workspace } from '../../workspace/workspace';
import type { DialogPaneProps } from '../parts';

/** The dialog over every place of some words. Other words begin anew, and so does each opening. */
export default function IdenticalPane({ desk, open, onClose }: DialogPaneProps) {
  const { workspace } = desk;
  const identical = useStore(workspace.screen, (state) => state.identical);
  return (
    open &&
    identical && (
      <Identical
        key={`${identical.job} ${identical.words}`}
        workspace={workspace}
        identical={identical}
        onClose={onClose}
      />
    )
  );
}

interface IdenticalProps {
  readonly workspace: Workspace;
  readonly identical: IdenticalWords;
  readonly onClose: () => void;
}

function Identical({ workspace, identical, onClose }: IdenticalProps) {
  const { job, words, body, kindIsFree } = identical;
  const [choices, setChoices] = useState<IdenticalChoices>({
    kind: body.kind,
    mode: 'exact',
    wholeWords: true,
    scope: 'article',
  });
  // ‘This article’ stays the one of which the dialog was asked for: another may open behind it.
  const [articleId] = useState(() => workspace.screen.getState().article?.id);
  const request = useMemo<IdenticalRequest>(() => {
    const { kind, ...rest } = choices;
    const says = kind === body.kind ? body : emptyBody(kind);
    return { job, words, articleId, ...rest, body: says };
  }, [job, words, articleId, body, choices]);
  const search = useSearch(workspace, request);
  const { preview } = search;
  const [excluded, setExcluded] = useState<{
    readonly of: IdenticalPreview | null;
    readonly keys: ReadonlySet<string>;
  }>({ of: null, keys: noKeys });
  const keys = excluded.of === preview ? excluded.keys : noKeys;
  const [applying, setApplying] = useState(false);

  const apply = async (): Promise<void> => {
    if (!preview) return;
    setApplying(true);
    await (job === 'tag' ? applyTagAll : applyDeleteAll)(workspace, preview, keys);
    onClose();
  };
  return (
    <IdenticalDialog
      open
      job={job}
      words={words}
      choices={choices}
      onChoose={(changes) => setChoices((before) => ({ ...before, ...changes }))}
      kindIsFree={kindIsFree}
      state={applying ? { kind: 'applying' } : search.state}
      preview={preview}
      excluded={keys}
      onExclude={(next) => setExcluded({ of: preview, keys: next })}
      onApply={() => void apply()}
      onStop={search.stop}
      onSearch={search.again}
      onClose={onClose}
    />
  );
}

const noKeys: ReadonlySet<string> = new Set();

/** Searches whenever the request is another; one search runs at a time. */
function useSearch(
  workspace: Workspace,
  request: IdenticalRequest,
): {
  readonly state: IdenticalState;
  readonly preview: IdenticalPreview | null;
  readonly stop: () => void;
  readonly again: () => void;
} {
  const [state, setState] = useState<IdenticalState>({ kind: 'searching', done: 0, total: 0 });
  const [preview, setPreview] = useState<IdenticalPreview | null>(null);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState<AbortController | null>(null);
  useEffect(() => {
    const search = new AbortController();
    const { signal } = search;
    const run = async (): Promise<void> => {
      setRunning(search);
      setState({ kind: 'searching', done: 0, total: 0 });
      const found = await findIdentical(workspace, request, {
        signal,
        onProgress: (progress) => {
          if (!signal.aborted) setState({ kind: 'searching', ...progress });
        },
      });
      if (!found) return;
      setPreview(found);
      setState({ kind: 'found' });
    };
    void run();
    return () => search.abort();
    // Another attempt searches for the same again.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [workspace, request, attempt]);
  return {
    state,
    preview,
    stop: () => {
      running?.abort();
      setState({ kind: 'stopped' });
    },
    again: () => setAttempt((count) => count + 1),
  };
}
