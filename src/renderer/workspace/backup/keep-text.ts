import type { Sha256 } from '../../../core/ids';
import { ok, type Result } from '../../../core/result';
import { chunkBytes, type Desktop, type FileError } from '../../../preload/contract';

/**
 * Puts `text` into the backup, unless it is there already. Main holds it against `hash`: a text that is not what its hash
 * says is `not-verified`.
 */
export async function keepText(
  desktop: Desktop,
  hash: Sha256,
  text: string,
): Promise<Result<null, FileError>> {
  const begun = await desktop.beginBackupSave({ kind: 'text', sha256: hash });
  if (!begun.ok) return begun;
  if (begun.value === null) return ok(null);
  const { saveId } = begun.value;
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const written = await desktop.writeChunk(saveId, bytes.subarray(at, at + chunkBytes));
    if (!written.ok) return written;
  }
  const committed = await desktop.commitSave(saveId, { byteLength: bytes.length, sha256: hash });
  return committed.ok ? ok(null) : committed;
}
