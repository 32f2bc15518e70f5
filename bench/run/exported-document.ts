import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encodeExport } from '../../src/codecs/exchange/encode-export';
import { hashText } from '../../src/codecs/hash';
import { emptyBody } from '../../src/core/annotation/annotation';
import { createAnnotation } from '../../src/core/annotation/edits';
import { makeId } from '../../src/core/ids';
import { articleFacts, someTime } from '../documents/article-facts';
import { type DocumentPlan, makeDocument } from '../documents/document';

/** Writes the document of `plan` as an export of the program, the folder of `path` being made. Gives the path. */
export async function writeExportedDocument(plan: DocumentPlan, path: string): Promise<string> {
  const document = makeDocument(plan);
  const { text } = document;
  const hash = hashText(text);
  const article = { ...articleFacts(document, hash), id: makeId('art', `bench-${plan.seed}`) };
  const annotations = document.annotations.map(({ kind, ...span }, index) =>
    createAnnotation({
      id: makeId('ann', `bench-${plan.seed}-${index}`),
      articleId: article.id,
      text,
      span,
      body: emptyBody(kind),
      coder: 'Bench',
      at: someTime,
    }),
  );
  mkdirSync(dirname(path), { recursive: true });
  const articles = [{ article, text, annotations: [annotations] }];
  const exported = encodeExport({ exportedAt: someTime, generatorVersion: '0.1.0', articles });
  await pipeline(Readable.from(exported), createWriteStream(path));
  return path;
}
