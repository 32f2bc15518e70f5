import type { Result } from '../../core/result';
import type { FileError, FileErrorCode } from '../../preload/contract';

/** A failed answer of any method. */
export interface Failure {
  readonly ok: false;
  readonly error: FileError;
}

/** A failed answer with `code` and what else is known. */
export function fail(code: FileErrorCode, facts: Omit<FileError, 'code'> = {}): Failure {
  return { ok: false, error: { code, ...facts } };
}

/** What libuv's error names mean to a person; names not listed are `system`. See `man 3 errno`. */
const codes: Readonly<Record<string, FileErrorCode>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EISDIR: 'is-folder',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  EROFS: 'permission-denied',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  /** What opening a socket by its name gives. */
  ENXIO: 'not-a-file',
};

/** The errno name (`ENOENT`, `EIO`, …) of an error that the system raised; null for any other thrown value. */
export function systemErrorName(cause: unknown): string | null {
  if (!(cause instanceof Error) || !('code' in cause) || !('syscall' in cause)) return null;
  return typeof cause.code === 'string' ? cause.code : null;
}

/** The answer for an error that the system raised. Throws `cause` again when it is anything else: a bug. */
export function failureOf(cause: unknown, fileName?: string): Failure {
  const name = systemErrorName(cause);
  if (name === null) throw cause;
  const facts = fileName === undefined ? {} : { fileName };
  return fail(codes[name] ?? 'system', { ...facts, detail: name });
}

/** Does `work`, and turns an error that the system raises into a failed answer that names the file. */
export async function answering<T>(
  fileName: string,
  work: () => Promise<Result<T, FileError>>,
): Promise<Result<T, FileError>> {
  try {
    return await work();
  } catch (cause) {
    return failureOf(cause, fileName);
  }
}
