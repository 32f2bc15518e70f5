import { decode, encode } from '@msgpack/msgpack';
import { z } from 'zod';
import type { Result } from '../../core/result';
import type { FileError } from '../../preload/contract';

const callFrame = z.strictObject({
  /** Counts up from 1; the answer bears the same. */
  id: z.number().int().positive(),
  method: z.string().max(100),
  args: z.array(z.unknown()).max(8),
});

/** One call of the page. */
export type CallFrame = Readonly<z.infer<typeof callFrame>>;

/** The id of the server's first frame, which tells a page that the desktop is its own; no call bears it. */
export const greetingId = 0;

/** Reads a call; null when the bytes are none. */
export function decodeCall(bytes: Uint8Array): CallFrame | null {
  let value: unknown;
  try {
    value = decode(bytes);
  } catch {
    return null;
  }
  const read = callFrame.safeParse(value);
  return read.success ? read.data : null;
}

/** An answer as MessagePack; a `Uint8Array` in it stays one. */
export function encodeAnswer(id: number, result: Result<unknown, FileError>): Uint8Array {
  return encode({ id, result }, { ignoreUndefined: true });
}
