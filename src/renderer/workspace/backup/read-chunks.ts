import type { Result } from '../../../core/result';
import type { Desktop, FileError, KeptItem, ReadSession } from '../../../preload/contract';

/** What reading a part of the backup failed with, thrown out of the chunks: they have no other way to say it. */
export class ReadFailure extends Error {
  override readonly name = 'ReadFailure';
  readonly error: FileError;

  constructor(error: FileError) {
    super(`${error.code} ${error.detail ?? ''}`);
    this.error = error;
  }
}

/** The bytes of a part of the backup, chunk by chunk. Throws `ReadFailure`; a reader that stops early closes the session. */
export async function* readChunks(desktop: Desktop, item: KeptItem): AsyncGenerator<Uint8Array> {
  const { readId } = valueOf<ReadSession>(await desktop.beginBackupRead(item));
  let isOpen = true;
  try {
    for (;;) {
      const chunk = valueOf(await desktop.readChunk(readId));
      if (chunk === null) {
        isOpen = false;
        return;
      }
      yield chunk;
    }
  } finally {
    if (isOpen) await desktop.abortRead(readId);
  }
}

function valueOf<T>(result: Result<T, FileError>): T {
  if (result.ok) return result.value;
  throw new ReadFailure(result.error);
}
