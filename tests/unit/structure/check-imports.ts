import { posix } from 'node:path';
import { importTable } from './import-table';
import { readImports, readStyleImports } from './read-imports';

/** A source file: its path from the root of the project, with `/`, and what it holds. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

/** Every import of `files` that the table does not allow, each as `path imports target`. */
export function findBreaches(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap(({ path, source }) => {
    const zone = zoneOf(path);
    if (zone === null) return [`${path} lies in no folder of the table`];
    return importsOf({ path, source })
      .filter(({ target, typesOnly }) => !isAllowed(zone, target, typesOnly))
      .map(({ target }) => `${path} imports ${target}`);
  });
}

/** The packages that `files` import, each once, in order. */
export function findPackages(files: readonly SourceFile[]): readonly string[] {
  const targets = files.flatMap(importsOf).filter(({ isPackage }) => isPackage);
  return [...new Set(targets.map(({ target }) => packageOf(target)))].toSorted();
}

interface Target {
  /** A path under `src` (or under the root, outside `src`) without its ending, or the specifier of a package. */
  readonly target: string;
  readonly typesOnly: boolean;
  readonly isPackage: boolean;
}

function importsOf({ path, source }: SourceFile): readonly Target[] {
  const found = path.endsWith('.css') ? readStyleImports(source) : readImports(source);
  return found.map(({ specifier, typesOnly }) => {
    const bare = specifier.replace(/\?.*$/, '');
    if (!bare.startsWith('.'))
      return { target: bare, typesOnly, isPackage: !bare.startsWith('node:') };
    const file = posix.join(posix.dirname(path), bare);
    return { target: file.replace(/^src\//, ''), typesOnly, isPackage: false };
  });
}

/** The entry of the table that a path, of a file or of an import, belongs to; the longest that fits. */
function zoneOf(path: string): string | null {
  const inner = path.replace(/^src\//, '');
  const zones = Object.keys(importTable).filter((zone) => liesIn(inner, zone));
  return zones.toSorted((a, b) => b.length - a.length)[0] ?? null;
}

function isAllowed(zone: string, target: string, typesOnly: boolean): boolean {
  if (liesIn(target, zone)) return true;
  return (importTable[zone] ?? []).some((entry) => {
    const onlyTypes = entry.startsWith('type ');
    return (typesOnly || !onlyTypes) && liesIn(target, entry.replace(/^type /, ''));
  });
}

/** Whether `path` is `entry`, with or without an ending, or lies below it. */
function liesIn(path: string, entry: string): boolean {
  if (entry === 'node:') return path.startsWith(entry);
  return (
    path === entry ||
    path.startsWith(`${entry}/`) ||
    (/^\.[a-z]+$/.test(path.slice(entry.length)) && path.startsWith(entry))
  );
}

function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
