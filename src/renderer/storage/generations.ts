import { Dexie } from 'dexie';
import { lineageKey } from './lineage';

/**
 * The name of the database that is the store now; null when there is none. A restore makes the next generation of it
 * (`base`, `base-2`, …), and the last thing it writes is the lineage: one without is half-made and no store. Only the
 * first generation may lack it. One that cannot be opened is not passed over, since an older one would come to light as if nothing
 * had been done since.
 */
export async function currentStoreName(base: string): Promise<string | null> {
  const names = await generationsOf(base);
  for (const name of names) if (await isWhole(base, name)) return name;
  return null;
}

/** The databases of former generations, which restores have left as they were; the newest comes first. */
export async function storesKeptAside(base: string): Promise<readonly string[]> {
  const current = await currentStoreName(base);
  const kept: string[] = [];
  for (const name of await generationsOf(base))
    if (name !== current && (await isWhole(base, name))) kept.push(name);
  return kept;
}

/** Deletes a database of `storesKeptAside`. Throws, as a bug, when it is none of them. */
export async function removeStoreKeptAside(base: string, name: string): Promise<void> {
  if (!(await storesKeptAside(base)).includes(name)) throw new Error(`${name} is not kept aside`);
  await Dexie.delete(name);
}

/** Deletes what a restore has left half-made, and gives the name of the next generation, which is never the first. */
export async function nextGeneration(base: string): Promise<string> {
  for (const name of await generationsOf(base))
    if (!(await isWhole(base, name))) await Dexie.delete(name);
  const [last = base] = await generationsOf(base);
  return `${base}-${numberOf(base, last) + 1}`;
}

/** Every database of the store, whole or not, the newest first. */
async function generationsOf(base: string): Promise<readonly string[]> {
  const names = await Dexie.getDatabaseNames();
  return names
    .filter((name) => numberOf(base, name) > 0)
    .toSorted((a, b) => numberOf(base, b) - numberOf(base, a));
}

/** Which generation a database of this name is, from 1; 0 when it is none of `base`. */
function numberOf(base: string, name: string): number {
  if (name === base) return 1;
  if (!name.startsWith(`${base}-`)) return 0;
  const digits = name.slice(base.length + 1);
  return /^(?:[2-9]|[1-9][0-9]{1,8})$/.test(digits) ? Number(digits) : 0;
}

async function isWhole(base: string, name: string): Promise<boolean> {
  return name === base || hasLineage(name);
}

/** Opens the database as it is, of whatever version, and alters nothing. */
async function hasLineage(name: string): Promise<boolean> {
  const database = new Dexie(name);
  try {
    await database.open();
    if (!database.tables.some((table) => table.name === 'state')) return false;
    return (await database.table('state').get(lineageKey)) !== undefined;
  } catch {
    return true;
  } finally {
    database.close();
  }
}
