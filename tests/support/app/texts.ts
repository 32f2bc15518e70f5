import { resolve } from 'node:path';

const samples = resolve(import.meta.dirname, '../../../resources/samples');

/** The sample articles that come with the program, by path. */
export const samplePaths = {
  steelworks: resolve(samples, 'first-quarter-at-the-steelworks.txt'),
  korean: resolve(samples, 'first-quarter-ko.txt'),
  page: resolve(samples, 'rolling-mill-visit.html'),
} as const;

/** What the library calls them. */
export const sampleTitles = {
  steelworks: 'Steelworks of Hyangju Province Report on the First Quarter',
  korean: '백련제철련합기업소에서 1.4분기계획 넘쳐 수행',
  page: 'A Morning at the May 9 Rolling Mill',
} as const;

/** A plain article: a title, an empty line, and paragraphs with empty lines between them. */
export function writeArticle(title: string, ...paragraphs: readonly string[]): string {
  return `${[title, ...paragraphs].join('\n\n')}\n`;
}

/** An article of many paragraphs, each with its number in its words. */
export function writeLongArticle(title: string, paragraphs: number): string {
  return writeArticle(
    title,
    ...Array.from(
      { length: paragraphs },
      (_, index) =>
        `Paragraph number ${index + 1} tells of the Ryonghyon works, where furnace ${index + 1} has been in blast for years and gives iron day and night.`,
    ),
  );
}
