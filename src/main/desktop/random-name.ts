import { randomBytes } from 'node:crypto';

/** A name that nobody can guess: 192 random bits in base64url, 32 characters fit for a URL or a file name. */
export function randomName(): string {
  return randomBytes(24).toString('base64url');
}

/** Whether `value` has the shape of a `randomName`. */
export function isRandomName(value: unknown): value is string {
  return typeof value === 'string' && /^[\w-]{32}$/.test(value);
}
