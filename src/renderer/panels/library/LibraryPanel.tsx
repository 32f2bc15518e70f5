import FolderOpen from 'lucide-react/icons/folder-open';
import X from 'lucide-react/icons/x';
import { type KeyboardEvent, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Article } from '../../../core/article';
import { type KindCounts, noCounts } from '../../../core/health/finding';
import type { ArticleId } from '../../../core/ids';
import { type ShownStatus, workStatusOf } from '../../../core/work-status';
import { useWords } from '../../i18n/catalogue';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { type RowAria, VirtualRows } from '../../ui/VirtualRows';
import css from './LibraryPanel.module.css';
import { ArticleRow, MonthRow } from './LibraryRow';
import { LibraryStatusFilter, type StatusFilter } from './LibraryStatusFilter';
import { countStatuses, type LibraryRow, libraryRows, rowOfArticle } from './library-rows';

/** How many annotations each article has, followed by those rows alone that show it. */
export interface LibraryCounts {
  /** Undefined while it is not known; another object whenever it is another number. */
  countsOf(id: ArticleId): KindCounts | undefined;
  /** Another number whenever an article has got its first annotation or lost its last. */
  readonly statusVersion: number;
  /** Calls `listener` whenever either may be another; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What `LibraryPanel` takes. */
export interface LibraryPanelProps {
  /** In the order of `compareArticles`. Give the same list until an article is another. */
  readonly articles: readonly Article[];
  /** Whether articles are still being read, so that none does not mean that there are none. */
  readonly isReading?: boolean;
  readonly openId: ArticleId | null;
  readonly counts: LibraryCounts;
  readonly onOpen: (id: ArticleId) => void;
  readonly onRemove: (id: ArticleId) => void;
  readonly onOpenFiles: () => void;
  /** Absent when there are no samples to offer. */
  readonly onOpenSamples?: () => void;
  readonly openFilesShortcut?: string | undefined;
}

const manyArticles = 7;

/** The list of articles. Arrow keys move, Enter opens, Delete removes, left and right fold and unfold a month. */
export function LibraryPanel(props: LibraryPanelProps) {
  const { articles, isReading = false, openId, counts, onOpen, onRemove, onOpenFiles } = props;
  const { onOpenSamples } = props;
  const { library: words, work } = useWords();
  const [query, setQuery] = useState('');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<StatusFilter>('all');
  const isFilterable = articles.length > 1;
  const shown = isFilterable ? chosen : 'all';
  const statusOf = useStatusOf(counts);
  const statusCounts = useMemo(() => countStatuses(articles.map(statusOf)), [articles, statusOf]);
  const statusWanted = shown === 'all' ? null : statusOf;
  const rows = useMemo(
    () => libraryRows({ articles, statusOf: statusWanted, query, shown, folded }),
    [articles, statusWanted, query, shown, folded],
  );
  const [cursor, setCursor] = useState<string | null>(null);
  const [shownId, setShownId] = useState(openId);
  if (shownId !== openId) {
    setShownId(openId);
    setCursor(openId);
  }
  const at = useMemo(() => rows.findIndex((row) => keyOf(row) === cursor), [rows, cursor]);
  const openAt = useMemo(() => rowOfArticle(rows, openId), [rows, openId]);
  const active = at >= 0 ? at : openAt;

  const fold = (month: string | null, open: boolean): void => {
    const next = new Set(folded);
    if (open) next.delete(month ?? 'undated');
    else next.add(month ?? 'undated');
    setFolded(next);
  };
  const press = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    setCursor(keyOf(row));
    if (row.kind === 'month') fold(row.month, !row.open);
    else onOpen(row.article.id);
  };
  const remove = (index: number, article: Article): void => {
    const next = rows[index + 1]?.kind === 'article' ? rows[index + 1] : rows[index - 1];
    setCursor(next ? keyOf(next) : null);
    onRemove(article.id);
  };
  const onKey = (event: KeyboardEvent, index: number): void => {
    const row = rows[index];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') press(index);
    else if (row.kind === 'article' && (event.key === 'Delete' || event.key === 'Backspace'))
      remove(index, row.article);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      const head = rows.slice(0, index + 1).findLast((one) => one.kind === 'month');
      if (!head) return;
      setCursor(keyOf(head));
      fold(head.month, event.key === 'ArrowRight');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className={css.panel}>
      <div className={css.head}>
        <h2 className={css.title}>{words.title}</h2>
        {articles.length > 0 && <span className={css.count}>{words.count(articles.length)}</span>}
      </div>
      <div className={css.tools}>
        <Button icon={<FolderOpen size={15} />} onClick={onOpenFiles}>
          {words.open}
        </Button>
        {articles.length > manyArticles && (
          <div className={css.filter}>
            <input
              type="text"
              dir="auto"
              className={css.input}
              aria-label={words.filter}
              placeholder={words.filterPlaceholder}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Escape' || query === '') return;
                event.stopPropagation();
                setQuery('');
              }}
            />
            {query !== '' && (
              <IconButton
                label={words.clearFilter}
                icon={<X size={14} />}
                onClick={() => setQuery('')}
              />
            )}
          </div>
        )}
        {isFilterable && (
          <LibraryStatusFilter value={shown} counts={statusCounts} onFilter={setChosen} />
        )}
      </div>
      {articles.length === 0 && !isReading && (
        <div className={css.empty}>
          <p className={css.emptyTitle}>{words.empty}</p>
          <p>{words.emptyNext}</p>
          {onOpenSamples && <Button onClick={onOpenSamples}>{words.samples}</Button>}
        </div>
      )}
      {articles.length > 0 && rows.length === 0 && (
        <div className={css.empty}>
          <p>
            {shown !== 'all' && statusCounts[shown] === 0 ? work.none[shown] : words.noMatch(query)}
          </p>
          {shown !== 'all' && <Button onClick={() => setChosen('all')}>{work.showAll}</Button>}
        </div>
      )}
      {rows.length > 0 && (
        <div className={css.list}>
          <VirtualRows
            role="tree"
            label={words.title}
            rows={rows}
            keyOf={keyOf}
            heightOf={heightOf}
            ariaOf={(row) => ariaOf(row, openId)}
            active={active}
            onMove={(index) => {
              const row = rows[index];
              if (row) setCursor(keyOf(row));
            }}
            onPress={press}
            onKey={onKey}
            render={(row, index) =>
              row.kind === 'month' ? (
                <MonthRow row={row} />
              ) : (
                <ArticleRow
                  article={row.article}
                  isOpen={row.article.id === openId}
                  counts={counts}
                  onRemove={() => remove(index, row.article)}
                />
              )
            }
          />
        </div>
      )}
    </div>
  );
}

/** How far the work on an article shows to be; the same function until that of any article is another. */
function useStatusOf(counts: LibraryCounts): (article: Article) => ShownStatus {
  const version = useSyncExternalStore(counts.subscribe, () => counts.statusVersion);
  return useCallback(
    (article) => workStatusOf(article, counts.countsOf(article.id) ?? noCounts),
    // The counts change in place: `version` says when.
    // oxlint-disable-next-line react/exhaustive-deps
    [counts, version],
  );
}

function keyOf(row: LibraryRow): string {
  return row.kind === 'month' ? `month-${row.month ?? 'undated'}` : row.article.id;
}

function heightOf(row: LibraryRow): number {
  return row.kind === 'month' ? 28 : 50;
}

function ariaOf(row: LibraryRow, openId: ArticleId | null): RowAria {
  if (row.kind === 'month') return { 'aria-level': 1, 'aria-expanded': row.open };
  return {
    'aria-level': 2,
    'aria-posinset': row.place,
    'aria-setsize': row.of,
    'aria-selected': row.article.id === openId,
  };
}
