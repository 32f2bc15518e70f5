import type { Article } from '../../core/article';
import { useWords } from '../i18n/catalogue';
import { wordsOfEdtf } from '../panels/words-of-date';
import css from './ArticlePane.module.css';

/** The title of an article and where it is from, above its text. */
export function ArticleHeading({ article }: { readonly article: Article }) {
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
