import type { ImportedArticle } from '../../core/import/imported-article';
import { err, ok, type Result } from '../../core/result';
import type { Fault } from './fault';
import { exportFormat } from './format';
import { findJsonFault } from './malformed-json';
import { readArticle } from './read-article';
import { exchangeSchemaOf } from './schema';
import { exportShape } from './shapes';
import { type Fields, inspectFile, isFields, parseJson } from './validate-export';

/** A clean export as core values. */
export interface DecodedExport {
  /** ISO 8601 in UTC with milliseconds. */
  readonly exportedAt: string;
  readonly articles: readonly ImportedArticle[];
}

/**
 * Why a file is not imported. `not-text`: it is not UTF-8; `malformed`: it is not JSON; `foreign`: it is JSON, but no
 * export of this program; `newer`: a newer program wrote it; `damaged`: what it says does not hold together.
 */
export type RefusalCode = 'not-text' | 'malformed' | 'foreign' | 'newer' | 'damaged';

/** A file that is not imported, with the first places where it is wrong. */
export interface ExportRefusal {
  readonly code: RefusalCode;
  /** The first `shownFaults` of them; none for a file that is not text or foreign. */
  readonly faults: readonly Fault[];
  readonly faultCount: number;
  /** Where the file stops being JSON, from 1, when it is `malformed`. */
  readonly line?: number;
  readonly column?: number;
}

/** How many annotations have been checked, of how many. */
export interface DecodeProgress {
  readonly done: number;
  readonly total: number;
}

/** How many faults of a file are told. */
export const shownFaults = 100;

const exportSchema = exchangeSchemaOf(exportShape);

/** After so many annotations the progress is told. */
const progressStep = 1_000;

/**
 * Reads an export, or tells why not. Every text is held against its hash, and every annotation against its text, before
 * anything is given out: a file with one fault gives nothing. The records come out as they went in: ids, times,
 * provenance and order.
 */
export function decodeExport(
  bytes: Uint8Array,
  onProgress: (progress: DecodeProgress) => void = () => {},
): Result<DecodedExport, ExportRefusal> {
  const text = decodeUtf8(bytes);
  if (text === null) return refuse('not-text');
  const parsed = parseJson(text);
  if (!parsed.ok) {
    const { line = 1, column = 1 } = findJsonFault(text) ?? {};
    return err({ code: 'malformed', faults: [parsed.fault], faultCount: 1, line, column });
  }
  const file = parsed.value;
  if (!isFields(file) || file['format'] !== exportFormat) return refuse('foreign');
  const total = countAnnotations(file);
  onProgress({ done: 0, total });
  const { faults } = inspectFile(file, (done) => {
    if (done % progressStep === 0) onProgress({ done, total });
  });
  if (faults.length > 0)
    return refuse(faults[0]?.code === 'newer-version' ? 'newer' : 'damaged', faults);
  onProgress({ done: total, total });
  const { exportedAt, articles } = exportSchema.parse(file);
  return ok({ exportedAt, articles: articles.map(readArticle) });
}

function refuse(code: RefusalCode, faults: readonly Fault[] = []): Result<never, ExportRefusal> {
  return err({ code, faults: faults.slice(0, shownFaults), faultCount: faults.length });
}

function countAnnotations({ articles }: Fields): number {
  if (!Array.isArray(articles)) return 0;
  let count = 0;
  for (const article of articles)
    if (isFields(article) && Array.isArray(article['annotations']))
      count += article['annotations'].length;
  return count;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
