import type { Annotation } from '../../core/annotation/annotation';
import type { Article } from '../../core/article';
import { inOrder } from '../../core/records/in-order';
import { splitsSurrogatePair } from '../../core/text/span';
import { createUnitConverter } from '../../core/text/units';
import { packChunks } from './chunks';
import { describeAnnotation } from './describe-annotation';
import { exportFormat, exportVersion } from './format';
import { articleFactsShape } from './shapes';

/** An article to be exported. Its annotations come page by page, each page read when the one before is written. */
export interface ArticleToExport {
  readonly article: Article;
  readonly text: string;
  readonly annotations: AsyncIterable<readonly Annotation[]> | Iterable<readonly Annotation[]>;
}

/** What an export holds. The order given is the order written. */
export interface ExportSource {
  /** ISO 8601 in UTC with milliseconds. */
  readonly exportedAt: string;
  /** The version of this program. */
  readonly generatorVersion: string;
  readonly articles: AsyncIterable<ArticleToExport> | Iterable<ArticleToExport>;
}

/**
 * Encodes an export as UTF-8, in chunks of at most `maxChunkBytes`. Nothing of it is ever held whole but one article's
 * text. The same source gives the same bytes. Throws, as bugs, on a fragment that is no span of its text, an
 * annotation of another article, and a text that is not the length its article says.
 */
export function encodeExport(source: ExportSource): AsyncGenerator<Uint8Array> {
  return packChunks(writeExport(source));
}

async function* writeExport(source: ExportSource): AsyncGenerator<string> {
  const head = {
    format: exportFormat,
    version: exportVersion,
    exportedAt: source.exportedAt,
    generator: { name: 'Dateline', version: source.generatorVersion },
    offsetUnit: 'utf-16',
  };
  yield `${openObject(head, 0)}  "articles": [`;
  let separator = '\n';
  for await (const article of source.articles) {
    yield separator;
    yield* writeArticle(article);
    separator = ',\n';
  }
  yield separator === '\n' ? ']\n}\n' : '\n  ]\n}\n';
}

async function* writeArticle({ article, text, annotations }: ArticleToExport) {
  if (text.length !== article.textLength)
    throw new Error(`${article.id}: text of ${text.length}, not ${article.textLength} units`);
  const units = createUnitConverter(text);
  yield `    ${openObject(describeArticle(article, units.length.codePoints), 4)}      "text": "`;
  yield* writeStringBody(text);
  yield '",\n      "annotations": [';
  let separator = '\n';
  for await (const page of annotations) {
    for (const annotation of page) {
      if (annotation.articleId !== article.id)
        throw new Error(`${annotation.id} belongs to ${annotation.articleId}, not ${article.id}`);
      const described = describeAnnotation(annotation, text, units);
      yield `${separator}        ${indent(JSON.stringify(described, null, 2), 8)}`;
      separator = ',\n';
    }
  }
  yield separator === '\n' ? ']\n    }' : '\n      ]\n    }';
}

function describeArticle(article: Article, codePoints: number): object {
  const textLength = { utf16: article.textLength, codePoints };
  return inOrder(articleFactsShape, { ...article, textLength });
}

const sliceUnits = 32 * 1024;

/** A text as the inside of a JSON string, slice by slice; no slice ends within a surrogate pair. */
function* writeStringBody(text: string): Generator<string> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + sliceUnits);
    if (splitsSurrogatePair(text, end)) end -= 1;
    yield JSON.stringify(text.slice(start, end)).slice(1, -1);
    start = end;
  }
}

/** An object's JSON up to where its next key would begin. */
function openObject(fields: object, spaces: number): string {
  const json = indent(JSON.stringify(fields, null, 2), spaces);
  return `${json.slice(0, json.lastIndexOf('\n'))},\n`;
}

/** JSON moved right; its strings hold no line ends of their own. */
function indent(json: string, spaces: number): string {
  return json.replaceAll('\n', `\n${' '.repeat(spaces)}`);
}
