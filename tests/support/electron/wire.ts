/**
 * The wire between Node and the page's isolated world, which carries strings alone. Both functions run at either end.
 */

/** What structured clone makes of `value`, as one string. Throws for what the ipc of this program never carries. */
export function pack(value: unknown): string {
  return JSON.stringify(encode(value));
}

/** The value that `pack` was given. */
export function unpack(text: string): unknown {
  return decode(JSON.parse(text));
}

/** Every JSON object is one of these; a plain object of the message is its list of entries. */
interface Tagged {
  readonly undefined?: true;
  readonly number?: string;
  readonly bigint?: string;
  readonly date?: number;
  readonly bytes?: string;
  readonly object?: readonly (readonly [string, unknown])[];
}

function encode(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return Array.isArray(value) ? value.map(encode) : tagged(value);
}

function tagged(value: unknown): Tagged {
  if (value === undefined) return { undefined: true };
  if (typeof value === 'number') return { number: String(value) };
  if (typeof value === 'bigint') return { bigint: String(value) };
  if (value instanceof Uint8Array) return { bytes: base64(value) };
  if (value instanceof Date) return { date: value.getTime() };
  const kind = Object.prototype.toString.call(value);
  if (typeof value !== 'object' || value === null || kind !== '[object Object]') {
    throw new Error(`Electron double: the wire carries no ${kind}`);
  }
  return { object: Object.entries(value).map(([key, inner]) => [key, encode(inner)]) };
}

function decode(item: unknown): unknown {
  if (item === null || typeof item !== 'object') return item;
  return Array.isArray(item) ? item.map(decode) : untagged(item);
}

function untagged({ number, bigint, date, bytes, object }: Tagged): unknown {
  if (number !== undefined) return Number(number);
  if (bigint !== undefined) return BigInt(bigint);
  if (date !== undefined) return new Date(date);
  if (bytes !== undefined) return Uint8Array.from(atob(bytes), (byte) => byte.charCodeAt(0));
  return object && Object.fromEntries(object.map(([key, inner]) => [key, decode(inner)]));
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(text);
}
