import { sameValue } from '../same-value';

/** How two records of one kind are compared: every field that they have counts, but for those named here. */
export interface RecordComparison<Uncounted extends string, Part extends string> {
  /** The fields in which two records of one thing may differ without saying anything else. */
  readonly uncounted: readonly Uncounted[];
  /** The fields whose own fields are compared one by one. */
  readonly parts: readonly Part[];
}

/** The name of every field of a record that counts in a comparison; a field of a part is named `part.field`. */
export type ComparedField<Value, Uncounted extends string, Part extends string> =
  | Exclude<FieldOf<Value>, Uncounted | Part>
  | {
      [Name in Part]: Value extends { readonly [Key in Name]: infer Inner }
        ? `${Name}.${FieldOf<Inner>}`
        : never;
    }[Part];

/** Of a union: the fields of all its members. */
type FieldOf<Value> = Value extends unknown ? keyof Value & string : never;

/**
 * The fields in which two records differ, in the order in which they stand in the records. A field that is not there and
 * an empty string say the same: nothing.
 */
export function differingFields<
  Value extends object,
  Uncounted extends string,
  Part extends string,
>(
  a: Value,
  b: Value,
  { uncounted, parts }: RecordComparison<Uncounted, Part>,
): readonly ComparedField<Value, Uncounted, Part>[] {
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
  return names as ComparedField<Value, Uncounted, Part>[];
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
