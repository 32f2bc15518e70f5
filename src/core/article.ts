import type { RecordOf } from './records/records';

/** An article, without its text, which is stored once under `textHash` (SHA-256 of its UTF-8) and never changes. */
export type Article = RecordOf<'articles'>;

/** The day an article came out, and how that is known. */
export type PublicationDate = NonNullable<Article['published']>;

/** Where a publication date was read: a header line or metadata, the dateline, the file, or a person. */
export type DateSource = PublicationDate['basis'];

/** Facts of the file an article was read from; `sha256` is that of its bytes. */
export type ArticleSource = Article['source'];

/** What made the text of a file, by its lasting name and the version of what it makes. */
export type Extractor = NonNullable<ArticleSource['extractor']>;

/** How far the analyst has got with an article, where a person said so. */
export type WorkStatus = NonNullable<Article['status']>;

/** The order of lists: newest publication first, undated last, then by title and id. */
export function compareArticles(a: Article, b: Article): number {
  return (
    compareText(b.published?.date ?? '', a.published?.date ?? '') ||
    compareText(a.title, b.title) ||
    compareText(a.id, b.id)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
