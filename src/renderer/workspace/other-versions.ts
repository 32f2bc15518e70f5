import type { Article } from '../../core/article';
import type { ArticleId } from '../../core/ids';
import type { Library } from './library';

/** An article of the library that another version of the same file was tagged in. */
export interface OtherVersion {
  readonly fileName: string;
  readonly articleId: ArticleId;
  readonly annotations: number;
}

/**
 * For each of `opened` that has no annotations, the version of its file that has: an article of a file of the same name, the last
 * that was opened where there are several. Where a file lies is not kept, so the name is all that tells one version from
 * another file; the person sees which it is. Composed and decomposed names are the same. Empty before the library is read.
 */
export function otherVersions(
  library: Pick<Library, 'articles' | 'annotationCount'>,
  opened: readonly Article[],
): readonly OtherVersion[] {
  const untagged = opened.filter(({ id }) => library.annotationCount(id) === 0);
  if (untagged.length === 0) return [];
  const tagged = new Map<string, Article>();
  for (const article of library.articles) {
    if (library.annotationCount(article.id) === 0) continue;
    const name = nameOf(article);
    const before = tagged.get(name);
    if (!before || before.importedAt < article.importedAt) tagged.set(name, article);
  }
  return untagged.flatMap((article) => {
    const other = tagged.get(nameOf(article));
    if (!other) return [];
    const annotations = library.annotationCount(other.id);
    return [{ fileName: article.source.fileName, articleId: other.id, annotations }];
  });
}

function nameOf({ source }: Article): string {
  return source.fileName.normalize('NFC');
}
