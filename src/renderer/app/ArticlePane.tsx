import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Article } from '../../core/article';
import type { Span } from '../../core/text/span';
import { useWords } from '../i18n/catalogue';
import { FindBar } from '../panels/FindBar';
import { SelectionPalette } from '../panels/SelectionPalette';
import { wordsOfEdtf } from '../panels/words-of-date';
import { Reader } from '../reader/Reader';
import { pickAt } from '../workspace/actions/annotations';
import { closeFind, currentPlace, search, stepFind } from '../workspace/actions/find';
import { rememberPlace } from '../workspace/actions/show-article';
import type { OpenArticle } from '../workspace/open-article';
import css from './ArticlePane.module.css';
import type { Commands } from './use-commands';
import type { Desk } from './use-desk';

interface ArticlePaneProps {
  readonly desk: Desk;
  readonly commands: Commands;
  readonly open: OpenArticle;
  /** Its facts as they are stored now. */
  readonly article: Article;
}

/** The article in the main column, with the search above it and the palette at what is selected. */
export function ArticlePane({ desk, commands, open, article }: ArticlePaneProps) {
  const { workspace, readerRef } = desk;
  const { screen } = workspace;
  const state = useStore(screen);
  const { selection, selected, find, reveal } = state;
  const version = useSyncExternalStore(open.subscribe, () => open.version);
  const [box, setBox] = useState<DOMRect | null>(null);
  const [pane, setPane] = useState<HTMLElement | null>(null);
  const current = currentPlace(state);

  const emphasis = useMemo(
    () => ({ selected, found: find?.found ?? [], current, selection: null }),
    [selected, find?.found, current],
  );

  useEffect(() => {
    if (reveal) readerRef.current?.reveal(reveal);
  }, [reveal, readerRef]);

  const select = useCallback(
    (span: Span | null, next: DOMRect | null) => {
      setBox(next);
      const before = screen.getState().selection;
      if (span?.start !== before?.start || span?.end !== before?.end)
        screen.setState({ selection: span });
    },
    [screen],
  );

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
      <Reader
        key={open.id}
        ref={readerRef}
        label={article.title}
        language={article.language}
        text={open.text}
        layout={open.layout}
        index={open.index}
        version={version}
        emphasis={emphasis}
        startOffset={state.startOffset}
        heading={<Heading article={article} />}
        onSelect={select}
        pickAt={(offset) => pickAt(open, offset, selected)}
        onPlace={(offset) =>
          screen.setState({ selected: offset === null ? null : pickAt(open, offset, selected) })
        }
        onScroll={(offset) => void rememberPlace(workspace, offset)}
      />
      {selection && box && pane && (
        <SelectionPalette
          selection={box}
          bounds={pane.getBoundingClientRect()}
          shortcuts={{
            enterprise: commands.shortcutOf('tag.enterprise') ?? '',
            claim: commands.shortcutOf('tag.claim') ?? '',
            date: commands.shortcutOf('tag.date') ?? '',
          }}
          onTag={(kind) => commands.run(`tag.${kind}`)}
        />
      )}
    </div>
  );
}

function Heading({ article }: { readonly article: Article }) {
  const words = useWords();
  const { title, language, outlet, published, source } = article;
  return (
    <header className={css.heading}>
      <h1 className={css.title} lang={language}>
        {title}
      </h1>
      <p className={css.facts}>
        {outlet && <span lang={language}>{outlet}</span>}
        {published && (
          <time dateTime={published.date} title={published.date}>
            {wordsOfEdtf(words, published.date)}
          </time>
        )}
        <span>{source.fileName}</span>
        <span>{source.encoding.toUpperCase()}</span>
      </p>
    </header>
  );
}
