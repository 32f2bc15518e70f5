import { decode, encode } from '@msgpack/msgpack';
import type { Result } from '../../core/result';
import type { DesktopMethod, FileError } from '../../preload/contract';

/** What the desktop answers to the call of the same id; the greeting, which tells that this page is let in, has id 0. */
export interface AnswerFrame {
  readonly id: number;
  readonly result: Result<unknown, FileError>;
}

/** The id of the greeting. */
export const greetingId = 0;

/** A call as MessagePack. */
export function encodeCall(
  id: number,
  method: DesktopMethod,
  args: readonly unknown[],
): Uint8Array<ArrayBuffer> {
  return encode({ id, method, args }, { ignoreUndefined: true });
}

/** Reads an answer. Throws on anything else: our own server does not send it. */
export function decodeAnswer(data: ArrayBuffer): AnswerFrame {
  const frame = decode(data);
  if (!isAnswer(frame)) throw new Error('the desktop sent a frame that is no answer');
  const { id, result } = frame;
  if (!result.ok || !(result.value instanceof Uint8Array)) return frame;
  // Bytes are decoded as a view of the whole frame; the page gets bytes with a buffer of their own, as over ipc.
  return { id, result: { ok: true, value: result.value.slice() } };
}

/** Checks the outer form; what the result holds is the contract's, which main keeps. */
function isAnswer(frame: unknown): frame is AnswerFrame {
  if (typeof frame !== 'object' || frame === null) return false;
  if (!('id' in frame) || !('result' in frame)) return false;
  const { id, result } = frame;
  if (typeof id !== 'number' || typeof result !== 'object' || result === null) return false;
  return 'ok' in result && (result.ok === true ? 'value' in result : 'error' in result);
}
