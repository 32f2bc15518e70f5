import 'fake-indexeddb/auto';
import type { ArticleFile } from '../../../src/codecs/articles/article-codec';
import { decodeArticle } from '../../../src/codecs/articles/decode-article';
import type { Annotation } from '../../../src/core/annotation/annotation';
import { annotate } from '../../../src/core/annotation/edits';
import type { Article } from '../../../src/core/article';
import { makeId, type Sha256 } from '../../../src/core/ids';
import { err, type Result } from '../../../src/core/result';
import type { Desktop } from '../../../src/preload/contract';
import { type Database, openDatabase } from '../../../src/renderer/storage/db';
import { queriesOver } from '../../../src/renderer/storage/queries';
import { Store } from '../../../src/renderer/storage/store';
import { readLibrary } from '../../../src/renderer/storage/stored-library';
import { ArticleDecoder } from '../../../src/renderer/workers/article-decoder';
import { Library } from '../../../src/renderer/workspace/library';
import { createScreen } from '../../../src/renderer/workspace/screen';
import { defaultSettings } from '../../../src/renderer/workspace/settings';
import { ShownArticle } from '../../../src/renderer/workspace/shown-article';
import type { Workspace } from '../../../src/renderer/workspace/workspace';
import { buildArticle, someTime } from '../../support/builders';
import { noBackup } from '../../support/no-backup';
import { memoryDesktop } from './memory-desktop';

/** Decodes in this thread; a file whose name begins with `broken` fails as a crashed worker would. */
export class ThreadDecoder extends ArticleDecoder {
  override async decode(file: ArticleFile): ReturnType<ArticleDecoder['decode']> {
    if (file.fileName.startsWith('broken')) return err({ code: 'unreadable' });
    return decodeArticle(file);
  }
}

/** A workspace over a store of its own, and that store's database. */
export interface TestWorkspace extends Workspace {
  readonly database: Database;
}

let made = 0;

/** An empty workspace on a new database; ids and times are counted. */
export async function openTestWorkspace(
  desktop: Desktop = memoryDesktop([]),
): Promise<TestWorkspace> {
  made += 1;
  let unique = 0;
  const count = (): string => `${(unique += 1)}`;
  const database = await openDatabase(`workspace-test-${made}`);
  const screen = createScreen({ ...defaultSettings('en'), coder: 'Tester' });
  const store = await Store.over({
    database,
    now: () => someTime,
    unique: count,
    coder: () => screen.getState().settings.coder,
  });
  const queries = queriesOver(database);
  const library = new Library({ store, stored: () => readLibrary(database) });
  return {
    database,
    store,
    library,
    shown: new ShownArticle({ store, queries, library, screen }),
    desktop,
    screen,
    decoder: new ThreadDecoder(),
    queries,
    backup: noBackup,
    storeName: database.name,
    now: () => someTime,
    newId: (prefix) => makeId(prefix, count()),
  };
}

/** Stores an article with `text` and `annotations`, and shows it. */
export async function showText(
  workspace: Workspace,
  text: string,
  annotations: readonly Annotation[] = [],
): Promise<Article> {
  const hash = 'b'.repeat(64) as Sha256;
  const article = buildArticle({ textHash: hash, textLength: text.length });
  succeed(
    await workspace.store.apply(
      {
        label: { code: 'open-articles', count: 1, title: article.title },
        records: [{ table: 'articles', id: article.id, before: null, after: article }],
      },
      [{ hash, text }],
    ),
  );
  for (const annotation of annotations) succeed(await workspace.store.apply(annotate(annotation)));
  await workspace.shown.show(article.id);
  return article;
}

/** What `result` holds; throws its error when it is a failure. */
export function succeed<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
