import type { Fields, Shape, ValueOf } from './shape';

/**
 * A copy of `value` with its keys in the order of its shape, in depth: the same record always reads the same, however it came
 * about. Keys that are undefined, and those that the shape does not know, are left out.
 */
export function inOrder<S extends Shape>(shape: S, value: ValueOf<S>): ValueOf<S> {
  return ordered(shape, value) as ValueOf<S>;
}

function ordered(shape: Shape, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const held: Readonly<Record<string, unknown>> = { ...value };
  switch (shape.type) {
    case 'object':
      return orderedFields(shape.fields, held);
    case 'variants': {
      const name = String(held[shape.by]);
      const fields = Object.hasOwn(shape.of, name) ? shape.of[name] : undefined;
      return { [shape.by]: name, ...orderedFields(fields ?? {}, held) };
    }
    case 'list':
      return Array.isArray(value) ? value.map((item) => ordered(shape.of, item)) : value;
    default:
      return value;
  }
}

function orderedFields(fields: Fields, held: Readonly<Record<string, unknown>>): object {
  const entries = Object.entries(fields).flatMap(([name, shape]) =>
    held[name] === undefined ? [] : [[name, ordered(shape, held[name])]],
  );
  return Object.fromEntries(entries);
}
