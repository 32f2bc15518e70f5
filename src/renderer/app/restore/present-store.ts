import type { FoundProject } from '../../panels/restore/restore-state';
import type { Database } from '../../storage/db';
import { entryAt, lastSeq } from '../../storage/journal-source';
import { readLineage, writeLineage } from '../../storage/lineage';
import { queriesOver } from '../../storage/queries';
import { RestoreTarget } from '../../storage/restore-target';
import { newLineage } from './use-restore';

/** How much an open store holds, and when it was last changed; null when it cannot be read. */
export async function presentProject(database: Database): Promise<FoundProject | null> {
  try {
    const [articles, annotations, seq] = await Promise.all([
      database.articles.count(),
      queriesOver(database).countAnnotations(null),
      lastSeq(database),
    ]);
    const last = await entryAt(database, seq);
    return { articles, annotations, lastChangeAt: last?.at ?? null };
  } catch {
    return null;
  }
}

/** Makes an empty store the next generation of the one called `base`. What is there is kept aside. */
export async function beginEmptyStore(base: string): Promise<void> {
  const target = await RestoreTarget.begin(base);
  await target.finish({ id: newLineage(), madeAt: new Date().toISOString() });
}

/** Lets a store go on by itself: from here on it is another than the one that its backup is of. */
export async function forkStore(database: Database): Promise<void> {
  const before = await readLineage(database);
  const seq = await lastSeq(database);
  await writeLineage(database, {
    id: newLineage(),
    madeAt: new Date().toISOString(),
    ...(before && { restoredFrom: { lineage: before.id, seq } }),
  });
}
