import type { Article } from '../../core/article';
import { type ExportFormatName, exportFormats } from '../../core/formats';

/** What is exported, as far as its name goes. */
export interface ExportContents {
  readonly articles: readonly Pick<Article, 'title' | 'published'>[];
  /** ISO 8601 in UTC. */
  readonly exportedAt: string;
}

const titleUnits = 60;

/**
 * A file name for an export that every system takes: the day and title of a single article, else how many articles
 * were exported and when. Letters of every script are kept.
 */
export function suggestExportName(
  { articles, exportedAt }: ExportContents,
  format: ExportFormatName,
): string {
  const [ending] = exportFormats[format].endings;
  const [only] = articles;
  if (only === undefined || articles.length > 1)
    return `dateline-${articles.length}-articles-${exportedAt.slice(0, 10)}.${ending}`;
  const title = toNamePart(only.title);
  const parts = [only.published?.date, title === '' ? 'article' : title, 'dateline'];
  return `${parts.filter((part) => part !== undefined).join('-')}.${ending}`;
}

/** Words joined by hyphens; whatever is neither letter, mark nor digit parts words. */
function toNamePart(title: string): string {
  let part = '';
  for (const word of title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    const longer = part === '' ? word : `${part}-${word}`;
    if (longer.length > titleUnits) break;
    part = longer;
  }
  // A first word longer than all of that is kept whole up to the limit, and no character is cut in two.
  const [firstWord = ''] = title.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/u) ?? [];
  return (part === '' ? [...firstWord].slice(0, titleUnits / 2).join('') : part).toLowerCase();
}
