import { parse, TomlDate, TomlError } from 'smol-toml';

/**
 * The strings and dates of a TOML table by their keys in lower case; all else is passed over. What is no TOML has none,
 * since a file that begins with `+++` is no text's own.
 */
export function valuesOfToml(block: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [key, value] of Object.entries(parseSafely(block))) {
    if (typeof value === 'string') values.set(key.toLowerCase(), value);
    else if (value instanceof TomlDate) values.set(key.toLowerCase(), value.toISOString());
  }
  return values;
}

function parseSafely(block: string): Readonly<Record<string, unknown>> {
  try {
    return parse(block.replaceAll(/\r\n?/g, '\n'));
  } catch (error) {
    if (error instanceof TomlError) return {};
    throw error;
  }
}
