import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** What makes a test depend on how fast the machine is, and what to write instead. */
const rules = [
  {
    name: 'a limit of its own',
    pattern: /\btimeout: [\d_]+/u,
    instead: 'scripts/testing/limits.mjs',
  },
  {
    name: 'a limit of its own, as the last argument of a test',
    pattern: /^\s*\}, [\d_]{4,}\);$/u,
    instead: 'nothing: the limit of every test only ends what hangs',
  },
  {
    name: 'a sleep',
    pattern: /waitForTimeout\(|\bsleep\(|setTimeout\((?:\(\) => )?\w+(?:\(\))?, [1-9]/u,
    instead: 'wait for what the sleep stands for',
  },
  {
    name: 'a wait of a second',
    pattern: /\bvi\.waitFor\(/u,
    instead: '`eventually`, or `expect.poll`',
  },
  {
    name: 'a measured time',
    pattern: /expect\(.*performance\.now\(\).*\)\.toBeLess/u,
    instead: 'count what is done',
  },
] as const;

/** Where a rule is kept by being the one place that breaks it. */
const exempt = new Set(['tests/support/eventually.ts', 'tests/unit/structure/limits.test.ts']);

function breaks(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      rules
        .filter(({ pattern }) => pattern.test(line))
        .map(({ name, instead }) => `line ${index + 1}: ${name}; instead: ${instead}`),
    );
}

describe('no test turns red because a machine is slow', () => {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
    .map((name) => `tests/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/u.test(name) && !exempt.has(name));

  it('so none has a limit, a sleep or a stop-watch of its own', () => {
    const found = files.flatMap((name) =>
      breaks(readFileSync(join(root, name), 'utf8')).map((fault) => `${name}, ${fault}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    'await expect(it).toBeVisible({ timeout: 2_000 });',
    '  }, 60_000);',
    'await page.waitForTimeout(500);',
    'await new Promise((resolve) => setTimeout(resolve, 600));',
    'await vi.waitFor(() => expect(seen).toBe(1));',
    'expect(performance.now() - since).toBeLessThan(300);',
  ])('which is seen in: %s', (line) => {
    expect(breaks(line)).toHaveLength(1);
  });
});
