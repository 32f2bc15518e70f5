import { memo } from 'react';
import { useStore } from 'zustand';
import { LibraryPanel } from '../../panels/library/LibraryPanel';
import { removeArticle } from '../../workspace/actions/library/articles';
import { visitArticle } from '../../workspace/actions/show-article';
import type { Workspace } from '../../workspace/workspace';
import type { Commands } from '../use-commands';
import { useArticles, useIsWhole } from '../use-library';

interface LibraryPaneProps {
  readonly workspace: Workspace;
  readonly onCommand: Commands['run'];
  readonly openFilesShortcut: string | undefined;
}

/** The left column: all articles of the project. */
export const LibraryPane = memo(function LibraryPane(props: LibraryPaneProps) {
  const { workspace, onCommand, openFilesShortcut } = props;
  const { library } = workspace;
  const openId = useStore(workspace.screen, ({ article }) => article?.id ?? null);
  const articles = useArticles(library);
  const isWhole = useIsWhole(library);
  return (
    <LibraryPanel
      articles={articles}
      isReading={!isWhole}
      openId={openId}
      counts={library}
      onOpen={(id) => {
        workspace.screen.setState({ drawer: null });
        void visitArticle(workspace, id);
      }}
      onRemove={(id) => void removeArticle(workspace, id)}
      onOpenFiles={() => onCommand('file.open')}
      onOpenSamples={() => onCommand('file.openSample')}
      openFilesShortcut={openFilesShortcut}
    />
  );
});
