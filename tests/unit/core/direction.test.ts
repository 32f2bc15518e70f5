import { describe, expect, it } from 'vitest';
import { directionAt, directionOf, directionOfLetters } from '../../../src/core/text/direction';
import { splitParagraphs } from '../../../src/core/text/paragraphs';

describe('the direction of a paragraph', () => {
  const cases = [
    ['Latin', 'The works', 'ltr'],
    ['hangul', '강선제강소', 'ltr'],
    ['Arabic', 'افتتح المصنع (Kangan Mine)', 'rtl'],
    ['Persian', 'می‌خواهم', 'rtl'],
    ['Hebrew', 'שלום Kangan', 'rtl'],
    ['Urdu', 'یہ Kangan', 'rtl'],
    ['Syriac', 'ܫܠܡܐ', 'rtl'],
    ['Thaana', 'ދިވެހި', 'rtl'],
    ['Adlam, beyond the first plane', '𞤀𞤣𞤤𞤢𞤥', 'rtl'],
    ['presentation forms', 'ﻣﺼﻨﻊ', 'rtl'],
    ['Latin with Arabic in it', 'Kangan مصنع', 'ltr'],
    ['figures and punctuation before Arabic', '2025، (9) – مصنع', 'rtl'],
    ['figures of Arabic before Latin', '٢٠٢٥ Kangan', 'ltr'],
    ['a mark before Latin', '\u200fKangan', 'rtl'],
    ['another mark before Arabic', '\u200eمصنع', 'ltr'],
    ['an override before Latin', '\u202eKangan', 'ltr'],
    ['nothing but figures', '2025-01-09!', 'ltr'],
  ] as const;
  it.each(cases)('%s', (_name, text, direction) => {
    expect(directionOf(text, { start: 0, end: text.length })).toBe(direction);
  });

  it('is its own, whatever stands around it', () => {
    const text = 'Kangan\n\nمصنع (Kangan)\r\n2025\nשלום';
    const paragraphs = splitParagraphs(text);
    expect(paragraphs.map((paragraph) => directionOf(text, paragraph))).toEqual([
      'ltr',
      'rtl',
      'ltr',
      'rtl',
    ]);
    expect(directionAt(text, paragraphs, text.indexOf('(Kangan'))).toBe('rtl');
    expect(directionAt(text, paragraphs, 7)).toBe('ltr');
    expect(directionAt(text, [], 0)).toBe('ltr');
  });

  it('is none for letters that take that of others', () => {
    expect([' ', '(', '9', '–', ''].map(directionOfLetters)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
