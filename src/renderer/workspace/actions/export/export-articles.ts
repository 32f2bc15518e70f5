import type { ArticleToExport } from '../../../../codecs/exchange/encode-export';
import { exportEncoders } from '../../../../codecs/exchange/export-encoders';
import { suggestExportName } from '../../../../codecs/exchange/export-name';
import { createSha256 } from '../../../../codecs/hash';
import type { Article } from '../../../../core/article';
import type { ExportFormatName } from '../../../../core/formats';
import type { ArticleId } from '../../../../core/ids';
import { err, ok, type Result } from '../../../../core/result';
import type { FileError } from '../../../../preload/contract';
import type { Queries } from '../../../storage/queries';
import type { Workspace } from '../../workspace';

/** What is exported: one article, or all. */
export type ExportScope = { readonly articleId: ArticleId } | 'all';

export interface ExportProgress {
  readonly annotationsDone: number;
  readonly annotationsTotal: number;
  /** Everything is written and is being read back. */
  readonly checking: boolean;
}

/** An export that is whole, verified, and under its final name. */
export interface ExportedFile {
  readonly destination: string;
  readonly articles: number;
  readonly annotations: number;
}

/** `cancelled`: the person stopped it; `unsound`: an annotation does not fit its text, which `detail` names. */
export type ExportError = FileError | { readonly code: 'unsound'; readonly detail: string };

interface ExportOptions {
  readonly scope: ExportScope;
  readonly format: ExportFormatName;
  /** Of this program. */
  readonly version: string;
  readonly onProgress: (progress: ExportProgress) => void;
  readonly signal: AbortSignal;
}

/**
 * Writes an export, page by page, to a temporary file that main renames when what it reads back is what was written.
 * Whatever ends it early leaves nothing under the final name.
 */
export async function exportArticles(
  { queries, desktop, now }: Workspace,
  { scope, format, version, onProgress, signal }: ExportOptions,
): Promise<Result<ExportedFile, ExportError>> {
  const articles = await articlesIn(queries, scope);
  const annotationsTotal = await queries.countAnnotations(scope === 'all' ? null : scope.articleId);
  const exportedAt = now();
  const session = await desktop.beginSave({
    suggestedName: suggestExportName({ articles, exportedAt }, format),
  });
  if (!session.ok) return session;
  const { saveId } = session.value;
  let annotationsDone = 0;
  const countPage = (length: number): void => {
    annotationsDone += length;
    onProgress({ annotationsDone, annotationsTotal, checking: false });
  };
  const hash = createSha256();
  let byteLength = 0;
  const chunks = exportEncoders[format]({
    exportedAt,
    generatorVersion: version,
    articles: readArticles(queries, articles, countPage),
  });
  try {
    for await (const chunk of chunks) {
      if (signal.aborted) return await giveUp({ code: 'cancelled' });
      hash.update(chunk);
      byteLength += chunk.length;
      const written = await desktop.writeChunk(saveId, chunk);
      if (!written.ok) return await giveUp(written.error);
    }
  } catch (thrown) {
    return await giveUp({ code: 'unsound', detail: String(thrown) });
  }
  onProgress({ annotationsDone, annotationsTotal, checking: true });
  const saved = await desktop.commitSave(saveId, { byteLength, sha256: hash.digest() });
  if (!saved.ok) return saved;
  const { destination } = saved.value;
  return ok({ destination, articles: articles.length, annotations: annotationsDone });

  async function giveUp(error: ExportError): Promise<Result<never, ExportError>> {
    await desktop.abortSave(saveId);
    return err(error);
  }
}

async function articlesIn(queries: Queries, scope: ExportScope): Promise<readonly Article[]> {
  if (scope === 'all') return (await queries.listArticles()).map(({ article }) => article);
  const article = await queries.article(scope.articleId);
  return article ? [article] : [];
}

async function* readArticles(
  queries: Queries,
  articles: readonly Article[],
  onPage: (length: number) => void,
): AsyncGenerator<ArticleToExport> {
  for (const article of articles) {
    const text = await queries.text(article.textHash);
    if (text === null) throw new Error(`the text of ${article.id} is not in the store`);
    yield { article, text, annotations: countedPages(queries, article.id, onPage) };
  }
}

async function* countedPages(
  queries: Queries,
  id: ArticleId,
  onPage: (length: number) => void,
): ReturnType<Queries['annotationPages']> {
  for await (const page of queries.annotationPages(id)) {
    yield page;
    onPage(page.length);
  }
}
