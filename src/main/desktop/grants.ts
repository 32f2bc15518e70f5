import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { FileToken, GrantedFile, GrantOutcome } from '../../preload/contract';
import { answering, fail } from './file-error';
import { randomName } from './random-name';

/** Which paths the page may read, each behind a token that lasts as long as the shell runs. */
export interface Grants {
  /** Grants an absolute path without looking at the file; the same path always has the same token. */
  grant(path: string): GrantedFile;
  /** Grants an absolute path when a file that can be read is there; a link counts as what it points at. */
  inspect(path: string): Promise<GrantOutcome>;
  /** The path behind a token, or null when no such token was given out. */
  pathOf(token: FileToken): string | null;
}

/** Starts with nothing granted. */
export function createGrants(): Grants {
  const tokens = new Map<string, FileToken>();
  const paths = new Map<FileToken, string>();

  function grant(path: string): GrantedFile {
    // The brand marks what this function gives out; nothing else makes one.
    const token = tokens.get(path) ?? (randomName() as FileToken);
    tokens.set(path, token);
    paths.set(token, path);
    return { token, fileName: basename(path) };
  }

  return {
    grant,
    pathOf: (token) => paths.get(token) ?? null,
    inspect: (path) => {
      const fileName = basename(path);
      return answering(fileName, async () => {
        // No system has a file of such a name, and Node throws for it.
        if (path.includes('\0')) return fail('missing', { fileName });
        const found = await stat(path);
        if (found.isDirectory()) return fail('is-folder', { fileName });
        if (!found.isFile()) return fail('not-a-file', { fileName });
        await access(path, constants.R_OK);
        return { ok: true, value: grant(path) };
      });
    },
  };
}
