import type { ArticleSource, Extractor, PublicationDate } from '../../core/article';
import type { Sha256 } from '../../core/ids';
import type { Result } from '../../core/result';

/** The most that an article's file may hold. */
export const maxArticleBytes = 50 * 1024 * 1024;

/** A file as it lies on the disk; only the name's ending and the bytes decide how it is read. */
export interface ArticleFile {
  /** Without its folder. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Why a file cannot be read as an article. */
export type DecodeError =
  /** The bytes are not text in `encoding`; the first bad sequence begins at `byteOffset` of the file. */
  | { readonly code: 'undecodable'; readonly encoding: string; readonly byteOffset: number }
  /** Not text, or text only for another program (RTF, MHTML). `what` is the format, where it is recognised. */
  | { readonly code: 'binary'; readonly what?: string }
  /** No bytes, or none but a byte-order mark. */
  | { readonly code: 'empty' }
  /** Nothing that can be seen: white space, or a page without text. */
  | { readonly code: 'blank' }
  | { readonly code: 'too-large'; readonly byteLength: number; readonly limit: number }
  /** A page made so that reading it takes more memory than there is: see `parsePage`. */
  | { readonly code: 'unreadable' };

/** What a text says plainly about itself; a field is left out where it does not. */
export interface ArticleFacts {
  readonly title?: string;
  readonly outlet?: string;
  /** BCP 47. */
  readonly language?: string;
  readonly published?: PublicationDate;
  readonly url?: string;
}

/** What a codec makes of a file. */
export interface ExtractedArticle {
  /** The text to be stored: never cleaned, never changed afterwards. */
  readonly text: string;
  /** WHATWG encoding name in lower case. */
  readonly encoding: string;
  readonly facts: ArticleFacts;
}

/** What reads one format of article files. */
export interface ArticleCodec {
  /** What records say of it. Its version rises by one whenever it would make another text of the same file. */
  readonly extractor: Extractor;
  /** Whether the first bytes of a file are those of this format, whatever it is called. */
  recognises?(bytes: Uint8Array): boolean;
  /** The text and its facts. The file is neither empty nor over `maxArticleBytes`. */
  decode(file: ArticleFile): Promise<Result<ExtractedArticle, DecodeError>>;
}

/** An article as read: everything of an `Article` but its id and the time it came in. */
export interface DecodedArticle extends ArticleFacts {
  readonly text: string;
  /** From the text, else the file name without its ending. */
  readonly title: string;
  readonly source: ArticleSource;
  /** SHA-256 of the text's UTF-8. */
  readonly textHash: Sha256;
  /** In UTF-16 code units. */
  readonly textLength: number;
}
