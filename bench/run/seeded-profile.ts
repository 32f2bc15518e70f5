import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { fingerprint } from '../../scripts/bootstrap/fingerprint.mjs';
import type { Filling } from '../shapes';
import type { BenchHost } from './bench-host';
import { BenchWindow } from './bench-window';
import { openBrowser } from './browser';
import { startProgram } from './program';

/** What decides how a store is filled: the generators, and the program's own storage and what keeps it in order. */
const sources = [
  'bench/documents',
  'bench/pages/seed.ts',
  'bench/run/seeded-profile.ts',
  'src/core',
  'src/renderer/storage',
  'src/renderer/workspace/workspace.ts',
];

/** How long each document is left open, in milliseconds, for what the program does once it is not worked on. */
const settling = 10_000;

/**
 * Makes `folder` hold a profile and data in which the program has what `filling` says. Filling a store takes longer than
 * measuring on it, so a filled one is kept and copied until what it depends on changes.
 */
export async function seedProfile(
  host: BenchHost,
  filling: Filling,
  folder: string,
): Promise<void> {
  const { name, description, plans, library, isOpened } = filling;
  const digest = digestOf(host.root, JSON.stringify([plans, library, isOpened]));
  const kept = join(host.cache, 'profiles', `${name}-${digest}`);
  if (!existsSync(kept)) {
    removeOlder(join(host.cache, 'profiles'), name);
    host.say(`  filling a store with ${name}: ${description}`);
    const since = Date.now();
    const fresh = `${kept}.unfinished`;
    rmSync(fresh, { recursive: true, force: true });
    await fillProfile(host, filling, fresh);
    renameSync(fresh, kept);
    const seconds = ((Date.now() - since) / 1_000).toFixed(0);
    host.say(`  filled in ${seconds} s`);
  }
  cpSync(kept, folder, { recursive: true });
}

async function fillProfile(
  host: BenchHost,
  { plans, library, isOpened }: Filling,
  folder: string,
): Promise<void> {
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
    await page.evaluate((wanted) => seedStore(wanted.plans, wanted.library), {
      plans,
      library: library ?? null,
    });
    // The first start does what it does only once: it writes the first backup.
    await page.goto(program.address);
    await page.getByRole('treeitem').first().waitFor();
    await page.locator('footer [role=status][data-state=saved]').waitFor({ timeout: 900_000 });
    if (isOpened) await openEach(host, page, plans);
  } finally {
    await context.close();
    await program.close();
  }
}

/** Opens every document once and leaves it alone for a while, as those that are worked on have been; the first one last. */
async function openEach({ pages }: BenchHost, page: Page, plans: Filling['plans']): Promise<void> {
  await page.evaluate(pages.probe);
  const window = new BenchWindow(page);
  for (const { title, annotations } of plans.toReversed()) {
    await window.openEntry(title, {
      eye: annotations === 0 ? 'shown' : 'known',
      is: annotations || title,
    });
    if (annotations > 0) await page.waitForTimeout(settling);
    await window.rest();
  }
}

function removeOlder(folder: string, name: string): void {
  for (const entry of existsSync(folder) ? readdirSync(folder) : [])
    if (entry.startsWith(`${name}-`)) rmSync(join(folder, entry), { recursive: true, force: true });
}

function digestOf(root: string, plans: string): string {
  const hash = createHash('sha256').update(plans).update(fingerprint(root, sources));
  return hash.digest('hex').slice(0, 12);
}
