import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleTortureShell } from '../../scripts/testing/torture-shell.mjs';
import type { Mutant } from './orders';
import type { Family } from './scenario';
import { type TortureOutcome, torture } from './torture';

const root = resolve(import.meta.dirname, '../..');

let shell = { folder: '', path: '' };
beforeAll(async () => {
  shell = await bundleTortureShell(root);
});
afterAll(() => rm(shell.folder, { recursive: true, force: true }));

/** A few runs on the build, always the same ones. */
async function tortured(wish: {
  readonly runs: number;
  readonly family?: Family;
  readonly mutant?: Mutant;
}): Promise<TortureOutcome & { readonly lines: string }> {
  const lines: string[] = [];
  const outcome = await torture({
    tools: {
      shell: shell.path,
      built: join(root, 'out'),
      chromium: process.env['DATELINE_CHROMIUM'] ?? chromium.executablePath(),
      mutant: wish.mutant ?? null,
    },
    seed: 1,
    runs: Array.from({ length: wish.runs }, (_, run) => run),
    ...(wish.family && { family: wish.family }),
    // What a mutant loses is no fault to be looked into.
    keep: wish.mutant ? 'none' : 'found',
    print: (line) => lines.push(line),
  });
  return { ...outcome, lines: lines.join('\n') };
}

describe('a short torture', () => {
  it('loses nothing that was called saved, whatever happens', async () => {
    const { acknowledged, lost, wrong, broken, lines } = await tortured({ runs: 6 });
    expect({ lost, wrong, broken }, lines).toEqual({ lost: 0, wrong: 0, broken: 0 });
    expect(acknowledged).toBeGreaterThan(0);
  });

  it('loses nothing when the power fails and the store is gone', async () => {
    const { acknowledged, lost, wrong, broken, lines } = await tortured({
      runs: 2,
      family: 'store-lost',
    });
    expect({ lost, wrong, broken }, lines).toEqual({ lost: 0, wrong: 0, broken: 0 });
    expect(acknowledged).toBeGreaterThan(0);
  });

  it('finds what is lost by a program that does not flush', async () => {
    const { lost, lines } = await tortured({ runs: 2, family: 'store-lost', mutant: 'no-flush' });
    expect(lost, lines).toBeGreaterThan(0);
  });
});
