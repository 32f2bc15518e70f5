import { decodeExport } from '../../codecs/exchange/decode-export';
import { ok } from '../../core/result';
import { answerQuestions } from './answer-questions';
import { type ImportTask, partsOf } from './import-parts';

// Reads and checks one export where it holds nothing up; the page ends the worker afterwards.
answerQuestions<ImportTask>(async (bytes, tell) => {
  const decoded = decodeExport(bytes, (progress) => tell({ kind: 'progress', progress }));
  if (!decoded.ok) return decoded;
  const { articles, ...head } = decoded.value;
  for (const part of partsOf(articles)) tell(part);
  return ok(head);
});
