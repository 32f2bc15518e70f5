import type { Article } from '../../src/core/article';
import type { RecordChange } from '../../src/core/change';
import { type ArticleId, makeId, type Sha256 } from '../../src/core/ids';
import { openDatabase } from '../../src/renderer/storage/db';
import { Store } from '../../src/renderer/storage/store';
import { articleFacts, someTime } from '../documents/article-facts';
import { type BenchDocument, type DocumentPlan, makeDocument } from '../documents/document';
import { storedAnnotation } from '../documents/stored-annotation';
import type { LibraryPlan } from '../shapes';

declare global {
  // oxlint-disable-next-line no-var
  var seedStore: (plans: readonly DocumentPlan[], library: LibraryPlan | null) => Promise<void>;
}

/** As many annotations as an import stores at a time. */
const partSize = 1_000;

/**
 * Fills the program's store, on a page of its origin, with the documents of `plans`: through the store's own classes, as
 * an import does, so that rows, counts and log are as the program writes them.
 */
globalThis.seedStore = async (plans, library) => {
  // Not flushed part by part: what a crash would lose is made again.
  const database = await openDatabase('dateline', 'relaxed');
  const store = await Store.over({
    database,
    now: () => someTime,
    unique: () => crypto.randomUUID(),
    coder: () => 'Bench',
  });
  for (const plan of plans) await storeDocuments(store, [makeDocument(plan)]);
  if (library) await storeLibrary(store, library);
  database.close();
};

async function storeLibrary(store: Store, library: LibraryPlan): Promise<void> {
  for (let first = 0; first < library.articles; first += batchSize)
    await storeDocuments(store, batchOf(library, first));
}

/** How many small articles are made and stored at a time. */
const batchSize = 500;

function batchOf(
  { articles, charactersEach, annotationsEach }: LibraryPlan,
  first: number,
): readonly BenchDocument[] {
  const count = Math.min(batchSize, articles - first);
  return Array.from({ length: count }, (_, index) =>
    makeDocument({
      title: `Sheet ${String(first + index).padStart(5, '0')}`,
      seed: 1_000 + first + index,
      characters: charactersEach,
      annotations: annotationsEach,
    }),
  );
}

async function storeDocuments(store: Store, documents: readonly BenchDocument[]): Promise<void> {
  const articles = await Promise.all(documents.map(articleOf));
  const records = documents.flatMap((document, index) =>
    recordsOf(document, (articles[index] as Article).id),
  );
  const label = {
    code: 'import',
    count: records.length,
    articles: articles.length,
    fileName: `${documents[0]?.title}.json`,
  } as const;
  const groupId = makeId('grp', crypto.randomUUID());
  let from = 0;
  for (; from + partSize < records.length; from += partSize) {
    const part = records.slice(from, from + partSize);
    await stored(
      store.applyPart({ groupId, isLast: false, build: async () => ({ label, records: part }) }),
    );
  }
  const last: readonly RecordChange[] = [
    ...articles.map(
      (after) => ({ table: 'articles', id: after.id, before: null, after }) satisfies RecordChange,
    ),
    ...records.slice(from),
  ];
  const texts = articles.map(({ textHash: hash }, index) => ({
    hash,
    text: (documents[index] as BenchDocument).text,
  }));
  await stored(
    store.applyPart({
      groupId,
      isLast: true,
      texts,
      build: async () => ({ label, records: last }),
    }),
  );
}

function recordsOf(
  { text, annotations }: BenchDocument,
  articleId: ArticleId,
): readonly RecordChange[] {
  return annotations.map((annotation): RecordChange => {
    const id = makeId('ann', crypto.randomUUID());
    const after = storedAnnotation(annotation, { id, articleId, text });
    return { table: 'annotations', id, before: null, after };
  });
}

async function stored(outcome: ReturnType<Store['applyPart']>): Promise<void> {
  const result = await outcome;
  if (!result.ok) throw new Error(`not stored: ${JSON.stringify(result.error)}`);
}

async function articleOf(document: BenchDocument): Promise<Article> {
  const bytes = new TextEncoder().encode(document.text);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') as Sha256;
  return { ...articleFacts(document, hash), id: makeId('art', crypto.randomUUID()) };
}
