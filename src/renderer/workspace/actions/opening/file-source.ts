import { err, ok, type Result } from '../../../../core/result';
import {
  type Desktop,
  type FileError,
  type GrantOutcome,
  maxBytesOf,
} from '../../../../preload/contract';
import { readGrantedFile } from './read-granted-file';

/** One file to open or to import, its bytes not read yet. */
export interface FileSource {
  readonly fileName: string;
  read(): Promise<Result<Uint8Array, FileError>>;
}

/** A file that main has granted, or what it says of one that it has not. */
export function grantedSource(desktop: Desktop, outcome: GrantOutcome): FileSource {
  if (!outcome.ok) return { fileName: outcome.error.fileName ?? '', read: async () => outcome };
  const { fileName, token } = outcome.value;
  return { fileName, read: () => readGrantedFile(desktop, token) };
}

/** A file that the page itself was given, by a drop or its own input. */
export function pageSource(file: File): FileSource {
  return { fileName: file.name, read: () => readPageFile(file) };
}

async function readPageFile(file: File): Promise<Result<Uint8Array, FileError>> {
  const { name: fileName, size: byteLength } = file;
  if (byteLength > maxBytesOf(fileName)) return err({ code: 'too-large', fileName, byteLength });
  try {
    return ok(new Uint8Array(await file.arrayBuffer()));
  } catch (thrown) {
    // The browser gives no path: NotFoundError is a file that is gone, NotReadableError a folder or a refusal.
    if (!(thrown instanceof DOMException)) throw thrown;
    const code = thrown.name === 'NotFoundError' ? 'missing' : 'system';
    return err({ code, fileName, detail: thrown.name });
  }
}
