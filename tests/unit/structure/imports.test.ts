import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageFile from '../../../package.json';
import { findBreaches, findPackages, type SourceFile } from './check-imports';

const root = join(import.meta.dirname, '../../..');

const files: readonly SourceFile[] = readdirSync(join(root, 'src'), { recursive: true })
  .map(String)
  .filter((name) => /\.(tsx?|css)$/.test(name))
  .map((name) => ({
    path: `src/${name.split(sep).join('/')}`,
    source: readFileSync(join(root, 'src', name), 'utf8'),
  }));

describe('the sources', () => {
  it('are found', () => {
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['src/core/result.ts', 'src/renderer/reader/reader.module.css']),
    );
  });

  it('import only what the table allows', () => {
    expect(findBreaches(files)).toEqual([]);
  });

  it('import only packages that package.json names', () => {
    const named = Object.keys({ ...packageFile.dependencies, ...packageFile.devDependencies });
    expect(findPackages(files).filter((name) => !named.includes(name))).toEqual([]);
  });
});

describe('the check', () => {
  const breaches = [
    {
      name: 'core reaching out of itself',
      path: 'src/core/text/span.ts',
      source: `import { readFile } from 'node:fs/promises';`,
      target: 'node:fs/promises',
    },
    {
      name: 'a store used by the reader',
      path: 'src/renderer/reader/Reader.tsx',
      source: `import { Store } from '../storage/store';`,
      target: 'renderer/storage/store',
    },
    {
      name: 'Dexie outside the storage',
      path: 'src/renderer/panels/LibraryPanel.tsx',
      source: `import { Dexie } from 'dexie';`,
      target: 'dexie',
    },
    {
      name: 'a function of core in the main process',
      path: 'src/main/desktop/reading.ts',
      source: `import { ok, type Result } from '../../core/result';`,
      target: 'core/result',
    },
    {
      name: 'Electron in the shell-less service',
      path: 'src/main/desktop/service.ts',
      source: `import type { App } from 'electron';`,
      target: 'electron',
    },
    {
      name: 'one shell using the other',
      path: 'src/main/electron/index.ts',
      source: `import { start } from '../loopback/server';`,
      target: 'main/loopback/server',
    },
    {
      name: 'an import over several lines',
      path: 'src/core/change.ts',
      source: `import {\n  type A,\n  b,\n} from '../codecs/hash';`,
      target: 'codecs/hash',
    },
    {
      name: 'an import for its effect',
      path: 'src/core/change.ts',
      source: `import '../renderer/ui/tokens.css';`,
      target: 'renderer/ui/tokens.css',
    },
    {
      name: 'an import at run time',
      path: 'src/codecs/hash.ts',
      source: `const later = await import('../main/desktop/service');`,
      target: 'main/desktop/service',
    },
    {
      name: 'a re-export',
      path: 'src/renderer/ui/Button.tsx',
      source: `export { Reader } from '../reader/Reader';`,
      target: 'renderer/reader/Reader',
    },
    {
      name: 'the file of a worker',
      path: 'src/renderer/workspace/workspace.ts',
      source: `new Worker(new URL('../app/main.tsx', import.meta.url));`,
      target: 'renderer/app/main.tsx',
    },
    {
      name: 'a style sheet of another room',
      path: 'src/renderer/ui/fonts.css',
      source: `@import "dexie/style.css";`,
      target: 'dexie/style.css',
    },
    {
      name: 'a package whose name only begins like an allowed one',
      path: 'src/renderer/ui/Button.tsx',
      source: `import { Select } from 'react-select';`,
      target: 'react-select',
    },
  ];
  it.each(breaches)('names $name', ({ path, source, target }) => {
    expect(findBreaches([{ path, source }])).toEqual([`${path} imports ${target}`]);
  });

  it('names a file in a folder that the table does not know', () => {
    expect(findBreaches([{ path: 'src/helpers/strings.ts', source: '' }])).toEqual([
      'src/helpers/strings.ts lies in no folder of the table',
    ]);
  });

  const allowed = [
    {
      name: 'types of core in the main process',
      path: 'src/main/desktop/reading.ts',
      source: `import type { Result } from '../../core/result';\nimport { type Id } from '../../core/ids';`,
    },
    {
      name: 'words that look like an import, in a comment',
      path: 'src/core/span.ts',
      source: `/*\n import { a } from 'dexie';\n*/\n// import { b } from 'react';`,
    },
    {
      name: 'a part of an allowed package',
      path: 'src/renderer/ui/Notices.tsx',
      source: `import X from 'lucide-react/icons/x';`,
    },
    {
      name: 'a neighbour',
      path: 'src/renderer/reader/Reader.tsx',
      source: `import { Surface } from './surface';`,
    },
  ];
  it.each(allowed)('lets $name pass', ({ path, source }) => {
    expect(findBreaches([{ path, source }])).toEqual([]);
  });

  it('finds the packages of scoped and unscoped imports', () => {
    const source = `import { sha256 } from '@noble/hashes/sha2.js';\nimport { z } from 'zod';\nimport 'node:fs';`;
    expect(findPackages([{ path: 'src/codecs/hash.ts', source }])).toEqual([
      '@noble/hashes',
      'zod',
    ]);
  });
});
