import { describe, expect, it } from 'vitest';
import { parseEdtf } from '../../../src/core/dates/edtf';
import { tidyEdtf } from '../../../src/core/dates/tidy-edtf';
import { en } from '../../../src/renderer/i18n/en';
import { ko } from '../../../src/renderer/i18n/ko';
import { wordsOfEdtfError } from '../../../src/renderer/panels/words-of-date';

function complaint(words: typeof en, typed: string): string {
  const value = tidyEdtf(typed);
  const read = parseEdtf(value);
  if (read.ok) throw new Error(`${typed} is a date`);
  return wordsOfEdtfError(words, read.error, value);
}

describe.each([
  ['English', en],
  ['Korean', ko],
] as const)('what does not read as a date is named whole (%s)', (_language, words) => {
  const cases = [
    ['January', 'January'],
    ['the 15th of January', 'the 15th of January'],
    ['2O25-01-02', '2O25-01-02'],
    ['2025-01-02 / 5 January', '5 January'],
    ['mid 2025-01-02 / 2025-01-05', 'mid 2025-01-02'],
    ['2025-01-02 to 2025-01-05', '2025-01-02 to 2025-01-05'],
    ['2025/01/02', '2025/01/02'],
    ['sometime in the first days of the year 2025', 'sometime in the first days of…'],
    ['👩‍👩‍👧'.repeat(40), `${'👩‍👩‍👧'.repeat(30)}…`],
  ] as const;
  it.each(cases)('%s', (typed, piece) => {
    expect(complaint(words, typed)).toContain(`‘${piece}’`);
  });

  it('and the advice shows an interval', () => {
    expect(complaint(words, 'January')).toContain('2025-01-02/2025-01-05');
    expect(complaint(words, '2025-')).toContain('2025-01-02/2025-01-05');
  });
});
