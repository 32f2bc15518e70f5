import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronRight from 'lucide-react/icons/chevron-right';
import StickyNote from 'lucide-react/icons/sticky-note';
import X from 'lucide-react/icons/x';
import { useSyncExternalStore } from 'react';
import { annotationKinds } from '../../../core/annotation/annotation';
import type { Article } from '../../../core/article';
import type { KindCounts } from '../../../core/health/finding';
import { noCounts } from '../../../core/health/finding';
import { workStatusOf } from '../../../core/work-status';
import { useWords } from '../../i18n/catalogue';
import { nameShown, titleShown } from '../../i18n/foreign-words';
import { KindMark } from '../KindMark';
import { WorkMark } from '../WorkMark';
import { wordsOfEdtf } from '../words-of-date';
import type { LibraryCounts } from './LibraryPanel';
import css from './LibraryPanel.module.css';
import type { LibraryRow } from './library-rows';

/** The head of a month: `▸ 2025-01 (31)`, or `▸ 2025-01 (12 of 31 done)` once one is. */
export function MonthRow({ row }: { readonly row: Extract<LibraryRow, { kind: 'month' }> }) {
  const words = useWords();
  const name = row.month ?? words.library.undated;
  const Chevron = row.open ? ChevronDown : ChevronRight;
  return (
    <div className={css.month} title={row.month ? (wordsOfEdtf(words, row.month) ?? name) : name}>
      <Chevron size={14} />
      <span className={css.monthName}>{name}</span>
      <span className={css.count}>
        ({row.done > 0 ? words.work.monthDone(row.done, row.count) : words.numberOf(row.count)})
      </span>
    </div>
  );
}

/**
 * One article: how far the work on it is, title, where and when it came out, and what is tagged in it. It follows its
 * own counts, so that tagging draws no other row.
 */
export function ArticleRow({
  article,
  isOpen,
  counts,
  onRemove,
}: {
  readonly article: Article;
  readonly isOpen: boolean;
  readonly counts: LibraryCounts;
  readonly onRemove: () => void;
}) {
  const words = useWords();
  const held = useSyncExternalStore(counts.subscribe, () => counts.countsOf(article.id));
  const status = workStatusOf(article, held ?? noCounts);
  const day = article.published && wordsOfEdtf(words, article.published.date);
  return (
    <div className={css.article} data-open={isOpen || undefined}>
      <div className={css.articleHead}>
        <span className={css.status} title={words.work.statuses[status]}>
          <WorkMark status={status} />
        </span>
        <p
          className={css.articleTitle}
          lang={article.language}
          dir="auto"
          title={titleShown(article.title)}
        >
          {titleShown(article.title)}
        </p>
        {article.note && (
          <span className={css.note} title={article.note}>
            <StickyNote size={13} aria-hidden="true" />
          </span>
        )}
        <span className="unseen">{words.work.statuses[status]}</span>
        {article.note && <span className="unseen">{words.work.hasNote}</span>}
      </div>
      <p className={css.facts}>
        {article.outlet && (
          <span className={css.outlet} lang={article.language} dir="auto">
            {article.outlet}
          </span>
        )}
        {day && (
          <span className={css.day} title={article.published?.date}>
            {article.outlet && '· '}
            {day}
          </span>
        )}
        {!article.outlet && !day && (
          <span className={css.outlet} dir="auto">
            {nameShown(article.source.fileName)}
          </span>
        )}
        <span className={css.gap} />
        {held && <Counts counts={held} />}
      </p>
      {/* For the pointer; the Delete key and the command do the same from the keyboard. */}
      <button
        type="button"
        tabIndex={-1}
        className={css.remove}
        aria-label={words.library.remove(article.title)}
        title={words.library.removeShort}
        onClick={(event) => {
          event.stopPropagation();
          onRemove();
        }}
      >
        <X size={14} />
      </button>
    </div>
  );
}

/** Each kind by its mark where there is room, the sum otherwise; always each kind for assistive technology. */
function Counts({ counts }: { readonly counts: KindCounts }) {
  const words = useWords();
  const present = annotationKinds.filter((kind) => counts[kind] > 0);
  if (present.length === 0) return null;
  const inWords = present.map((kind) => words.kindCounts[kind](counts[kind])).join(', ');
  return (
    <span className={css.counts} title={inWords}>
      <span className="unseen">{inWords}</span>
      <span className={css.each} aria-hidden="true">
        {present.map((kind) => (
          <span key={kind} className={css.kindCount}>
            <KindMark kind={kind} />
            {counts[kind]}
          </span>
        ))}
      </span>
      <span className={css.sum} aria-hidden="true">
        {words.numberOf(counts.enterprise + counts.claim + counts.date)}
      </span>
    </span>
  );
}
