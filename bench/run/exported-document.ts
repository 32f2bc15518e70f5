import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encodeExport } from '../../src/codecs/exchange/encode-export';
import { hashText } from '../../src/codecs/hash';
import { makeId } from '../../src/core/ids';
import { articleFacts, someTime } from '../documents/article-facts';
import { type DocumentPlan, makeDocument } from '../documents/document';
import { storedAnnotation } from '../documents/stored-annotation';

/** Writes the document of `plan` as an export of the program, the folder of `path` being made. Gives the path. */
export async function writeExportedDocument(plan: DocumentPlan, path: string): Promise<string> {
  const document = makeDocument(plan);
  const { text } = document;
  const hash = hashText(text);
  const article = { ...articleFacts(document, hash), id: makeId('art', `bench-${plan.seed}`) };
  const annotations = document.annotations.map((annotation, index) => {
    const id = makeId('ann', `bench-${plan.seed}-${index}`);
    return storedAnnotation(annotation, { id, articleId: article.id, text });
  });
  mkdirSync(dirname(path), { recursive: true });
  const articles = [{ article, text, annotations: [annotations] }];
  const exported = encodeExport({ exportedAt: someTime, generatorVersion: '0.1.0', articles });
  await pipeline(Readable.from(exported), createWriteStream(path));
  return path;
}
