import { isMap, isScalar, parseDocument } from 'yaml';

/** A line that begins an entry: a key at its very start, a colon, and a blank or nothing. */
const entryStart = /^(["']?)[\p{L}\p{N}_.-]+\1[ \t]*:(?=[ \t]|$)/u;

/**
 * The plain values of a YAML mapping by their keys in lower case, each as it is written, so that a title `1984` stays
 * words; lists and mappings are passed over. Null when it is no mapping. Nothing is resolved: no alias, no merge, no
 * tag. People write what is no YAML, such as a title with a colon and no quotes; such an entry gives its line as it is,
 * and the others are read.
 */
export function valuesOfYaml(block: string): ReadonlyMap<string, string> | null {
  const whole = readMapping(block);
  if (whole !== null) return whole;
  const entries = entriesOf(block);
  if (entries.length === 0) return null;
  return firstOfEach(entries.flatMap((entry) => [...(readMapping(entry) ?? plainValue(entry))]));
}

/** The plain values of `source` if all of it is a sound mapping, else null. */
function readMapping(source: string): ReadonlyMap<string, string> | null {
  const document = parseSafely(source);
  if (document === null || document.errors.length > 0 || !isMap(document.contents)) return null;
  return firstOfEach(
    document.contents.items.flatMap(({ key, value }) =>
      isScalar(key) && isScalar(value) && typeof value.value === 'string'
        ? [[String(key.value), value.value]]
        : [],
    ),
  );
}

/** The document of `source`, or null where it is nested deeper than calls can go. */
function parseSafely(source: string) {
  try {
    // Every scalar of the schema is a string. Keys given twice are no error: the first counts.
    return parseDocument(source, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Each entry with the lines that belong to it. */
function entriesOf(block: string): string[] {
  const entries: string[][] = [];
  for (const line of block.split(/\r\n|\r|\n/)) {
    if (entryStart.test(line)) entries.push([line]);
    else entries.at(-1)?.push(line);
  }
  return entries.map((lines) => lines.join('\n'));
}

/** What stands after the colon on the entry's first line, less a comment; none where it opens a list or a mapping. */
function plainValue(entry: string): [string, string][] {
  const [, key, value] = /^([^:]+):[ \t]*([^\n]*)/.exec(entry) ?? [];
  if (key === undefined || value === undefined || /^[[{|>&*!]/.test(value)) return [];
  return [[key.trim().replaceAll(/["']/g, ''), value.replace(/[ \t]#.*$/, '')]];
}

function firstOfEach(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of pairs) {
    const name = key.toLowerCase();
    if (!values.has(name)) values.set(name, value);
  }
  return values;
}
