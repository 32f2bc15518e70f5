import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { AnnotationId, ArticleId } from '../../../core/ids';
import { paragraphNumberAt } from '../../../core/text/layout';
import { AnnotationTable } from '../../panels/table/AnnotationTable';
import type { TableScope } from '../../panels/table/AnnotationTableFilters';
import { wholeView } from '../../panels/table/annotation-table-rows';
import { useEnterpriseNames } from '../../storage/live';
import {
  changeKinds,
  nameEnterprises,
  removeAnnotations,
} from '../../workspace/actions/table/annotation-sets';
import { AnnotationRoster, type RosterRow } from '../../workspace/annotation-roster';
import type { Workspace } from '../../workspace/workspace';
import type { Desk } from '../use-desk';
import { useAnnotationCount, useArticles } from '../use-library';

interface AnnotationTablePaneProps {
  readonly desk: Desk;
  /** Enter, or a double click: go to the words in the text. */
  readonly onOpen: (id: AnnotationId, articleId: ArticleId) => void;
}

/** The main column as a table of all annotations of the open article or of the project. */
export default function AnnotationTablePane({ desk, onOpen }: AnnotationTablePaneProps) {
  const { workspace } = desk;
  const open = useStore(workspace.screen, ({ article }) => article);
  const [wantedScope, setScope] = useState<TableScope>('article');
  const [view, setView] = useState(wholeView);
  const scope = open ? wantedScope : 'project';
  const { roster, again } = useRoster(workspace, scope === 'article' ? (open?.id ?? null) : null);
  useSyncExternalStore(
    useMemo(() => roster?.subscribe ?? (() => () => undefined), [roster]),
    () => roster?.version ?? 0,
  );
  const names = useEnterpriseNames(workspace.queries);
  const articles = useArticles(workspace.library);
  const layout = scope === 'article' ? open?.layout : undefined;
  const paragraphOf = useMemo(
    () => layout && (({ start }: RosterRow) => paragraphNumberAt(layout, start)),
    [layout],
  );
  const state = roster?.state ?? { state: 'loading', loaded: 0 };
  const isReading = state.state === 'loading';
  const total = useAnnotationCount(workspace.library, roster?.articleId ?? null, isReading);
  return (
    <AnnotationTable
      rows={roster?.rows ?? none}
      reading={state.state === 'loading' ? { loaded: state.loaded, total } : null}
      onRetry={state.state === 'failed' ? again : null}
      articles={articles}
      scope={scope}
      onScope={open ? setScope : null}
      view={view}
      onView={setView}
      names={names}
      paragraphOf={paragraphOf}
      onOpen={({ id, articleId }) => onOpen(id, articleId)}
      onDelete={(ids) => void removeAnnotations(workspace, ids)}
      onKind={(ids, kind) => void changeKinds(workspace, ids, kind)}
      onName={(ids, name) => void nameEnterprises(workspace, ids, name)}
    />
  );
}

const none: readonly RosterRow[] = [];

/** The roster of an article, or of all for null, as long as it is shown; null until it is made. `again` makes a new one. */
function useRoster(
  { store, queries }: Workspace,
  articleId: ArticleId | null,
): { readonly roster: AnnotationRoster | null; readonly again: () => void } {
  const [roster, setRoster] = useState<AnnotationRoster | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const opened = new AnnotationRoster({ articleId, store, queries });
    setRoster(opened);
    return () => opened.close();
    // Another attempt is another roster.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [articleId, store, queries, attempt]);
  return {
    // Between two scopes, the roster of the one before is not shown.
    roster: roster?.articleId === articleId ? roster : null,
    again: () => setAttempt((before) => before + 1),
  };
}
