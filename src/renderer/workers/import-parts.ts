import type {
  DecodedExport,
  DecodeProgress,
  ExportRefusal,
} from '../../codecs/exchange/decode-export';
import type { Annotation } from '../../core/annotation/annotation';
import type { ImportedArticle } from '../../core/import/imported-article';
import type { Result } from '../../core/result';

/** Reading and checking one export, of which the articles come in parts. */
export interface ImportTask {
  readonly question: Uint8Array;
  readonly part: ArticlePart | { readonly kind: 'progress'; readonly progress: DecodeProgress };
  readonly answer: Result<Omit<DecodedExport, 'articles'>, ExportRefusal>;
}

/** A part of an export, so that the page never stands still over one message: an article, and then its annotations. */
export type ArticlePart =
  | { readonly kind: 'article'; readonly article: Omit<ImportedArticle, 'annotations'> }
  | { readonly kind: 'annotations'; readonly annotations: readonly Annotation[] };

/** How many annotations one part carries. */
const partSize = 2_000;

/** Articles as the parts that carry them. */
export function* partsOf(articles: readonly ImportedArticle[]): Generator<ArticlePart> {
  for (const { article, text, annotations } of articles) {
    yield { kind: 'article', article: { article, text } };
    for (let start = 0; start < annotations.length; start += partSize)
      yield { kind: 'annotations', annotations: annotations.slice(start, start + partSize) };
  }
}

/** Puts articles together again from their parts. */
export class ImportAssembly {
  readonly #articles: (ImportedArticle & { readonly annotations: Annotation[] })[] = [];

  /** What has come. */
  get articles(): readonly ImportedArticle[] {
    return this.#articles;
  }

  /** Takes the next part. */
  take(part: ArticlePart): void {
    if (part.kind === 'article') this.#articles.push({ ...part.article, annotations: [] });
    else {
      const held = this.#articles.at(-1)?.annotations;
      for (const annotation of part.annotations) held?.push(annotation);
    }
  }
}
