import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { isSha256, type Sha256 } from '../core/ids';
import { splitsSurrogatePair } from '../core/text/span';

/** A SHA-256 in the making, for bytes that arrive piece by piece. */
export interface Sha256Hasher {
  update(bytes: Uint8Array): void;
  /** The hash of all bytes so far; the hasher is of no use afterwards. */
  digest(): Sha256;
}

/** Begins a SHA-256 (FIPS 180-4). */
export function createSha256(): Sha256Hasher {
  const hash = sha256.create();
  return {
    update: (bytes) => {
      hash.update(bytes);
    },
    digest: () => toSha256(bytesToHex(hash.digest())),
  };
}

/** SHA-256 of `bytes`. */
export function hashBytes(bytes: Uint8Array): Sha256 {
  return toSha256(bytesToHex(sha256(bytes)));
}

/**
 * SHA-256 of the UTF-8 of `text`, which is encoded slice by slice.
 * Half a surrogate pair standing alone is hashed as U+FFFD, as every UTF-8 encoder writes it.
 */
export function hashText(text: string): Sha256 {
  const hasher = createSha256();
  const encoder = new TextEncoder();
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + sliceUnits);
    if (splitsSurrogatePair(text, end)) end -= 1;
    hasher.update(encoder.encode(text.slice(start, end)));
    start = end;
  }
  return hasher.digest();
}

const sliceUnits = 64 * 1024;

function toSha256(hex: string): Sha256 {
  if (!isSha256(hex)) throw new Error(`not a SHA-256: ${hex}`);
  return hex;
}
