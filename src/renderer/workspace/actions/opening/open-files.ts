import type { DecodedArticle } from '../../../../codecs/articles/article-codec';
import { looksLikeExport } from '../../../../codecs/exchange/looks-like-export';
import type { Article } from '../../../../core/article';
import type { ArticleId, Sha256 } from '../../../../core/ids';
import { err, type Result } from '../../../../core/result';
import { type GrantOutcome, maxFileBytes } from '../../../../preload/contract';
import { otherVersions } from '../../other-versions';
import type { OpenFailure, OpenReport } from '../../screen';
import { tell } from '../../screen';
import type { Workspace } from '../../workspace';
import { withImports } from '../import/with-imports';
import { visitArticle } from '../show-article';
import { type FileSource, grantedSource, pageSource } from './file-source';

/** How many files are made one change, so that a large drop is stored, and seen, bit by bit. */
const batchSize = 25;

/** Asks for files by the system's dialog and opens them. Closing the dialog is no failure. */
export async function chooseFiles(workspace: Workspace): Promise<void> {
  const chosen = await workspace.desktop.openFiles();
  if (chosen.ok) await openGrantedFiles(workspace, chosen.value);
  else if (chosen.error.code !== 'cancelled')
    reportFailures(workspace, {
      failures: [{ fileName: chosen.error.fileName ?? '', error: chosen.error }],
      opened: 0,
    });
}

/** Opens files that main has granted, and tells which it could not. */
export function openGrantedFiles(
  workspace: Workspace,
  outcomes: readonly GrantOutcome[],
): Promise<void> {
  return openSources(
    workspace,
    outcomes.map((outcome) => grantedSource(workspace.desktop, outcome)),
  );
}

/** Opens files that were dropped on the page or chosen in its own input. */
export function openPageFiles(workspace: Workspace, files: readonly File[]): Promise<void> {
  return openSources(workspace, files.map(pageSource));
}

/** Opens articles; an export of this program among them goes to import. */
async function openSources(workspace: Workspace, sources: readonly FileSource[]): Promise<void> {
  const { screen, decoder } = workspace;
  const failures: OpenFailure[] = [];
  const exported: FileSource[] = [];
  const opened: Article[] = [];
  const asked = workspace.shown.ask();
  let first: ArticleId | null = null;
  let read = 0;
  const stop = new AbortController();
  const since = performance.now();
  const cancel = (): void => {
    stop.abort();
    decoder.cancel();
  };
  for (let from = 0; from < sources.length; from += batchSize) {
    const batch: DecodedArticle[] = [];
    for (const [index, source] of sources.slice(from, from + batchSize).entries()) {
      if (stop.signal.aborted) break;
      const { fileName } = source;
      const done = from + index;
      screen.setState({ opening: { done, total: sources.length, fileName, since, cancel } });
      await nameOpening(workspace, fileName);
      const decoded = await decode(workspace, source);
      if (decoded === 'export') exported.push(source);
      else if (decoded.ok) batch.push(decoded.value);
      else if (!stop.signal.aborted) failures.push(decoded.error);
    }
    await nameOpening(workspace, null);
    read += batch.length;
    const articles = await store(workspace, batch);
    opened.push(...articles);
    const articleId = articles[0]?.id ?? null;
    first ??= articleId;
    if (first && first === articleId) await visitArticle(workspace, first, asked);
  }
  screen.setState({ opening: null });
  reportFailures(workspace, { failures, opened: read });
  if (exported.length > 0)
    await withImports(workspace, ({ importSources }) => importSources(workspace, exported));
  await tellOtherVersions(workspace, opened);
}

/**
 * Tells main what is being decoded, before it is: should the page fall over it, the next one can name it. An answer
 * that is a failure stops nothing.
 */
async function nameOpening({ desktop }: Workspace, fileName: string | null): Promise<void> {
  await desktop.setOpening(fileName === '' ? null : fileName);
}

async function decode(
  { decoder }: Workspace,
  { fileName, read }: FileSource,
): Promise<Result<DecodedArticle, OpenFailure> | 'export'> {
  const bytes = await read();
  if (!bytes.ok) return err({ fileName, error: bytes.error });
  if (looksLikeExport(fileName, bytes.value)) return 'export';
  if (bytes.value.length > maxFileBytes)
    return err({
      fileName,
      error: { code: 'too-large', fileName, byteLength: bytes.value.length },
    });
  const decoded = await decoder.decode({ fileName, bytes: bytes.value });
  return decoded.ok ? decoded : err({ fileName, error: decoded.error });
}

/** Stores what is new of `batch` as one change; gives its articles, new or known, or none when it could not be stored. */
async function store(
  workspace: Workspace,
  batch: readonly DecodedArticle[],
): Promise<readonly Article[]> {
  const { queries, newId, now, screen } = workspace;
  const articles = new Map<Sha256, Article>();
  const texts = new Map<Sha256, string>();
  const all: Article[] = [];
  for (const decoded of batch) {
    const { text, ...facts } = decoded;
    const { sha256 } = decoded.source;
    const known = articles.get(sha256) ?? (await queries.articleOfFile(sha256));
    if (known) tell(screen, { kind: 'already-open', title: known.title });
    const article = known ?? { ...facts, id: newId('art'), importedAt: now() };
    all.push(article);
    if (known) continue;
    articles.set(sha256, article);
    texts.set(decoded.textHash, text);
  }
  if (articles.size === 0) return all;
  const [title = ''] = [...articles.values()].map((article) => article.title);
  const outcome = await workspace.store.apply(
    {
      label: { code: 'open-articles', count: articles.size, title },
      records: [...articles.values()].map((after) => ({
        table: 'articles',
        id: after.id,
        before: null,
        after,
      })),
    },
    [...texts].map(([hash, text]) => ({ hash, text })),
  );
  return outcome.ok ? all : [];
}

/** Tells of a version that is tagged when another of the same file was opened: nothing of it is moved to that one. */
async function tellOtherVersions(workspace: Workspace, opened: readonly Article[]): Promise<void> {
  if (opened.length === 0) return;
  await workspace.library.read();
  const [version, ...others] = otherVersions(workspace.library, opened);
  if (version) tell(workspace.screen, { kind: 'other-version', ...version, more: others.length });
}

/** Tells of files that could not be opened; an empty list tells nothing. */
export function reportFailures({ screen }: Workspace, { failures, opened }: OpenReport): void {
  if (failures.length === 0) return;
  screen.setState(({ openReport }) => ({
    openReport: {
      failures: [...(openReport?.failures ?? []), ...failures],
      opened: opened + (openReport?.opened ?? 0),
    },
  }));
}
