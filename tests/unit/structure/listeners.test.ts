import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, it } from 'vitest';

const renderer = join(import.meta.dirname, '../../../src/renderer');

/** The files of the renderer that match `pattern`, by their paths under it, with `/`. */
function filesWith(pattern: RegExp): readonly string[] {
  return readdirSync(renderer, { recursive: true })
    .map(String)
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => pattern.test(readFileSync(join(renderer, name), 'utf8')))
    .map((name) => name.split(sep).join('/'))
    .toSorted();
}

it.each([
  {
    name: 'acts are heard of through a follower, but for the backup, which wants them as they are',
    pattern: /\bstore\.(onApplied|onPending)\(/,
    files: ['dev/costs/watch-acts.ts', 'storage/follower.ts', 'workspace/backup/keep-backup.ts'],
  },
  {
    name: 'whatever is held in memory has a follower',
    pattern: /new Follower\(/,
    files: [
      'workspace/annotation-roster.ts',
      'workspace/library.ts',
      'workspace/open-article.ts',
      'workspace/shown-article.ts',
    ],
  },
  {
    name: 'one alone opens articles, and so decides which is shown',
    pattern: /OpenArticle\.open\(/,
    files: ['workspace/shown-article.ts'],
  },
  {
    name: 'nobody else puts one on the screen',
    pattern: /setState\(\{\s*article\b/,
    files: ['workspace/shown-article.ts'],
  },
])('$name', ({ pattern, files }) => {
  expect(filesWith(pattern)).toEqual(files);
});
