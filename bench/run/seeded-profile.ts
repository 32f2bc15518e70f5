import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { blankPlan, type Shape } from '../shapes';
import type { BenchHost } from './bench-host';
import { openBrowser } from './browser';
import { startProgram } from './program';

/** What decides how a store is filled: the generators, and the program's own storage. */
const sources = ['bench/documents', 'bench/pages/seed.ts', 'src/core', 'src/renderer/storage'];

/**
 * Makes `folder` hold a profile and data in which the program has the documents of `shape`. Filling a store takes longer than
 * measuring on it, so a filled one is kept and copied until what it depends on changes.
 */
export async function seedProfile(host: BenchHost, shape: Shape, folder: string): Promise<void> {
  const plans = JSON.stringify([blankPlan, shape.documents, shape.library]);
  const kept = join(host.cache, 'profiles', `${shape.name}-${digestOf(host.root, plans)}`);
  if (!existsSync(kept)) {
    removeOlder(join(host.cache, 'profiles'), shape.name);
    host.say(`  filling a store with ${shape.name}: ${shape.description}`);
    const fresh = `${kept}.unfinished`;
    rmSync(fresh, { recursive: true, force: true });
    await fillProfile(host, shape, fresh);
    renameSync(fresh, kept);
  }
  cpSync(kept, folder, { recursive: true });
}

async function fillProfile(host: BenchHost, shape: Shape, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const program = await startProgram(host.root, folder);
  const context = await openBrowser(host.executable, join(folder, 'profile'));
  try {
    const { origin } = new URL(program.address);
    // A page of the program's origin, and so of its store, without the program on it.
    await context.route(`${origin}/bench-seed`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Seed</title>' }),
    );
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${origin}/bench-seed`);
    await page.addScriptTag({ content: host.pages.seed });
    const wanted = { plans: [blankPlan, ...shape.documents], library: shape.library ?? null };
    await page.evaluate(({ plans, library }) => seedStore(plans, library), wanted);
    // The first start does what it does only once: it writes the first backup.
    await page.goto(program.address);
    await page.getByRole('treeitem').first().waitFor();
    await page.locator('footer [role=status][data-state=saved]').waitFor({ timeout: 300_000 });
  } finally {
    await context.close();
    await program.close();
  }
}

function removeOlder(folder: string, name: string): void {
  for (const entry of existsSync(folder) ? readdirSync(folder) : [])
    if (entry.startsWith(`${name}-`)) rmSync(join(folder, entry), { recursive: true, force: true });
}

function digestOf(root: string, plans: string): string {
  const hash = createHash('sha256').update(plans);
  for (const source of sources) {
    const path = join(root, source);
    const files = source.endsWith('.ts')
      ? [path]
      : readdirSync(path, { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.ts'))
          .toSorted()
          .map((file) => join(path, file));
    for (const file of files) hash.update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 12);
}
