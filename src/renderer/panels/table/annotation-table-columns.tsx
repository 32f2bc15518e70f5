import NotebookPen from 'lucide-react/icons/notebook-pen';
import type { Article } from '../../../core/article';
import type { ArticleId } from '../../../core/ids';
import type { Catalogue } from '../../i18n/en';
import { titleShown } from '../../i18n/foreign-words';
import type { TableColumn } from '../../ui/VirtualTable';
import type { RosterRow } from '../../workspace/annotation-roster';
import { KindMark } from '../KindMark';
import { wordsOfEdtf } from '../words-of-date';
import css from './AnnotationTable.module.css';
import type { TableColumnName } from './annotation-table-rows';

/** What the cells need beside their row. */
export interface ColumnSource {
  readonly words: Catalogue;
  readonly articles: ReadonlyMap<ArticleId, Article>;
  /** How the value of a row reads; null when nothing was said. */
  readonly valueOf: (row: RosterRow) => string | null;
  /** The number of the paragraph in which a row begins, from 1; absent where the rows are of several articles. */
  readonly paragraphOf?: ((row: RosterRow) => number) | undefined;
}

/** The columns of the table of annotations, the most important first. */
export function annotationTableColumns({
  words,
  articles,
  valueOf,
  paragraphOf,
}: ColumnSource): readonly TableColumn<RosterRow, TableColumnName>[] {
  const { columns } = words.annotationTable;
  return [
    {
      name: 'kind',
      label: columns.kind,
      width: '100px',
      shownFrom: 'any',
      render: ({ kind }) => (
        <span className={css.kind}>
          <KindMark kind={kind} />
          {words.kinds[kind]}
        </span>
      ),
    },
    {
      name: 'words',
      label: columns.words,
      width: 'minmax(0, 3fr)',
      shownFrom: 'any',
      render: (row) => (
        <WordsCell row={row} words={words} language={articles.get(row.articleId)?.language} />
      ),
    },
    {
      name: 'value',
      label: columns.value,
      width: 'minmax(0, 2fr)',
      shownFrom: 'any',
      render: (row) => {
        const value = valueOf(row);
        return (
          <span dir="auto" title={value ?? undefined}>
            {value}
          </span>
        );
      },
    },
    paragraphOf
      ? {
          name: 'place',
          label: columns.paragraph,
          width: '84px',
          shownFrom: 'middle',
          render: (row) => (
            <span className={css.faint}>{words.annotations.paragraph(paragraphOf(row))}</span>
          ),
        }
      : {
          name: 'place',
          label: columns.article,
          width: 'minmax(0, 2fr)',
          shownFrom: 'middle',
          render: ({ articleId }) => {
            const article = articles.get(articleId);
            return (
              <span
                className={css.soft}
                lang={article?.language}
                dir="auto"
                title={titleShown(article?.title ?? '')}
              >
                {titleShown(article?.title ?? '')}
              </span>
            );
          },
        },
    {
      name: 'coder',
      label: columns.coder,
      width: 'minmax(0, 1fr)',
      shownFrom: 'wide',
      render: ({ coder }) => (
        <span className={css.soft} dir="auto" title={coder}>
          {coder}
        </span>
      ),
    },
    {
      name: 'changed',
      label: columns.changed,
      width: '168px',
      shownFrom: 'wide',
      render: ({ updatedAt }) => (
        <time className={css.faint} dateTime={updatedAt} title={updatedAt}>
          {words.dateWords.moment(new Date(updatedAt))}
        </time>
      ),
    },
  ];
}

/** How the values of rows read in the language of `words`. Each date is put into words once. */
export function valuesInWords(words: Catalogue): (row: RosterRow) => string | null {
  const dates = new Map<string, string>();
  return (row) => {
    switch (row.kind) {
      case 'enterprise':
        return row.value;
      case 'claim':
        return row.value === 'unknown' ? null : words.claimStatuses[row.value];
      case 'date': {
        if (row.value === null) return null;
        const date = dates.get(row.value) ?? wordsOfEdtf(words, row.value) ?? row.value;
        dates.set(row.value, date);
        return date;
      }
    }
  };
}

interface WordsCellProps {
  readonly row: RosterRow;
  readonly words: Catalogue;
  readonly language: string | undefined;
}

/** The words, and whether there is more to them than fits a row. */
function WordsCell({ row, words, language }: WordsCellProps) {
  const { parts, hasNote } = words.annotationTable;
  return (
    <span className={css.wordsCell}>
      <span className={css.exact} lang={language} dir="auto" title={row.words}>
        {row.words}
      </span>
      {row.fragmentCount > 1 && <span className={css.parts}>{parts(row.fragmentCount)}</span>}
      {row.hasNote && (
        <span className={css.note} role="img" aria-label={hasNote} title={hasNote}>
          <NotebookPen size={13} />
        </span>
      )}
    </span>
  );
}
