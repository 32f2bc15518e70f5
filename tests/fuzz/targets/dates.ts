import { deepStrictEqual, ok, strictEqual } from 'node:assert/strict';
import { describeEdtf } from '../../../src/core/dates/describe-edtf';
import { parseEdtf } from '../../../src/core/dates/edtf';
import { boundDays } from '../../../src/core/dates/edtf-bounds';
import type { EdtfEnd, EdtfValue } from '../../../src/core/dates/edtf-value';
import { explainDate, proposeDate } from '../../../src/core/dates/propose';
import { someText } from '../pieces';
import type { Random } from '../random';
import type { FuzzTarget } from '../target';

const values = [
  '2025',
  '2025-01',
  '2025-01-15',
  '2024-02-29',
  '2025-01~',
  '2025?',
  '2025-01-15%',
  '201X',
  '20XX',
  '2025-1X',
  '2025-XX',
  '2025-01-XX',
  '2025-XX-31',
  '2025-02-3X',
  '-0044-03-15',
  '0000',
  '-000X',
  'Y12345',
  'Y-170000002',
  'Y17E7',
  '2025-21',
  '2025-33',
  '2024-01/2025-02',
  '2025/..',
  '../2025',
  '/2025',
  '[2024,2025]',
  '2025-01-15T10:00:00Z',
  '9999-12-31',
  '2025-1X-3X',
  '1XXX',
  'X025',
];
const signs = [...'0123456789X-/.~?%YTES[{ '];

/** Values of EDTF: any string is a value that can be described and written again, or has a place where it is wrong. */
export const edtfTarget: FuzzTarget = {
  name: 'edtf',
  make(random) {
    const value = mutateWords(random, random.pick(values), signs);
    return {
      input: value,
      check() {
        const parsed = parseEdtf(value);
        if (!parsed.ok) {
          ok(parsed.error.at >= 0 && parsed.error.at <= value.length, JSON.stringify(parsed));
          return;
        }
        describeEdtf(parsed.value);
        checkBounds(parsed.value);
        strictEqual(writeValue(parsed.value), value);
      },
    };
  },
};

const words = [
  'January 15, 2025',
  'Jan. 15, 2025',
  '15th of January, 2025',
  '2025-01-15',
  '2025.1.15.',
  '2025',
  '2025년 1월 15일',
  '주체114(2025)년 1월 15일',
  '주체114.1.15.',
  'Juche 114 (2025)',
  'May 2025',
  '30 February 2024',
  'Juche 113 (2025)',
  '2025년 13월',
  'June 0, 2025',
];
const letters = [
  ...'0123456789 .,-()년월일주체JanuryMyfebth',
  '\u00a0',
  '\u3000',
  '\u200b',
  '２',
  'ſ',
  'K',
];

/** Proposals for words: what is proposed is a plain EDTF value, and how the words are set makes no difference. */
export const proposeTarget: FuzzTarget = {
  name: 'dates',
  make(random) {
    const said = random.chance(0.1)
      ? someText(random)
      : mutateWords(random, random.pick(words), letters);
    const reset = random.pick([
      (text: string) => text.normalize('NFD'),
      (text: string) => text.replaceAll(' ', '\r\n \u3000'),
      (text: string) => `\u200b\ufeff ${text}\u00ad\t`,
      (text: string) =>
        text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ]);
    return {
      input: said,
      check() {
        const proposal = proposeDate(said);
        const warning = explainDate(said);
        ok(proposal === null || warning === null, 'a proposal and a warning');
        deepStrictEqual(proposeDate(reset(said)), proposal);
        if (proposal === null) return;
        const parsed = parseEdtf(proposal.edtf);
        ok(parsed.ok && parsed.value.kind === 'date', proposal.edtf);
        strictEqual(parsed.value.qualifier, undefined);
      },
    };
  },
};

function mutateWords(random: Random, start: string, alphabet: readonly string[]): string {
  let text = start;
  for (let count = random.below(4); count > 0; count -= 1) {
    const at = random.below(text.length + 1);
    const removed = random.below(3);
    const put = random.some(2, () => random.pick(alphabet)).join('');
    text = text.slice(0, at) + put + text.slice(at + removed);
  }
  return text;
}

function checkBounds(value: EdtfValue): void {
  const dates = value.kind === 'interval' ? [value.start, value.end] : [value];
  for (const date of dates)
    if (typeof date !== 'string' && date.kind === 'date') {
      const { earliest, latest } = boundDays(date);
      ok(earliest <= latest, `${earliest} to ${latest}`);
    }
}

const marks = { uncertain: '?', approximate: '~', 'uncertain-and-approximate': '%' } as const;

function writeValue(value: EdtfValue): string {
  switch (value.kind) {
    case 'interval':
      return `${writeEnd(value.start)}/${writeEnd(value.end)}`;
    case 'date':
      return writeEnd(value);
    case 'season':
      return `${writeYear(value.year)}-${value.season}`;
    case 'long-year':
      return `Y${value.year}`;
  }
}

function writeEnd(end: EdtfEnd): string {
  if (end === 'open') return '..';
  if (end === 'unknown') return '';
  const { year, month, day, qualifier } = end;
  const parts = [year, month, day].filter((part) => part !== undefined).join('-');
  return parts + (qualifier === undefined ? '' : marks[qualifier]);
}

function writeYear(year: number): string {
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`;
}
