import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Whether two strings are the same, in a time that does not depend on where they differ. */
export function isSameSecret(a: string, b: string): boolean {
  return timingSafeEqual(digestOf(a), digestOf(b));
}

/** HMAC-SHA-256 (RFC 2104) of `message` in hexadecimal: shows knowledge of the secret without telling it. */
export function proofOf(secret: string, message: string): string {
  return createHmac('sha256', secret).update(message).digest('hex');
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
