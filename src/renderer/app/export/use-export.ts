import { useRef, useState } from 'react';
import type { ExportFormatName } from '../../../core/formats';
import type { ArticleId } from '../../../core/ids';
import type { ExportScope, ExportState } from '../../panels/export/ExportDialog';
import { exportArticles } from '../../workspace/actions/export/export-articles';
import type { Desk } from '../use-desk';

/** An export as its dialog shows it. */
export interface ExportRun {
  readonly state: ExportState;
  readonly start: (scope: ExportScope, format: ExportFormatName) => Promise<void>;
  readonly cancel: () => void;
  /** Back to the choice of what to export. */
  readonly reset: () => void;
}

/** Runs exports, of `articleId` or of all articles, one at a time and follows them. */
export function useExport({ workspace, shell }: Desk, articleId: ArticleId | null): ExportRun {
  const [state, setState] = useState<ExportState>({ kind: 'choosing' });
  const running = useRef<AbortController | null>(null);

  const start = async (chosen: ExportScope, format: ExportFormatName): Promise<void> => {
    const scope = chosen === 'all' ? 'all' : articleId && { articleId };
    if (!scope || running.current) return;
    const abort = new AbortController();
    running.current = abort;
    const began = performance.now();
    setState({ kind: 'running', done: 0, total: 0 });
    const outcome = await exportArticles(workspace, {
      scope,
      format,
      version: shell.version,
      signal: abort.signal,
      onProgress: ({ annotationsDone: done, annotationsTotal: total, checking }) => {
        const seconds = ((performance.now() - began) / 1000) * (total / Math.max(1, done) - 1);
        const left = seconds >= 1 ? { secondsLeft: Math.round(seconds) } : {};
        setState(checking ? { kind: 'checking' } : { kind: 'running', done, total, ...left });
      },
    });
    running.current = null;
    if (outcome.ok) setState({ kind: 'done', ...outcome.value });
    else if (outcome.error.code === 'cancelled') setState({ kind: 'choosing' });
    else setState({ kind: 'failed', problem: outcome.error });
  };

  return {
    state,
    start,
    cancel: () => running.current?.abort(),
    reset: () => setState({ kind: 'choosing' }),
  };
}
