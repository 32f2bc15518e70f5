import { readFile } from 'node:fs/promises';

/** A place in a text, `end` exclusive. */
export interface ExportedSpan {
  readonly start: number;
  readonly end: number;
}

/** What a reader who knows nothing but the published format takes from one annotation. */
export interface ExportedAnnotation {
  readonly kind: string;
  readonly spans: readonly ExportedSpan[];
  readonly codePointSpans: readonly ExportedSpan[];
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string };
  readonly provenance: { readonly coder: string; readonly origin: string };
  readonly name?: string;
  readonly edtf?: string;
  readonly status?: string;
  readonly note?: string;
}

export interface ExportedArticle {
  readonly title: string;
  readonly outlet?: string;
  readonly published?: { readonly date: string; readonly basis: string };
  readonly source: { readonly fileName: string; readonly encoding: string };
  readonly text: string;
  readonly annotations: readonly ExportedAnnotation[];
}

/** The articles of an export, read from the disk with no code of the program. */
export async function readExport(path: string): Promise<readonly ExportedArticle[]> {
  const file = JSON.parse(await readFile(path, 'utf8')) as {
    readonly format: string;
    readonly version: number;
    readonly offsetUnit: string;
    readonly articles: readonly ExportedArticle[];
  };
  if (file.format !== 'dateline' || file.version !== 1 || file.offsetUnit !== 'utf-16')
    throw new Error(`not an export that this reader knows: ${path}`);
  return file.articles;
}

/** Every disagreement between the words of an annotation and its places, counted in both units; empty when there is none. */
export function disagreements({ text, annotations }: ExportedArticle): readonly string[] {
  const codePoints = Array.from(text);
  return annotations.flatMap(({ kind, spans, codePointSpans, quote }) => {
    const inUnits = spans.map(({ start, end }) => text.slice(start, end)).join(' … ');
    const inCodePoints = codePointSpans
      .map(({ start, end }) => codePoints.slice(start, end).join(''))
      .join(' … ');
    const first = spans[0]?.start ?? Number.NaN;
    const last = spans.at(-1)?.end ?? Number.NaN;
    return [
      inUnits === quote.exact ? '' : `${kind} ${quote.exact}: UTF-16 gives ${inUnits}`,
      inCodePoints === quote.exact
        ? ''
        : `${kind} ${quote.exact}: code points give ${inCodePoints}`,
      text.slice(0, first).endsWith(quote.prefix) ? '' : `${quote.exact}: wrong words before`,
      text.slice(last).startsWith(quote.suffix) ? '' : `${quote.exact}: wrong words after`,
    ].filter((fault) => fault !== '');
  });
}
