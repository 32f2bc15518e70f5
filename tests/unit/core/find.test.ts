import { describe, expect, it } from 'vitest';
import { findAll } from '../../../src/core/text/find';

const cases = [
  {
    name: 'every place, in order',
    text: 'steel and Steel',
    query: 'steel',
    found: ['steel', 'Steel'],
  },
  {
    name: 'matching case',
    text: 'steel and Steel',
    query: 'Steel',
    matchCase: true,
    found: ['Steel'],
  },
  {
    name: 'a space finds no-break and double spaces',
    text: 'Kim\u00a0 Chaek',
    query: 'Kim Chaek',
    found: ['Kim\u00a0 Chaek'],
  },
  {
    name: 'a space finds a line end',
    text: 'Kim\r\nChaek',
    query: 'kim chaek',
    found: ['Kim\r\nChaek'],
  },
  {
    name: 'quotation marks',
    text: 'Workers’ Party',
    query: "workers' party",
    found: ['Workers’ Party'],
  },
  { name: 'hyphens', text: 'newly‑built', query: 'newly-built', found: ['newly‑built'] },
  {
    name: 'a soft hyphen within a word',
    text: 'com\u00adplex',
    query: 'complex',
    found: ['com\u00adplex'],
  },
  {
    name: 'composed finds decomposed',
    text: '강선'.normalize('NFD'),
    query: '강선',
    found: ['강선'.normalize('NFD')],
  },
  { name: 'decomposed finds composed', text: 'café', query: 'cafe\u0301', found: ['café'] },
  {
    name: 'characters of patterns are plain',
    text: 'a.b (c) [d] x{2} $1 ^ | \\ / *',
    query: '(c) [d] x{2} $1 ^ | \\ / *',
    found: ['(c) [d] x{2} $1 ^ | \\ / *'],
  },
  { name: 'astral characters', text: '𠮷野 and 𠮷', query: '𠮷', found: ['𠮷', '𠮷'] },
  { name: 'no overlap', text: 'aaaa', query: 'aa', found: ['aa', 'aa'] },
  { name: 'a blank query', text: 'a b', query: '  ', found: [] },
  { name: 'nothing', text: 'abc', query: 'x', found: [] },
];

describe('findAll', () => {
  it.each(cases)('$name', ({ text, query, matchCase = false, found }) => {
    expect(
      findAll(text, query, { matchCase }).map(({ start, end }) => text.slice(start, end)),
    ).toEqual(found);
  });
});
