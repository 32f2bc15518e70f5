import type { Id, Sha256 } from '../ids';
import type { Span } from '../text/span';

/**
 * A shape says of a value what it may hold, as plain data: types, validation, the order of keys, generated values of tests
 * and the published schema all follow from it. What is not said in a shape is not allowed in the value.
 */
export type Shape =
  | TextShape
  | WholeShape
  | ChoiceShape
  | ConstantShape
  | IdShape
  | Sha256Shape
  | FragmentsShape
  | AnythingShape
  | ListShape
  | ObjectShape
  | VariantsShape;

/** What can be said of any shape where it stands as a field. */
interface Said {
  /** Whether the field may be absent. */
  readonly optional?: true;
  /** Whether the value may be null. */
  readonly nullable?: true;
  /** What it means, for who reads the published schema. */
  readonly about?: string;
}

/**
 * A text. The form is asked for in an export: `filled` is not empty, `day` is `YYYY-MM-DD`, `time` is ISO 8601 in UTC with
 * milliseconds. A store and its backups take any text, since nothing may be lost over a form.
 */
export interface TextShape extends Said {
  readonly type: 'text';
  readonly form?: 'filled' | 'day' | 'time';
}

/** A whole number of at least `min`, such as an offset or a count. */
export interface WholeShape extends Said {
  readonly type: 'whole';
  readonly min: number;
}

/** One of some words. A body that is made without being asked begins with `initial`. */
export interface ChoiceShape extends Said {
  readonly type: 'choice';
  readonly values: readonly string[];
  readonly initial?: string;
}

/** One value and no other. */
export interface ConstantShape extends Said {
  readonly type: 'constant';
  readonly value: string | number | true;
}

/** The id of a record, which begins with `prefix` and an underscore. */
export interface IdShape extends Said {
  readonly type: 'id';
  readonly prefix: string;
}

/** SHA-256 in 64 lower-case hexadecimal digits. */
export interface Sha256Shape extends Said {
  readonly type: 'sha256';
}

/** Spans of a text in text order, not touching each other; at least one. */
export interface FragmentsShape extends Said {
  readonly type: 'fragments';
}

/** A value that is looked at elsewhere. */
export interface AnythingShape extends Said {
  readonly type: 'anything';
}

/** Values of one shape, at least `min` of them. */
export interface ListShape extends Said {
  readonly type: 'list';
  readonly of: Shape;
  readonly min: number;
}

/** Fields by their names, in the order in which they are written. */
export type Fields = Readonly<Record<string, Shape>>;

/** An object of these fields and no others. */
export interface ObjectShape extends Said {
  readonly type: 'object';
  readonly fields: Fields;
}

/** An object whose field `by` says which of the variants it is, and so which fields it has besides. */
export interface VariantsShape extends Said {
  readonly type: 'variants';
  readonly by: string;
  readonly of: Readonly<Record<string, Fields>>;
}

/** The type of the values that a shape allows. */
export type ValueOf<S> = S extends { readonly nullable: true } ? BareValue<S> | null : BareValue<S>;

type BareValue<S> = S extends { readonly type: 'text' }
  ? string
  : S extends { readonly type: 'whole' }
    ? number
    : S extends { readonly type: 'constant'; readonly value: infer Value }
      ? Value
      : S extends { readonly type: 'choice'; readonly values: readonly (infer Value)[] }
        ? Value
        : S extends { readonly type: 'id'; readonly prefix: infer Prefix extends string }
          ? Id<Prefix>
          : S extends { readonly type: 'sha256' }
            ? Sha256
            : S extends { readonly type: 'fragments' }
              ? readonly [Span, ...Span[]]
              : S extends { readonly type: 'list'; readonly of: infer Item }
                ? readonly ValueOf<Item>[]
                : S extends { readonly type: 'object'; readonly fields: infer F }
                  ? FieldsOf<F>
                  : S extends {
                        readonly type: 'variants';
                        readonly by: infer By extends string;
                        readonly of: infer Of;
                      }
                    ? {
                        readonly [Name in keyof Of]: Flat<
                          { readonly [Key in By]: Name } & FieldsOf<Of[Name]>
                        >;
                      }[keyof Of]
                    : unknown;

/** The type of an object of these fields. */
export type FieldsOf<F> = Flat<
  {
    readonly [Key in keyof F as F[Key] extends { readonly optional: true } ? never : Key]: ValueOf<
      F[Key]
    >;
  } & {
    readonly [Key in keyof F as F[Key] extends { readonly optional: true } ? Key : never]?: ValueOf<
      F[Key]
    >;
  }
>;

type Flat<T> = { readonly [Key in keyof T]: T[Key] };

/** A text of any form. */
export const text = { type: 'text' } as const satisfies TextShape;

/** A text that is not empty. */
export const filled = { type: 'text', form: 'filled' } as const satisfies TextShape;

/** A day, `YYYY-MM-DD`. */
export const day = { type: 'text', form: 'day' } as const satisfies TextShape;

/** A time: ISO 8601 in UTC with milliseconds. */
export const time = { type: 'text', form: 'time' } as const satisfies TextShape;

/** A whole number from 0. */
export const count = { type: 'whole', min: 0 } as const satisfies WholeShape;

/** A whole number from 1. */
export const ordinal = { type: 'whole', min: 1 } as const satisfies WholeShape;

/** SHA-256 in hexadecimal. */
export const sha256 = { type: 'sha256' } as const satisfies Sha256Shape;

/** The fragments of an annotation. */
export const fragments = { type: 'fragments' } as const satisfies FragmentsShape;

/** A value of which nothing is asked. */
export const anything = { type: 'anything' } as const satisfies AnythingShape;

/** This value and no other. */
export function constant<const Value extends ConstantShape['value']>(value: Value) {
  return { type: 'constant', value } as const;
}

/** One of `values`. */
export function choice<const Value extends string>(...values: readonly Value[]) {
  return { type: 'choice', values } as const;
}

/** The id of a record whose ids begin with `prefix`. */
export function id<const Prefix extends string>(prefix: Prefix) {
  return { type: 'id', prefix } as const;
}

/** Any number of values of one shape, or at least `min`. */
export function list<const Item extends Shape>(of: Item, min = 0) {
  return { type: 'list', of, min } as const;
}

/** An object of these fields. */
export function object<const F extends Fields>(fields: F) {
  return { type: 'object', fields } as const;
}

/** One of several objects, told apart by the field `by`. */
export function variants<
  const By extends string,
  const Of extends Readonly<Record<string, Fields>>,
>(by: By, of: Of) {
  return { type: 'variants', by, of } as const;
}

/** The same field, which may be absent. */
export function optional<const S extends Shape>(shape: S) {
  return { ...shape, optional: true } as const;
}

/** The same value, or null. */
export function nullable<const S extends Shape>(shape: S) {
  return { ...shape, nullable: true } as const;
}

/** The same shape, with what it means. */
export function about<const S extends Shape>(shape: S, meaning: string) {
  return { ...shape, about: meaning } as const;
}
