import type { Sha256 } from '../../core/ids';

/**
 * SHA-256 of the UTF-8 of `text`, by the browser, as texts are kept under it. Half a surrogate pair standing alone counts
 * as U+FFFD, as every UTF-8 encoder writes it.
 */
export async function hashOfText(text: string): Promise<Sha256> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  const digits = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0'));
  return digits.join('') as Sha256;
}
