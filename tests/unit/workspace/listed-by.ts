import type { ListedArticle } from '../../../src/renderer/storage/stored-library';
import type { Library } from '../../../src/renderer/workspace/library';

/** What a library that has been read lists, as the store lists it. */
export function listedBy(library: Library): readonly ListedArticle[] {
  return library.articles.map((article) => {
    const counts = library.countsOf(article.id);
    if (!counts) throw new Error('the library has not been read');
    return { article, counts };
  });
}
