import { useEffect, useState } from 'react';
import type { HealthFinding, HealthReport } from '../../../core/health/finding';
import { ok } from '../../../core/result';
import { HealthDialog } from '../../panels/health/HealthDialog';
import type { HealthState, ShownFinding } from '../../panels/health/health-state';
import type { Queries } from '../../storage/queries';
import { checkStore } from '../../workers/check-store';
import { goToAnnotation } from '../../workspace/actions/go-to-annotation';
import type { Workspace } from '../../workspace/workspace';
import type { DialogPaneProps } from '../parts';

/** The check of the project: what the one after the start has found, else a new one at each opening. */
export default function HealthPane({ desk, open, onClose }: DialogPaneProps) {
  return open && <Health workspace={desk.workspace} onClose={onClose} />;
}

interface HealthProps {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

function Health({ workspace, onClose }: HealthProps) {
  const { screen, storeName, queries } = workspace;
  const [state, setState] = useState<HealthState>({ kind: 'checking', done: 0, total: 0 });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const known = turn === 0 ? screen.getState().faults : null;
    const checking = new AbortController();
    const check = async (): Promise<void> => {
      const outcome = known
        ? ok(known)
        : await checkStore(storeName, checking.signal, (progress) =>
            setState({ kind: 'checking', ...progress }),
          );
      const next: HealthState = outcome.ok
        ? await shownReport(outcome.value, queries)
        : { kind: 'stopped', detail: outcome.error.detail };
      if (!checking.signal.aborted) setState(next);
    };
    void check();
    return () => checking.abort();
  }, [screen, storeName, queries, turn]);

  return (
    <HealthDialog
      open
      state={state}
      onShow={({ articleId, annotationId }) => {
        if (!articleId || !annotationId) return;
        onClose();
        void goToAnnotation(workspace, annotationId, articleId);
      }}
      onExport={() => screen.setState({ dialog: 'export' })}
      onRestore={() => screen.setState({ restoring: true, dialog: null })}
      onAgain={() => setTurn(turn + 1)}
      onClose={onClose}
    />
  );
}

async function shownReport(report: HealthReport, queries: Queries): Promise<HealthState> {
  const { findings, findingCount, articles, annotations } = report;
  if (findingCount === 0) return { kind: 'sound', articles, annotations };
  const shown: ShownFinding[] = [];
  for (const finding of findings) shown.push(await shownFinding(finding, queries));
  return { kind: 'faulty', findings: shown, count: findingCount };
}

async function shownFinding(finding: HealthFinding, queries: Queries): Promise<ShownFinding> {
  const articleId = 'articleId' in finding ? finding.articleId : null;
  const annotationId = 'annotationId' in finding ? finding.annotationId : null;
  const article = articleId && (await queries.article(articleId));
  const annotation = annotationId && (await queries.annotation(annotationId));
  return {
    code: finding.code,
    ...(articleId && { articleId }),
    ...(annotationId && { annotationId }),
    ...(article && { articleTitle: article.title }),
    ...(annotation && { words: annotation.quote.exact }),
  };
}
