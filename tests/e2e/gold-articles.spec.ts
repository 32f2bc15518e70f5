import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AnnotationKind } from '../../src/core/annotation/annotation';
import { keyOf } from '../support/app/dateline-page';
import { disagreements, readExport } from '../support/app/exported-file';
import { expect, test } from '../support/app/fixtures';

const articles = resolve(import.meta.dirname, '../../../shared/articles');

/** One annotation that people agreed on, in UTF-16 units of the file's text. */
interface GoldAnnotation {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly label: 'ENTERPRISE' | 'CLAIM' | 'DATE';
}

const kinds = { ENTERPRISE: 'enterprise', CLAIM: 'claim', DATE: 'date' } as const;

/** How many are selected with a real mouse; the others by the document's selection. */
const byMouse = 3;

for (const name of [
  'seed-pyongyang-times-2025-01-15',
  'syn-14-astral-and-invisible',
  'syn-08-korean-kcna-style',
  'ko-03-new-year-2017',
]) {
  const path = resolve(articles, `${name}.txt`);
  const goldPath = resolve(articles, 'gold', `${name}.gold.json`);

  test(`${name} is tagged and exported with exact offsets`, async ({ app, window }) => {
    const isThere = existsSync(path) && existsSync(goldPath);
    if (!isThere) console.log(`skipped: ${name}: ../shared/articles is not there`);
    test.skip(!isThere, '../shared/articles is not there');
    const text = (await readFile(path, 'utf8')).replace(/^\ufeff/, '');
    const gold = JSON.parse(await readFile(goldPath, 'utf8')) as {
      readonly annotations: readonly GoldAnnotation[];
    };
    await window.openFiles([path]);
    await expect(window.article).toBeVisible();
    for (const [index, annotation] of gold.annotations.entries()) {
      const shown = asShown(text, annotation);
      if (index < byMouse) await window.selectWords(shown.quote, shown.occurrence);
      else await window.selectWithoutMouse(shown.quote, shown.occurrence);
      const kind: AnnotationKind = kinds[annotation.label];
      await app.page.keyboard.press(keyOf[kind]);
      await window.shows(kind, annotation.text);
    }
    await window.saved();

    const [article] = await readExport(await window.export());
    expect(article?.text).toBe(text);
    expect(article && disagreements(article)).toEqual([]);
    const wanted = gold.annotations.map(({ start, end, label }) => ({
      kind: kinds[label],
      spans: [{ start, end }],
      codePointSpans: [
        {
          start: Array.from(text.slice(0, start)).length,
          end: Array.from(text.slice(0, end)).length,
        },
      ],
    }));
    const exported = (article?.annotations ?? []).map(({ kind, spans, codePointSpans }) => ({
      kind,
      spans,
      codePointSpans,
    }));
    expect(inOrder(exported)).toEqual(inOrder(wanted));
  });
}

/** As comparable lines, in an order that is the same for the same things. */
function inOrder(list: readonly object[]): readonly string[] {
  return list.map((one) => JSON.stringify(one)).toSorted();
}

/** The words as they stand on screen, line ends folded, and how many times they have stood there up to their place. */
function asShown(
  text: string,
  { start, end }: GoldAnnotation,
): { readonly quote: string; readonly occurrence: number } {
  const quote = foldLines(text.slice(start, end));
  const before = foldLines(text.slice(0, start)) + quote;
  let occurrence = 0;
  for (let at = before.indexOf(quote); at >= 0; at = before.indexOf(quote, at + 1)) occurrence += 1;
  return { quote, occurrence };
}

/** Line ends, with blank lines between them, as one. */
function foldLines(text: string): string {
  const lineEnd = '(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])';
  return text.replace(new RegExp(`${lineEnd}(?:[ \\t\\u00a0\\u3000]*${lineEnd})*`, 'g'), '\n');
}
