import 'fake-indexeddb/auto';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import type { Article } from '../../../../src/core/article';
import type { GroupId } from '../../../../src/core/ids';
import type { Database } from '../../../../src/renderer/storage/db';
import { annotationsIn, articlesIn, countsIn } from '../../../support/stored-records';

/** All records, by id. Articles without annotations have no counts here, whether or not a row says nought of each. */
export interface Records {
  readonly articles: readonly Article[];
  readonly annotations: readonly Annotation[];
  readonly counts: Awaited<ReturnType<typeof countsIn>>;
}

/** Reads all records. */
export async function readRecords(database: Database): Promise<Records> {
  const [articles, annotations, counts] = await Promise.all([
    articlesIn(database),
    annotationsIn(database),
    countsIn(database),
  ]);
  return { articles, annotations, counts };
}

/** The history as it must be, and the records as they were after each of its steps. */
export interface EditingModel {
  /** The steps done, oldest first. */
  done: readonly GroupId[];
  /** The steps undone; the one undone last comes last. */
  undone: readonly GroupId[];
  /** How many entries of the log the model has seen. */
  seen: number;
  /** The records after each step; null is where nothing is done yet. */
  readonly after: Map<GroupId | null, Records>;
}

/** The model of a project in which nothing was ever done. */
export function emptyModel(): EditingModel {
  const nothing: Records = { articles: [], annotations: [], counts: [] };
  return { done: [], undone: [], seen: 0, after: new Map([[null, nothing]]) };
}

/** The step done last; null when none is. */
export function headOf({ done }: EditingModel): GroupId | null {
  return done.at(-1) ?? null;
}

/** Takes over what the log holds that the model has not seen. Throws when an entry is none that could come next. */
export async function followLog(model: EditingModel, database: Database): Promise<void> {
  const entries = await database.changes.where('seq').above(model.seen).sortBy('seq');
  for (const { seq, act, groupId, of, previous } of entries) {
    if (seq !== model.seen + 1) throw new Error(`entry ${seq} follows entry ${model.seen}`);
    model.seen = seq;
    if (act === 'do') {
      if ((previous ?? null) !== headOf(model))
        throw new Error(`entry ${seq} names ${previous} as the step before it`);
      model.done = [...model.done, groupId];
      model.undone = [];
    } else {
      const [from, to] = act === 'undo' ? [model.done, model.undone] : [model.undone, model.done];
      const step = from.at(-1);
      if (!step || step !== of) throw new Error(`entry ${seq} should ${act} ${step}, not ${of}`);
      const [less, more] = [from.slice(0, -1), [...to, step]];
      [model.done, model.undone] = act === 'undo' ? [less, more] : [more, less];
    }
  }
}
