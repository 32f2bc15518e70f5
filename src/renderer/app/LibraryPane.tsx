import { memo, useCallback, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ArticleId } from '../../core/ids';
import { LibraryPanel } from '../panels/LibraryPanel';
import type { ListedArticle } from '../storage/queries';
import { removeArticle } from '../workspace/actions/articles';
import { visitArticle } from '../workspace/actions/show-article';
import type { Commands } from './use-commands';
import type { Desk } from './use-desk';

interface LibraryPaneProps {
  readonly desk: Desk;
  readonly commands: Commands;
  readonly articles: readonly ListedArticle[];
}

/** The left column: all articles of the project. */
export const LibraryPane = memo(function LibraryPane(props: LibraryPaneProps) {
  const { desk, commands, articles } = props;
  const { workspace } = desk;
  const openId = useStore(workspace.screen, ({ article }) => article?.id ?? null);
  const listed = useMemo(() => articles.map(({ article }) => article), [articles]);
  const counts = useMemo(
    () => new Map(articles.map(({ article, counts: held }) => [article.id, held])),
    [articles],
  );
  const countsOf = useCallback((id: ArticleId) => counts.get(id), [counts]);
  return (
    <LibraryPanel
      articles={listed}
      openId={openId}
      countsOf={countsOf}
      onOpen={(id) => {
        workspace.screen.setState({ drawer: null });
        void visitArticle(workspace, id);
      }}
      onRemove={(id) => void removeArticle(workspace, id)}
      onOpenFiles={() => commands.run('file.open')}
      onOpenSamples={() => commands.run('file.openSample')}
      openFilesShortcut={commands.shortcutOf('file.open')}
    />
  );
});
