import { deepStrictEqual, strictEqual, throws } from 'node:assert/strict';
import { splitsSurrogatePair } from '../../../src/core/text/span';
import {
  createUnitConverter,
  toCodePointOffset,
  toUtf8Offset,
  toUtf16Offset,
} from '../../../src/core/text/units';
import { someText } from '../pieces';
import type { FuzzTarget } from '../target';

/** Offsets in all three units against what the platform's own iterator and encoder count. */
export const unitsTarget: FuzzTarget = {
  name: 'units',
  make(random) {
    const text = someText(random, 60);
    return {
      input: text,
      check() {
        const converter = createUnitConverter(text);
        deepStrictEqual(converter.length, countsOf(text, text.length));
        const offsets = [0, text.length, ...random.some(12, () => random.below(text.length + 1))];
        for (const offset of offsets) checkOffset(text, offset);
        for (const wrong of [-1, text.length + 1, 0.5, Number.NaN, 2 ** 53])
          throws(() => converter.codePointsAt(wrong), RangeError);
      },
    };
  },
};

function checkOffset(text: string, offset: number): void {
  const converter = createUnitConverter(text);
  if (splitsSurrogatePair(text, offset)) {
    throws(() => converter.codePointsAt(offset), RangeError);
    throws(() => converter.utf8At(offset), RangeError);
    return;
  }
  const { codePoints, utf8 } = countsOf(text, offset);
  strictEqual(converter.codePointsAt(offset), codePoints);
  strictEqual(converter.utf8At(offset), utf8);
  strictEqual(converter.utf16AtCodePoint(codePoints), offset);
  strictEqual(converter.utf16AtUtf8(utf8), offset);
  strictEqual(toCodePointOffset(text, offset), codePoints);
  strictEqual(toUtf16Offset(text, codePoints), offset);
  strictEqual(toUtf8Offset(text, offset), utf8);
}

function countsOf(text: string, end: number) {
  const before = text.slice(0, end);
  return {
    utf16: before.length,
    codePoints: [...before].length,
    utf8: new TextEncoder().encode(before).length,
  };
}
