import { err, ok } from '../../../src/core/result';
import {
  type Desktop,
  desktopMethods,
  type FileError,
  type FileToken,
} from '../../../src/preload/contract';

/** A file that a `memoryDesktop` offers. */
export interface MemoryFile {
  readonly fileName: string;
  /** The size told at the beginning; what `chunks` hold when left out. */
  readonly byteLength?: number;
  readonly chunks: readonly Uint8Array[];
  /** What the read ends with in place of its end. */
  readonly failure?: FileError;
}

/** A desktop whose files lie in memory, and what was asked of it. */
export interface MemoryDesktop extends Desktop {
  readonly calls: readonly string[];
}

const refuse = async () => err({ code: 'refused' } as const);

/** A desktop that refuses everything. */
const refusingDesktop = Object.fromEntries(
  desktopMethods.map((method) => [method, refuse]),
) as unknown as Desktop;

/** The token under which `memoryDesktop` offers the file of this name. */
export function tokenOf(fileName: string): FileToken {
  return fileName as FileToken;
}

/** A desktop that offers `files` under `tokenOf` their names, and refuses all else. */
export function memoryDesktop(files: readonly MemoryFile[]): MemoryDesktop {
  const calls: string[] = [];
  const sessions = new Map<string, { readonly file: MemoryFile; at: number }>();
  return {
    calls,
    ...refusingDesktop,
    beginRead: async (token) => {
      calls.push(`begin ${token}`);
      const file = files.find(({ fileName }) => fileName === token);
      if (!file) return err({ code: 'stale' });
      const readId = `read-${sessions.size + 1}`;
      sessions.set(readId, { file, at: 0 });
      const held = file.chunks.reduce((sum, chunk) => sum + chunk.length, 0);
      return ok({ readId, fileName: file.fileName, byteLength: file.byteLength ?? held });
    },
    readChunk: async (readId) => {
      calls.push('chunk');
      const session = sessions.get(readId);
      if (!session) return err({ code: 'stale' });
      const chunk = session.file.chunks[session.at];
      session.at += 1;
      if (chunk) return ok(chunk);
      if (session.file.failure) return err(session.file.failure);
      sessions.delete(readId);
      return ok(null);
    },
    abortRead: async (readId) => {
      calls.push('abort');
      sessions.delete(readId);
      return ok(null);
    },
  };
}
