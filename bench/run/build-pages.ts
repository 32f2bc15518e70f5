import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

/** What the pages are made into. */
export interface BuiltPages {
  /** The folder with `baseline.html`, `reader.html` and what they load. */
  readonly folder: string;
  /** The script that is put into every page measured. */
  readonly probe: string;
  /** The script that fills a store. */
  readonly seed: string;
}

/** Builds the pages of the checkout at `root` into `folder`. */
export async function buildPages(root: string, folder: string): Promise<BuiltPages> {
  const pages = join(root, 'bench', 'pages');
  const shared = { configFile: false, root: pages, logLevel: 'warn' } as const;
  const outDir = join(folder, 'pages');
  await build({
    ...shared,
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: { input: [join(pages, 'baseline.html'), join(pages, 'reader.html')] },
    },
  });
  const scripts = join(folder, 'scripts');
  for (const name of ['probe', 'seed'])
    await build({
      ...shared,
      build: {
        outDir: join(scripts, name),
        emptyOutDir: true,
        lib: {
          entry: join(pages, `${name}.ts`),
          formats: ['iife'],
          name,
          fileName: () => `${name}.js`,
        },
      },
    });
  const read = (name: string): string => readFileSync(join(scripts, name, `${name}.js`), 'utf8');
  return { folder: outDir, probe: read('probe'), seed: read('seed') };
}
