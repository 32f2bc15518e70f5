import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patch } from '../../../../src/core/records/patch';

interface Thing {
  readonly name: string;
  readonly note?: string;
  readonly size?: number;
}

describe('a patch', () => {
  const thing: Thing = { name: 'a', note: 'n' };
  it.each([
    { name: 'sets a field', fields: { note: 'm' }, becomes: { name: 'a', note: 'm' } },
    { name: 'adds one', fields: { size: 1 }, becomes: { name: 'a', note: 'n', size: 1 } },
    { name: 'takes one away', fields: { note: undefined }, becomes: { name: 'a' } },
    { name: 'changes nothing', fields: {}, becomes: thing },
  ])('$name', ({ fields, becomes }) => {
    expect(patch(thing, fields)).toStrictEqual(becomes);
    expect(thing).toStrictEqual({ name: 'a', note: 'n' });
  });

  it('leaves every field that it does not name as it is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (other, value) => {
        const held = { ...other, 'its own': 1 } as Record<string, unknown>;
        const patched = patch(held, { 'its own': value });
        expect({ ...patched, 'its own': 1 }).toEqual(held);
      }),
    );
  });
});
