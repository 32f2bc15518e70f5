import type { Annotation, AnnotationBody, Fragments } from '../../core/annotation/annotation';
import type { Article } from '../../core/article';
import { type AnnotationId, type ArticleId, isSha256, type Sha256 } from '../../core/ids';
import type { ImportedArticle } from '../../core/import/imported-article';
import type { ExchangeAnnotation, ExchangeArticle } from './schema';

/**
 * An article of an export, without fault, as core values: what `encodeExport` wrote of it, read back. Each field is
 * taken by its name, so nothing else that a file holds gets in.
 */
export function readArticle(exchange: ExchangeArticle): ImportedArticle {
  const { outlet, language, published, url, source, status, note } = exchange;
  const article: Article = {
    id: exchange.id as ArticleId,
    title: exchange.title,
    ...(outlet !== undefined && { outlet }),
    ...(language !== undefined && { language }),
    ...(published !== undefined && { published }),
    ...(url !== undefined && { url }),
    source: { ...source, sha256: readSha256(source.sha256) },
    textHash: readSha256(exchange.textHash),
    textLength: exchange.textLength.utf16,
    importedAt: exchange.importedAt,
    ...(status !== undefined && { status }),
    ...(note !== undefined && { note }),
  };
  const annotations = exchange.annotations.map((annotation) =>
    readAnnotation(annotation, article.id),
  );
  return { article, text: exchange.text, annotations };
}

function readAnnotation(exchange: ExchangeAnnotation, articleId: ArticleId): Annotation {
  const { id, spans, quote, provenance, createdAt, updatedAt, note } = exchange;
  const { coder, origin, rule } = provenance;
  const [first, ...rest] = spans;
  if (!first) throw new Error(`${id} has no span`);
  const fragments: Fragments = [first, ...rest];
  return {
    id: id as AnnotationId,
    articleId,
    fragments,
    quote,
    body: readBody(exchange),
    provenance: { coder, origin, ...(rule !== undefined && { rule }) },
    createdAt,
    updatedAt,
    ...(note !== undefined && { note }),
  };
}

function readBody(exchange: ExchangeAnnotation): AnnotationBody {
  switch (exchange.kind) {
    case 'enterprise': {
      const { kind, name } = exchange;
      return { kind, ...(name !== undefined && { name }) };
    }
    case 'claim':
      return { kind: exchange.kind, status: exchange.status };
    case 'date': {
      const { kind, edtf, basis } = exchange;
      return {
        kind,
        ...(edtf !== undefined && { edtf }),
        ...(basis !== undefined && { basis }),
      };
    }
  }
}

function readSha256(value: string): Sha256 {
  if (!isSha256(value)) throw new Error(`not a SHA-256: ${value}`);
  return value;
}
