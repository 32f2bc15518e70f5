import { memo, useState } from 'react';
import { useStore } from 'zustand';
import type { Article } from '../../../core/article';
import { FindBar } from '../../panels/reader/FindBar';
import { closeFind, search, stepFind } from '../../workspace/actions/reader/find';
import type { OpenArticle } from '../../workspace/open-article';
import type { Commands } from '../use-commands';
import type { Desk } from '../use-desk';
import css from './ArticlePane.module.css';
import { ReaderOverlays } from './ReaderOverlays';
import { ReaderPane } from './ReaderPane';

interface ArticlePaneProps {
  readonly desk: Desk;
  readonly commands: Commands;
  readonly open: OpenArticle;
  /** Its facts as they are stored now. */
  readonly article: Article;
}

/** The article in the main column, with the search above it and what lies over the text. */
export const ArticlePane = memo(function ArticlePane(props: ArticlePaneProps) {
  const { desk, commands, open, article } = props;
  const { workspace, readerRef } = desk;
  const { screen } = workspace;
  const find = useStore(screen, (state) => state.find);
  const [box, setBox] = useState<DOMRect | null>(null);
  const [pane, setPane] = useState<HTMLElement | null>(null);
  return (
    <div ref={setPane} className={css.pane}>
      {find && (
        <FindBar
          query={find.query}
          matchCase={find.matchCase}
          total={find.found.length}
          current={find.found.length === 0 ? null : find.current + 1}
          summons={find.summons}
          shortcuts={{
            next: commands.shortcutOf('find.next'),
            previous: commands.shortcutOf('find.previous'),
          }}
          onQuery={(query) => search(screen, { query, matchCase: find.matchCase })}
          onMatchCase={(matchCase) => search(screen, { query: find.query, matchCase })}
          onNext={() => stepFind(workspace, 1)}
          onPrevious={() => stepFind(workspace, -1)}
          onClose={() => {
            closeFind(workspace);
            readerRef.current?.focus();
          }}
        />
      )}
      <ReaderPane desk={desk} open={open} article={article} onBox={setBox} />
      {pane && (
        <ReaderOverlays
          desk={desk}
          commands={commands}
          open={open}
          pane={pane}
          selectionBox={box}
          language={article.language}
        />
      )}
    </div>
  );
});
