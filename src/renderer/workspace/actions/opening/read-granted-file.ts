import { err, ok, type Result } from '../../../../core/result';
import type { Desktop, FileError, FileToken } from '../../../../preload/contract';

/** Reads a granted file whole, chunk by chunk; the next is asked for only when the last has come. */
export async function readGrantedFile(
  desktop: Desktop,
  token: FileToken,
): Promise<Result<Uint8Array, FileError>> {
  const session = await desktop.beginRead(token);
  if (!session.ok) return session;
  const { readId, byteLength, fileName } = session.value;
  const bytes = new Uint8Array(byteLength);
  let at = 0;
  for (;;) {
    const chunk = await desktop.readChunk(readId);
    if (!chunk.ok) return chunk;
    if (chunk.value === null) break;
    if (at + chunk.value.length > byteLength) {
      await desktop.abortRead(readId);
      return err({ code: 'changed-while-reading', fileName });
    }
    bytes.set(chunk.value, at);
    at += chunk.value.length;
  }
  return at === byteLength ? ok(bytes) : err({ code: 'changed-while-reading', fileName });
}
