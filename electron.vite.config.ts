import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          electron: at('src/main/electron/index.ts'),
          loopback: at('src/main/loopback/index.ts'),
          cli: at('src/cli/index.ts'),
        },
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    worker: { format: 'es' },
    // Read by workers alone: found late, they would make the development page begin anew while it is in use.
    optimizeDeps: { include: ['encoding-sniffer', 'parse5', 'smol-toml', 'yaml'] },
    build: {
      outDir: at('out/renderer'),
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // One sheet: a part of the window is drawn as soon as its script is there, and never without its styles.
      cssCodeSplit: false,
      rollupOptions: {
        input: { index: at('src/renderer/index.html') },
        output: {
          codeSplitting: {
            // What the start needs is read as two files, side by side, and not as one for each set of its users.
            groups: [
              { name: 'packages', tags: ['$initial'], test: /[\\/]node_modules[\\/]/ },
              { name: 'start', tags: ['$initial'] },
            ],
          },
        },
      },
    },
  },
});
