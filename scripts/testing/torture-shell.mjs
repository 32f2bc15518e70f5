// @ts-check
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Bundles the shell that the torture runs, which is the shipped one on files that forget, into a temporary folder of its
 * own. Whoever asks for it removes the folder.
 *
 * @param {string} root the checkout, its dependencies installed
 * @returns {Promise<{folder: string, path: string}>}
 */
export async function bundleTortureShell(root) {
  const { build } = await import('vite');
  const folder = mkdtempSync(join(tmpdir(), 'dateline-torture-shell-'));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // Nothing lies beside the bundle: all it needs is in it, but for what its socket can do without.
    ssr: { noExternal: true, external: ['bufferutil', 'utf-8-validate'] },
    build: {
      ssr: join(root, 'tests', 'torture', 'shell.ts'),
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      rollupOptions: { output: { format: 'cjs', entryFileNames: 'shell.cjs' } },
    },
  });
  return { folder, path: join(folder, 'shell.cjs') };
}
