import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** Where the build of the Electron shell lies. */
export interface BuiltShell {
  /** The main bundle. */
  readonly main: string;
  readonly preload: string;
}

/**
 * The built main and preload bundles: those of the checkout's `out`, or of the folder that `DATELINE_OUT` names.
 * Throws when they have not been built.
 */
export function builtShell(): BuiltShell {
  const folder = process.env['DATELINE_OUT'] ?? resolve(import.meta.dirname, '../../../out');
  const built = {
    main: resolve(folder, 'main/electron.cjs'),
    preload: resolve(folder, 'preload/index.cjs'),
  };
  for (const file of Object.values(built)) {
    if (!existsSync(file)) throw new Error(`${file} is not there: build first (npm run build)`);
  }
  return built;
}
