import fc from 'fast-check';
import type { Fields, Shape, ValueOf } from '../../src/core/records/shape';

/** Any text that the language can hold, halves of surrogate pairs standing alone included. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 })
    .map((units) => String.fromCharCode(...units)),
);

const anyTime = fc
  .date({ min: new Date(0), max: new Date('2999-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const anyHash = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: 64, maxLength: 64 })
  .map((digits) => digits.join(''));

/** One fragment or several, each clearly after the one before it. */
const anyFragments = fc
  .uniqueArray(fc.nat(), { minLength: 2, maxLength: 8 })
  .map((ends) => ends.toSorted((a, b) => a - b))
  .map((ends) =>
    ends.flatMap((start, index) => {
      const end = ends[index + 1];
      return index % 2 === 0 && end !== undefined ? [{ start, end }] : [];
    }),
  );

/** Any value of a shape: what a store may hold, whether or not it makes sense. */
export function anyValue<S extends Shape>(shape: S): fc.Arbitrary<ValueOf<S>> {
  return any(shape) as fc.Arbitrary<ValueOf<S>>;
}

function any(shape: Shape): fc.Arbitrary<unknown> {
  return shape.nullable ? fc.option(anyBare(shape)) : anyBare(shape);
}

function anyBare(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'text':
      return shape.form === 'day'
        ? anyTime.map((time) => time.slice(0, 10))
        : shape.form === 'time'
          ? anyTime
          : anyText;
    case 'whole':
      return fc.nat().map((number) => number + shape.min);
    case 'choice':
      return fc.constantFrom(...shape.values);
    case 'constant':
      return fc.constant(shape.value);
    case 'id':
      return fc.string({ minLength: 1 }).map((unique) => `${shape.prefix}_${unique}`);
    case 'sha256':
      return anyHash;
    case 'fragments':
      return anyFragments;
    case 'anything':
      return fc.jsonValue();
    case 'list':
      return fc.array(any(shape.of), { minLength: shape.min, maxLength: shape.min + 3 });
    case 'object':
      return anyFields(shape.fields);
    case 'variants':
      return fc.oneof(
        ...Object.entries(shape.of).map(([name, fields]) =>
          anyFields(fields).map((own) => ({ [shape.by]: name, ...own })),
        ),
      );
  }
}

function anyFields(fields: Fields): fc.Arbitrary<object> {
  const own = Object.entries(fields);
  return fc.record(Object.fromEntries(own.map(([name, shape]) => [name, any(shape)])), {
    requiredKeys: own.flatMap(([name, shape]) => (shape.optional ? [] : [name])),
  });
}
