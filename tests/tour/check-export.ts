import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import type { WantedTag } from '../support/app/dateline-page';

/** Every tag asked for is in the export, at a place of the text where just its words stand. */
export async function checkExport(path: string, tags: readonly WantedTag[]): Promise<void> {
  const exported = JSON.parse(await readFile(path, 'utf8')) as {
    articles: {
      text: string;
      annotations: {
        kind: string;
        quote: { exact: string };
        spans: { start: number; end: number }[];
      }[];
    }[];
  };
  const [article] = exported.articles;
  expect(exported.articles).toHaveLength(1);
  for (const { kind, quote } of tags) {
    const annotation = article?.annotations.find(
      (one) => one.kind === kind && one.quote.exact === quote,
    );
    expect(annotation, `${kind}: ${quote}`).toBeDefined();
    const [span] = annotation?.spans ?? [];
    expect(article?.text.slice(span?.start, span?.end)).toBe(quote);
  }
  console.log(`exported ${article?.annotations.length} annotations of ${tags.length} tags wanted`);
}
