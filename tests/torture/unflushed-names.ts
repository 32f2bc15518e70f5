import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UnflushedFile } from './unflushed-file';

/** What stands under a name: a file of this process, a file that was there before, or a folder. */
export type Named = UnflushedFile | EarlierFile | 'folder';

/** A file that an earlier process has left, at `path` on the disk. */
export interface EarlierFile {
  path: string;
}

interface NameChange {
  /** Null: the name is taken away. */
  readonly to: Named | null;
  /** Whether the folder was flushed since. */
  isFlushed: boolean;
}

/**
 * The names of files and folders as a system keeps them: a name given, changed or taken away shows at once, and is on the
 * disk only once the folder that it stands in was flushed, and so on upwards.
 */
export class UnflushedNames {
  /** By path; what is not here is as the disk has it. */
  readonly #changes = new Map<string, NameChange>();
  /** Files of this process by their path on the disk. */
  readonly #onDisk = new Map<string, UnflushedFile>();

  /** What stands under `path`; null when nothing does. */
  at(path: string): Named | null {
    const change = this.#changes.get(path);
    if (change) return change.to;
    if (!existsSync(path)) return null;
    if (statSync(path).isDirectory()) return 'folder';
    return this.#onDisk.get(path) ?? { path };
  }

  set(path: string, to: Named | null): void {
    this.#changes.set(path, { to, isFlushed: false });
  }

  /** The names in a folder, with what stands under them. */
  in(folder: string): ReadonlyMap<string, Named> {
    const names = new Set(existsSync(folder) ? readdirSync(folder) : []);
    for (const path of this.#changes.keys())
      if (dirname(path) === folder) names.add(basename(path));
    const found = new Map<string, Named>();
    for (const name of names) {
      const named = this.at(join(folder, name));
      if (named !== null) found.set(name, named);
    }
    return found;
  }

  /** Puts the names in `folder` on the disk, if the folder itself is there; else as soon as it is. */
  flush(folder: string): void {
    for (const [path, change] of this.#changes)
      if (dirname(path) === folder) change.isFlushed = true;
    while (this.#settleOne());
  }

  /** Does the first change that can be done: a name given before one taken away, so that a renamed file is moved. */
  #settleOne(): boolean {
    const possible = [...this.#changes].filter(
      ([path, { isFlushed }]) => isFlushed && existsSync(dirname(path)),
    );
    const [path, change] = possible.find(([, { to }]) => to !== null) ?? possible[0] ?? [];
    if (path === undefined || change === undefined) return false;
    this.#changes.delete(path);
    this.#settle(path, change.to);
    return true;
  }

  #settle(path: string, to: Named | null): void {
    if (to === null) {
      rmSync(path, { force: true });
      this.#onDisk.delete(path);
    } else if (to === 'folder') {
      mkdirSync(path, { recursive: true });
    } else {
      const from = to.path;
      if (from !== null && existsSync(from)) renameSync(from, path);
      else if (to instanceof UnflushedFile) to.appearAs(path);
      to.path = path;
      if (from !== null) this.#onDisk.delete(from);
      if (to instanceof UnflushedFile) this.#onDisk.set(path, to);
    }
  }
}
