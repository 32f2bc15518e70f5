import Copy from 'lucide-react/icons/copy';
import { useId } from 'react';
import type { Article } from '../../../core/article';
import { parseEdtf } from '../../../core/dates/edtf';
import { tidyEdtf } from '../../../core/dates/tidy-edtf';
import { type KindCounts, noCounts } from '../../../core/health/finding';
import { choosableStatuses, workStatusOf } from '../../../core/work-status';
import { useWords } from '../../i18n/catalogue';
import { nameShown } from '../../i18n/foreign-words';
import { ChoiceRow } from '../../ui/ChoiceRow';
import { IconButton } from '../../ui/IconButton';
import { type FieldNote, TextField } from '../../ui/TextField';
import { WorkMark } from '../WorkMark';
import { wordsOfEdtf } from '../words-of-date';
import css from './InspectorPanel.module.css';
import type { ArticleEdit } from './inspector-edits';

/** What `ArticleFacts` takes. */
export interface ArticleFactsProps {
  readonly article: Article;
  /** Its annotations by kind: with any of them it can be new no more. None while they are not known. */
  readonly counts?: KindCounts | undefined;
  readonly onEdit: (edit: ArticleEdit) => void;
  readonly onCopy: (text: string) => void;
}

/**
 * The facts of an article: how far the work on it is, what may be put right and the note on it above, what the file is
 * below. Give it the article's id as its key.
 */
export function ArticleFacts({ article, counts = noCounts, onEdit, onCopy }: ArticleFactsProps) {
  const words = useWords();
  const labels = words.article;
  const { published, source } = article;

  const noteOnDay = (typed: string): FieldNote | null => {
    const text = tidyEdtf(typed);
    if (text === '') return null;
    if (!isDay(text)) return { text: labels.notADay, wrong: true };
    const reading = wordsOfEdtf(words, text) ?? text;
    return {
      text:
        text === published?.date ? `${reading}, ${words.dateSources[published.basis]}` : reading,
    };
  };

  return (
    <section className={css.form} aria-label={labels.facts}>
      <h2 className={css.title}>{labels.facts}</h2>
      <ChoiceRow
        label={words.work.status}
        value={workStatusOf(article, counts)}
        choices={choosableStatuses(counts).map((status) => ({
          value: status,
          label: words.work.statuses[status],
          mark: <WorkMark status={status} />,
        }))}
        onChoose={(status) => onEdit({ field: 'status', status })}
      />
      <div className={css.facts}>
        <TextField
          quiet
          lines="wrap"
          label={labels.title}
          lang={article.language}
          value={article.title}
          accepts={(text) => text !== ''}
          tidy={(text) => text.replace(/\s+/g, ' ').trim()}
          below={(text) => (text.trim() === '' ? { text: labels.titleNeeded, wrong: true } : null)}
          onCommit={(title) => onEdit({ field: 'title', title })}
        />
        <TextField
          quiet
          label={labels.outlet}
          lang={article.language}
          value={article.outlet ?? ''}
          onCommit={(text) => onEdit({ field: 'outlet', value: orNull(text) })}
        />
        <TextField
          quiet
          label={labels.published}
          placeholder={labels.publishedPlaceholder}
          value={published?.date ?? ''}
          tidy={tidyEdtf}
          accepts={(text) => text === '' || isDay(text)}
          below={noteOnDay}
          onCommit={(text) => onEdit({ field: 'published', date: orNull(text) })}
        />
        <LanguageField
          language={article.language}
          onLanguage={(value) => onEdit({ field: 'language', value })}
        />
        <TextField
          quiet
          lines="wrap"
          label={labels.url}
          value={article.url ?? ''}
          onCommit={(text) => onEdit({ field: 'url', value: orNull(text) })}
        />
      </div>
      <TextField
        lines="free"
        label={words.work.note}
        placeholder={words.work.notePlaceholder}
        value={article.note ?? ''}
        onCommit={(note) => onEdit({ field: 'note', note })}
      />
      <h3 className={css.label}>{labels.file}</h3>
      <dl className={css.list}>
        <dt>{labels.fileName}</dt>
        <dd dir="auto">{nameShown(source.fileName)}</dd>
        <dt>{labels.encoding}</dt>
        <dd>{source.encoding.toUpperCase()}</dd>
        {source.extractor && (
          <>
            <dt>{labels.extractor}</dt>
            <dd title={`${source.extractor.name} ${source.extractor.version}`}>
              {labels.extractorOf(words.articleFormats[source.mediaType], source.extractor.version)}
            </dd>
          </>
        )}
        <dt>{labels.size}</dt>
        <dd>{words.sizeOf(source.byteLength)}</dd>
        <dt>{labels.hash}</dt>
        <dd className={css.hash}>
          <code title={source.sha256}>{source.sha256.slice(0, 12)}…</code>
          <IconButton
            label={labels.copyHash}
            icon={<Copy size={14} />}
            onClick={() => onCopy(source.sha256)}
          />
        </dd>
        <dt>{labels.imported}</dt>
        <dd>
          <time dateTime={article.importedAt} title={article.importedAt}>
            {words.dateWords.moment(new Date(article.importedAt))}
          </time>
        </dd>
      </dl>
      <p className={css.faint}>{labels.nothingSelected}</p>
    </section>
  );
}

function LanguageField({
  language,
  onLanguage,
}: {
  readonly language: string | undefined;
  readonly onLanguage: (language: string | null) => void;
}) {
  const words = useWords();
  const id = useId();
  const known = Object.entries(words.languages);
  const isKnown = language === undefined || known.some(([tag]) => tag === language);
  return (
    <div className={css.language}>
      <label className={css.languageLabel} htmlFor={id}>
        {words.article.language}
      </label>
      <select
        id={id}
        className={css.select}
        value={language ?? ''}
        onChange={(event) => onLanguage(event.currentTarget.value || null)}
      >
        <option value="">{words.article.languageUnknown}</option>
        {known.map(([tag, name]) => (
          <option key={tag} value={tag}>
            {name}
          </option>
        ))}
        {!isKnown && <option value={language}>{language}</option>}
      </select>
    </div>
  );
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && parseEdtf(text).ok;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
