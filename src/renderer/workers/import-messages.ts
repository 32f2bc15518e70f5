import type {
  DecodedExport,
  DecodeProgress,
  ExportRefusal,
} from '../../codecs/exchange/decode-export';
import type { Annotation } from '../../core/annotation/annotation';
import type { ImportedArticle } from '../../core/import/imported-article';
import { ok, type Result } from '../../core/result';

/**
 * What the worker says of an export. A sound one comes in parts, so that the page never stands still over one message:
 * each article, then its annotations, then that all of it has come.
 */
export type ImportMessage =
  | { readonly kind: 'progress'; readonly progress: DecodeProgress }
  | { readonly kind: 'refused'; readonly refusal: ExportRefusal }
  | { readonly kind: 'article'; readonly article: Omit<ImportedArticle, 'annotations'> }
  | { readonly kind: 'annotations'; readonly annotations: readonly Annotation[] }
  | { readonly kind: 'end'; readonly exportedAt: string };

/** How many annotations one message carries. */
const messageSize = 2_000;

/** A decoded export as the messages that carry it. */
export function* messagesOf({ exportedAt, articles }: DecodedExport): Generator<ImportMessage> {
  for (const { article, text, annotations } of articles) {
    yield { kind: 'article', article: { article, text } };
    for (let start = 0; start < annotations.length; start += messageSize)
      yield { kind: 'annotations', annotations: annotations.slice(start, start + messageSize) };
  }
  yield { kind: 'end', exportedAt };
}

/** Puts an export together again from its messages. */
export class ImportAssembly {
  readonly #articles: (ImportedArticle & { readonly annotations: Annotation[] })[] = [];

  /** Takes the next message; what the file holds, or why it is refused, once all has come. */
  take(message: ImportMessage): Result<DecodedExport, ExportRefusal> | null {
    switch (message.kind) {
      case 'progress':
        return null;
      case 'refused':
        return { ok: false, error: message.refusal };
      case 'article':
        this.#articles.push({ ...message.article, annotations: [] });
        return null;
      case 'annotations': {
        const held = this.#articles.at(-1)?.annotations;
        for (const annotation of message.annotations) held?.push(annotation);
        return null;
      }
      case 'end':
        return ok({ exportedAt: message.exportedAt, articles: this.#articles });
    }
  }
}
