import type { ArticleId, Sha256 } from './ids';

/** Where a publication date was read: a header line or metadata, the dateline, the file, or a person. */
export type DateSource = 'header' | 'dateline' | 'file' | 'user';

/** The day an article came out, and how that is known. */
export interface PublicationDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly basis: DateSource;
}

/** Facts of the file an article was read from; `sha256` is that of its bytes. */
export interface ArticleSource {
  readonly fileName: string;
  readonly mediaType: 'text/plain' | 'text/markdown' | 'text/html';
  /** WHATWG encoding name in lower case, such as `utf-8` or `utf-16le`. */
  readonly encoding: string;
  readonly byteLength: number;
  readonly sha256: Sha256;
}

/** How far the analyst has got with an article, where a person said so. */
export type WorkStatus = 'in-work' | 'done';

/** An article, without its text, which is stored once under `textHash` (SHA-256 of its UTF-8) and never changes. */
export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  readonly outlet?: string;
  /** BCP 47, such as `en` or `ko`. */
  readonly language?: string;
  readonly published?: PublicationDate;
  readonly url?: string;
  readonly source: ArticleSource;
  readonly textHash: Sha256;
  /** In UTF-16 code units. */
  readonly textLength: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly importedAt: string;
  /** What a person set; absent for an article that nobody has marked. */
  readonly status?: WorkStatus;
  /** What the analyst notes on the article as a whole. */
  readonly note?: string;
}

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
