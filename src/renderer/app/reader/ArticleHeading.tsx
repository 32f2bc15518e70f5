import type { Article } from '../../../core/article';
import { useWords } from '../../i18n/catalogue';
import { nameShown, titleShown } from '../../i18n/foreign-words';
import { wordsOfEdtf } from '../../panels/words-of-date';
import css from './ArticlePane.module.css';

/** The title of an article and where it is from, above its text. */
export function ArticleHeading({ article }: { readonly article: Article }) {
  const words = useWords();
  const { title, language, outlet, published, source } = article;
  return (
    <header className={css.heading}>
      <h1 className={css.title} lang={language} dir="auto">
        {titleShown(title)}
      </h1>
      <p className={css.facts}>
        {outlet && <bdi lang={language}>{outlet}</bdi>}
        {published && (
          <time dateTime={published.date} title={published.date}>
            {wordsOfEdtf(words, published.date)}
          </time>
        )}
        <span>
          <bdi>{nameShown(source.fileName)}</bdi>
        </span>
        <span>{source.encoding.toUpperCase()}</span>
      </p>
    </header>
  );
}
