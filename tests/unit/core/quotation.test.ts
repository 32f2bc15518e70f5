import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fragments } from '../../../src/core/annotation/annotation';
import type { Article } from '../../../src/core/article';
import { quotationOf } from '../../../src/core/quotation';
import { layOut } from '../../../src/core/text/layout';
import { buildArticle } from '../../support/builders';

const words = {
  paragraph: (number: number) => `para. ${number}`,
  paragraphs: (first: number, last: number) => `paras ${first}–${last}`,
};

const known = buildArticle({
  outlet: 'Courier',
  published: { date: '2025-01-15', basis: 'header' },
});

/** The quotation of the first place of each of `quoted` in `text`. */
function quote(text: string, quoted: readonly string[], article: Article = known): string {
  const [first, ...rest] = quoted.map((part) => {
    const start = text.indexOf(part);
    if (start < 0) throw new Error(`not in the text: ${part}`);
    return { start, end: start + part.length };
  });
  if (!first) throw new Error('nothing is quoted');
  const fragments: Fragments = [first, ...rest];
  return quotationOf({ article, text, layout: layOut(text), fragments, words });
}

const lines = 'Head\n\nThe furnace was lit.\r\nIt “burns” well.\n\nEnd';

describe('a quotation', () => {
  const cases = [
    {
      name: 'words of one paragraph',
      text: lines,
      quoted: ['furnace was lit'],
      gives:
        '“furnace was lit” (Steel works report, Courier, 2025-01-15, para. 2; steel.txt, UTF-16 10–25)',
    },
    {
      name: 'the first words of the text',
      text: lines,
      quoted: ['Head'],
      gives: '“Head” (Steel works report, Courier, 2025-01-15, para. 1; steel.txt, UTF-16 0–4)',
    },
    {
      name: 'the last words of the text',
      text: lines,
      quoted: ['End'],
      gives: '“End” (Steel works report, Courier, 2025-01-15, para. 4; steel.txt, UTF-16 46–49)',
    },
    {
      name: 'a CRLF inside becomes one space',
      text: lines,
      quoted: ['was lit.\r\nIt'],
      gives:
        '“was lit. It” (Steel works report, Courier, 2025-01-15, paras 2–3; steel.txt, UTF-16 18–30)',
    },
    {
      name: 'a blank line and blanks round it become one space',
      text: 'one \n \t\n two',
      quoted: ['one \n \t\n two'],
      gives:
        '“one two” (Steel works report, Courier, 2025-01-15, paras 1–2; steel.txt, UTF-16 0–12)',
    },
    {
      name: 'blanks without a line end stay',
      text: 'one  two\tthree',
      quoted: ['one  two\tthree'],
      gives:
        '“one  two\tthree” (Steel works report, Courier, 2025-01-15, para. 1; steel.txt, UTF-16 0–14)',
    },
    {
      name: 'quotation marks inside stay as they are',
      text: lines,
      quoted: ['It “burns” well'],
      gives:
        '“It “burns” well” (Steel works report, Courier, 2025-01-15, para. 3; steel.txt, UTF-16 28–43)',
    },
    {
      name: 'fragments of one paragraph',
      text: lines,
      quoted: ['The', 'lit'],
      gives:
        '“The … lit” (Steel works report, Courier, 2025-01-15, para. 2; steel.txt, UTF-16 6–9, 22–25)',
    },
    {
      name: 'fragments of several paragraphs',
      text: lines,
      quoted: ['Head', 'burns', 'End'],
      gives:
        '“Head … burns … End” (Steel works report, Courier, 2025-01-15, paras 1–4; steel.txt, UTF-16 0–4, 32–37, 46–49)',
    },
    {
      name: 'words that begin with a line end count from their own paragraph',
      text: lines,
      quoted: ['\r\nIt'],
      gives: '“It” (Steel works report, Courier, 2025-01-15, para. 3; steel.txt, UTF-16 26–30)',
    },
    {
      name: 'places count in UTF-16 units',
      text: '🏭 제철소 works',
      quoted: ['works'],
      gives: '“works” (Steel works report, Courier, 2025-01-15, para. 1; steel.txt, UTF-16 7–12)',
    },
  ] as const;
  it.each(cases)('$name', ({ text, quoted, gives }) => {
    expect(quote(text, quoted)).toBe(gives);
  });

  const facts: readonly { name: string; article: Article; gives: string }[] = [
    {
      name: 'neither outlet nor date',
      article: buildArticle(),
      gives: '“Works” (Steel works report, para. 1; steel.txt, UTF-16 0–5)',
    },
    {
      name: 'no date',
      article: buildArticle({ outlet: 'Courier' }),
      gives: '“Works” (Steel works report, Courier, para. 1; steel.txt, UTF-16 0–5)',
    },
    {
      name: 'no outlet',
      article: buildArticle({ published: { date: '2024-02-29', basis: 'user' } }),
      gives: '“Works” (Steel works report, 2024-02-29, para. 1; steel.txt, UTF-16 0–5)',
    },
  ];
  it.each(facts)('leaves out what is not known: $name', ({ article, gives }) => {
    expect(quote('Works', ['Works'], article)).toBe(gives);
  });

  it('is one line, and its places cut the words from the text again', () => {
    const piece = fc.constantFrom('a', 'b ', '  ', '\n', '\r\n', '\u2028', '“', '🏭', '제');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.nat(), (pieces, at) => {
        const start = pieces.slice(0, at % pieces.length).join('').length;
        const text = pieces.join('');
        const fragments: Fragments = [{ start, end: text.length }];
        const made = quotationOf({ article: known, text, layout: layOut(text), fragments, words });
        expect(made).not.toMatch(/[\n\r\u2028]/);
        const [, from, to] = /UTF-16 (\d+)–(\d+)\)$/.exec(made) ?? [];
        const again = text.slice(Number(from), Number(to));
        const quoted = made.slice(1, made.lastIndexOf('” ('));
        expect(quoted.replace(/\s/g, '')).toBe(again.replace(/\s/g, ''));
      }),
    );
  });
});
