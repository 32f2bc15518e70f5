import { type Definitions, type RecordOf, recordDefinitions, type Table } from '../records/records';
import { sameValue } from '../same-value';

type ComparisonOf<T extends Table> = Definitions[T]['comparison'];

type Part<T extends Table> = ComparisonOf<T>['parts'][number];

/** The name of every field in which two records of a kind can differ; a field of a part is named `part.field`. */
export type ComparedField<T extends Table> =
  | Exclude<FieldOf<RecordOf<T>>, ComparisonOf<T>['uncounted'][number] | Part<T>>
  | {
      [Name in Part<T>]: RecordOf<T> extends { readonly [Key in Name]: infer Inner }
        ? `${Name}.${FieldOf<Inner>}`
        : never;
    }[Part<T>];

/** Of a union: the fields of all its members. */
type FieldOf<Value> = Value extends unknown ? keyof Value & string : never;

/**
 * The fields in which two records differ, in the order in which they stand in the records. A field that is not there and
 * an empty string say the same: nothing.
 */
export function differingFields<T extends Table>(
  table: T,
  a: RecordOf<T>,
  b: RecordOf<T>,
): readonly ComparedField<T>[] {
  const { uncounted, parts } = recordDefinitions[table].comparison;
  const left = fieldsOf(a);
  const right = fieldsOf(b);
  const names = namesIn(left, right).flatMap((name) => {
    if (isOneOf(uncounted, name)) return [];
    if (!isOneOf(parts, name)) return saysTheSame(left[name], right[name]) ? [] : [name];
    const [mine, theirs] = [fieldsOf(left[name]), fieldsOf(right[name])];
    return namesIn(mine, theirs)
      .filter((inner) => !saysTheSame(mine[inner], theirs[inner]))
      .map((inner) => `${name}.${inner}`);
  });
  return names as ComparedField<T>[];
}

/** `mine` with all that `theirs` says in the fields that count; what `theirs` does not say is taken away. */
export function withFieldsOf<T extends Table>(
  table: T,
  mine: RecordOf<T>,
  theirs: RecordOf<T>,
): RecordOf<T> {
  const { uncounted } = recordDefinitions[table].comparison;
  const own = Object.entries(mine).filter(([name]) => isOneOf(uncounted, name));
  return { ...theirs, ...Object.fromEntries(own) };
}

/** What a record says in a field named as by `differingFields`; undefined where it says nothing. */
export function valueOfField(record: object, field: string): unknown {
  const value = field.split('.').reduce<unknown>((held, name) => fieldsOf(held)[name], record);
  return value === '' ? undefined : value;
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The names of both, those that only `b` has where they stand in it. */
function namesIn(a: Fields, b: Fields): readonly string[] {
  const names = Object.keys(a);
  let next = 0;
  for (const name of Object.keys(b)) {
    const found = names.indexOf(name);
    if (found < 0) names.splice(next, 0, name);
    next = (found < 0 ? next : found) + 1;
  }
  return names;
}

function isOneOf(list: readonly string[], name: string): boolean {
  return list.includes(name);
}

function saysTheSame(a: unknown, b: unknown): boolean {
  return sameValue(a === '' ? undefined : a, b === '' ? undefined : b);
}
