import { err, ok, type Result } from '../../../core/result';
import type { DecodeError } from '../article-codec';
import { findBadByte } from './bad-byte';
import { guessUtf16 } from './utf16';
import { mendWindows1252 } from './windows-1252';

/** A file's text without its byte-order mark, and the encoding it was in (WHATWG name in lower case). */
export interface DecodedBytes {
  readonly text: string;
  readonly encoding: string;
}

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * Decodes a file strictly. The encoding is that of a byte-order mark; else UTF-16 where the bytes can be nothing else;
 * else UTF-8 where they hold characters beyond ASCII and all of it is valid UTF-8, which text in another encoding
 * hardly ever is; else what `declared` reads in the bytes (a page's own charset), by default UTF-8. A label unknown to
 * the platform counts as none. Nothing but the one byte-order mark is left out: line ends and all else stay as they
 * are. NUL characters make a file `binary`, and nothing but a mark makes it `empty`.
 */
export function decodeBytes(
  bytes: Uint8Array,
  declared: (bytes: Uint8Array) => string = () => 'utf-8',
): Result<DecodedBytes, DecodeError> {
  const mark = marks.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte));
  if (mark) return decodeStrictly(bytes, mark.encoding, mark.bytes.length);
  if (!bytes.includes(0)) {
    const utf8 = bytes.some((byte) => byte >= 0x80) ? tryDecode(bytes, 'utf-8') : null;
    if (utf8 !== null) return ok({ text: utf8, encoding: 'utf-8' });
    return decodeStrictly(bytes, knownEncoding(declared(bytes)), 0);
  }
  const utf16 = guessUtf16(bytes);
  return utf16 === null ? err({ code: 'binary' }) : decodeStrictly(bytes, utf16, 0);
}

function decodeStrictly(
  bytes: Uint8Array,
  encoding: string,
  skip: number,
): Result<DecodedBytes, DecodeError> {
  const body = bytes.subarray(skip);
  const text = tryDecode(body, encoding);
  if (text === null)
    return err({ code: 'undecodable', encoding, byteOffset: skip + findBadByte(body, encoding) });
  if (text === '') return err({ code: 'empty' });
  if (text.includes('\0')) return err({ code: 'binary' });
  return ok({ text: encoding === 'windows-1252' ? mendWindows1252(text) : text, encoding });
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The encoding that `label` means, or UTF-8 if it means none here. */
function knownEncoding(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return 'utf-8';
    throw error;
  }
}
