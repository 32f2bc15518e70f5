import type { Id } from '../ids';
import { annotationDefinition } from './annotation';
import { articleDefinition } from './article';
import type { RecordDefinition } from './definition';
import type { FieldsOf } from './shape';

/** Every kind of record by the name of its table. A kind that refers to another stands after it. */
export const recordDefinitions = {
  articles: articleDefinition,
  annotations: annotationDefinition,
} as const satisfies Readonly<Record<string, RecordDefinition>>;

/** All definitions, by the name of the table. */
export type Definitions = typeof recordDefinitions;

/** The name of the table of a kind of record. */
export type Table = keyof Definitions;

/** The names of all tables of records, in the order of `recordDefinitions`. */
export const tables = Object.keys(recordDefinitions) as readonly Table[];

/** A record of the kind whose table is called so. */
export type RecordOf<T extends Table> = FieldsOf<Definitions[T]['fields']>;

/** The id of such a record. */
export type IdOf<T extends Table> = Id<Definitions[T]['prefix']>;
