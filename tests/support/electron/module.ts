import { readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { compileFunction } from 'node:vm';

/** What a bundle finds around it instead of Node's own. */
export interface BundleGlobals {
  /** What `require('electron')` gives. */
  readonly electron: object;
  readonly console: object;
  /** What `process.argv` is. */
  readonly argv: readonly string[];
  /** What `process.platform` is. */
  readonly platform: NodeJS.Platform;
}

type Require = (request: string) => unknown;

/**
 * Runs a built CommonJS bundle and its chunks anew, whatever ran before: nothing is cached between calls, and nothing
 * of the test's own process is changed. Modules other than `electron` are Node's own and those of `node_modules`.
 */
export function runBundle(file: string, globals: BundleGlobals): void {
  const loaded = new Map<string, { exports: unknown }>();
  const process = Object.create(globalThis.process, {
    argv: { value: [...globals.argv] },
    platform: { value: globals.platform },
  });

  const load = (path: string): unknown => {
    const known = loaded.get(path);
    if (known !== undefined) return known.exports;
    const module = { exports: {} as unknown };
    loaded.set(path, module);
    const run = compileFunction(
      readFileSync(path, 'utf8'),
      ['require', 'module', 'exports', '__filename', '__dirname', 'console', 'process'],
      { filename: path },
    );
    const { console } = globals;
    run(requireFrom(path), module, module.exports, path, dirname(path), console, process);
    return module.exports;
  };
  const requireFrom = (path: string): Require => {
    const outside = createRequire(path);
    return (request) => {
      if (request === 'electron') return globals.electron;
      return request.startsWith('.') ? load(resolve(dirname(path), request)) : outside(request);
    };
  };
  load(realpathSync(file));
}
