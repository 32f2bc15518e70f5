import { createUnitConverter } from '../../core/text/units';
import { findAnnotationFaults } from './annotation-faults';
import { findShapeFaults } from './annotation-shape';
import { findTextFaults } from './article-faults';
import { type Fault, placeOf } from './fault';
import { exportFormat, exportVersion } from './format';
import { findJsonFault } from './malformed-json';
import { exchangeSchemaOf } from './schema';
import { findSchemaFaults } from './schema-faults';
import { annotationShape, articleFieldsShape, envelopeShape } from './shapes';

/** What was found in an export, and how much of it there is. */
export interface ExportReport {
  readonly faults: readonly Fault[];
  readonly articleCount: number;
  readonly annotationCount: number;
}

/** An object of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

// The published schema, cut into three levels, so that each part is looked at once and one bad part hides no other.
const envelopeSchema = exchangeSchemaOf(envelopeShape);
const articleFieldsSchema = exchangeSchemaOf(articleFieldsShape);
const annotationSchema = exchangeSchemaOf(annotationShape);

/** Every fault of an export: of its JSON, of its shape, and of every span against its text. None means it is clean. */
export function validateExport(text: string): readonly Fault[] {
  return inspectExport(text).faults;
}

/** `validateExport` with the number of articles and annotations seen. */
export function inspectExport(text: string): ExportReport {
  const parsed = parseJson(text);
  if (!parsed.ok) return { faults: [parsed.fault], articleCount: 0, annotationCount: 0 };
  return inspectFile(parsed.value);
}

/**
 * `inspectExport` of a file whose JSON is parsed already. `onAnnotation` is called with the number of annotations seen,
 * after each of them.
 */
export function inspectFile(
  file: unknown,
  onAnnotation: (seen: number) => void = () => {},
): ExportReport {
  if (isNewer(file)) {
    const message = `The file is of version ${String(file.version)} of the format; this program reads version ${exportVersion}. A newer Dateline can read it.`;
    const fault: Fault = { place: '/version', code: 'newer-version', message };
    return { faults: [fault], articleCount: 0, annotationCount: 0 };
  }
  const articles = isFields(file) && Array.isArray(file.articles) ? file.articles : [];
  const ids = new Map<string, string>();
  const faults = findSchemaFaults(envelopeSchema, file, '');
  let annotationCount = 0;
  for (const [index, article] of articles.entries()) {
    const place = placeOf('', 'articles', index);
    const seenBefore = annotationCount;
    const count = (seen: number): void => onAnnotation(seenBefore + seen);
    const found = inspectArticle(article, place, { ids, count });
    // One by one: a spread of a hundred thousand faults would not fit the call stack.
    for (const fault of found.faults) faults.push(fault);
    annotationCount += found.annotationCount;
  }
  return { faults, articleCount: articles.length, annotationCount };
}

/** What goes along from article to article: each id met so far with its place, and who is told of each annotation. */
interface Inspection {
  readonly ids: Map<string, string>;
  readonly count: (seen: number) => void;
}

function inspectArticle(article: unknown, place: string, { ids, count }: Inspection) {
  const faults = findSchemaFaults(articleFieldsSchema, article, place);
  if (!isFields(article)) return { faults, annotationCount: 0 };
  noteId(article.id, place, ids, faults);
  const annotations = Array.isArray(article.annotations) ? article.annotations : [];
  const text = typeof article.text === 'string' ? article.text : null;
  const within = text === null ? null : { text, units: createUnitConverter(text) };
  if (within) faults.push(...findTextFaults(article, within.text, within.units, place));

  for (const [index, annotation] of annotations.entries()) {
    const at = placeOf(place, 'annotations', index);
    if (isFields(annotation)) noteId(annotation.id, at, ids, faults);
    const shape = findShapeFaults(annotation, at);
    const found =
      shape.length === 0 && within
        ? findAnnotationFaults(annotationSchema.parse(annotation), within, at)
        : shape;
    for (const fault of found) faults.push(fault);
    count(index + 1);
  }
  return { faults, annotationCount: annotations.length };
}

function noteId(id: unknown, place: string, ids: Map<string, string>, faults: Fault[]): void {
  if (typeof id !== 'string') return;
  const first = ids.get(id);
  if (first === undefined) ids.set(id, place);
  else {
    const message = `The id ${id} is also that of ${first}.`;
    faults.push({ place: placeOf(place, 'id'), code: 'duplicate-id', message });
  }
}

/** A parsed file, or the first place where it is not JSON. */
export type Parsed =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; fault: Fault };

/** Parses JSON; what it holds is not looked at. */
export function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const found = findJsonFault(text);
    if (found === null) throw error;
    const message = `Line ${found.line}, column ${found.column}: expected ${found.expected}.`;
    return { ok: false, fault: { place: '', code: 'malformed-json', message } };
  }
}

function isNewer(file: unknown): file is Fields {
  return (
    isFields(file) &&
    file.format === exportFormat &&
    Number.isInteger(file.version) &&
    Number(file.version) > exportVersion
  );
}

/** Whether `value` is an object with keys. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
