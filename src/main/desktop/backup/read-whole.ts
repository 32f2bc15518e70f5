import type { BackupFiles } from './files';

/** All bytes of a file; null when it holds more than `maxBytes`. */
export async function readWhole(
  files: BackupFiles,
  path: string,
  maxBytes: number,
): Promise<Uint8Array | null> {
  const file = await files.open(path);
  try {
    return file.byteLength > maxBytes ? null : await file.read(0, file.byteLength);
  } finally {
    await file.close();
  }
}
