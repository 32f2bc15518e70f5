import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtShell } from './built-shell';
import { type LaunchOptions, launch, type ShellDouble } from './launch';

/** The real shell on a page of a few lines, in folders of its own. */
export interface SampleApp {
  /** Holds everything below; for the files of a test. */
  readonly folder: string;
  readonly userDataFolder: string;
  /** Writes a file below `folder`, and returns its absolute path. */
  write(name: string, contents: string | Uint8Array): string;
  launch(options?: Partial<LaunchOptions>): ShellDouble;
  remove(): void;
}

const page = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Sample page</title><script type="module" src="/page.js"></script></head>
  <body><a href="https://example.test/">elsewhere</a></body>
</html>
`;
const script = `
document.documentElement.dataset.described = JSON.stringify(await window.dateline.describe());
`;
const worker = `
self.onmessage = ({ data }) => fetch(data).then(() => postMessage('answered'), () => postMessage('refused'));
`;

/** Makes the folders. `preload` takes the place of the built preload. */
export function createSampleApp({ preload }: { readonly preload?: string } = {}): SampleApp {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-shell-'));
  const built = builtShell();
  const appFolder = join(folder, 'app');
  const userDataFolder = join(folder, 'data');
  const write = (name: string, contents: string | Uint8Array): string => {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
    return file;
  };
  write('app/secret.txt', 'beside the page, not of it');
  write('app/out/renderer/index.html', page);
  write('app/out/renderer/page.js', script);
  write('app/out/renderer/worker.js', worker);
  if (preload === undefined) cpSync(built.preload, join(appFolder, 'out/preload/index.cjs'));
  else write('app/out/preload/index.cjs', preload);
  return {
    folder,
    userDataFolder,
    write,
    launch: (options = {}) => launch({ main: built.main, appFolder, userDataFolder, ...options }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
