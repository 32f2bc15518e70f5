import { z } from 'zod';
import type { Fields, Shape, ValueOf } from '../../core/records/shape';
import { type Leaves, storedLeaves } from './leaves';

/**
 * What checks that a value is of `shape` and holds nothing else. `leaves` says what is asked of texts, numbers and ids; a
 * store's own when it is not given.
 */
export function schemaOf<S extends Shape>(
  shape: S,
  leaves: Leaves = storedLeaves,
): z.ZodType<ValueOf<S>> {
  return fieldSchema(shape, leaves) as unknown as z.ZodType<ValueOf<S>>;
}

function fieldSchema(shape: Shape, leaves: Leaves): z.ZodType {
  const bare = bareSchema(shape, leaves);
  const nullable = shape.nullable ? bare.nullable() : bare;
  const field = shape.optional ? leaves.optional(nullable) : nullable;
  return shape.about === undefined ? field : field.describe(shape.about);
}

function bareSchema(shape: Shape, leaves: Leaves): z.ZodType {
  switch (shape.type) {
    case 'text':
      return leaves.text(shape.form);
    case 'whole':
      return leaves.whole(shape.min);
    case 'choice':
      return z.enum(shape.values);
    case 'constant':
      return z.literal(shape.value);
    case 'id':
      return leaves.id(shape.prefix);
    case 'sha256':
      return leaves.sha256();
    case 'fragments':
      return leaves.fragments();
    case 'anything':
      return z.unknown();
    case 'list': {
      const list = z.array(fieldSchema(shape.of, leaves));
      return shape.min > 0 ? list.min(shape.min) : list;
    }
    case 'object':
      return objectSchema(shape.fields, leaves);
    case 'variants': {
      const [first, ...rest] = Object.entries(shape.of).map(([name, fields]) =>
        objectSchema(fields, leaves, { [shape.by]: z.literal(name) }),
      );
      if (!first) throw new Error(`${shape.by}: a choice of no variants`);
      return z.discriminatedUnion(shape.by, [first, ...rest]);
    }
  }
}

function objectSchema(fields: Fields, leaves: Leaves, besides: z.ZodRawShape = {}) {
  const own = Object.entries(fields).map(([name, shape]) => [name, fieldSchema(shape, leaves)]);
  return z.strictObject({ ...besides, ...Object.fromEntries(own) });
}
