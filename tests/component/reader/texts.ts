/** Small texts, each with something that makes offsets go wrong elsewhere. */
export const smallTexts: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'one word', text: 'Steel' },
  { name: 'CRLF line ends', text: 'The mine met\r\n\r\nits plan.\r\n' },
  { name: 'blank lines at both ends', text: '\n \n\t\nThe mine.\n\n\nThe works.\n\n' },
  { name: 'emoji and flags', text: 'A 👩‍👩‍👧‍👦 family 🇰🇵 flag 🏭\n𠀋 last' },
  { name: 'decomposed hangul', text: '김책제철\n련합기업소'.normalize('NFD') },
  { name: 'a run from right to left', text: 'The works مصنع الصلب made steel.\nשלום' },
  {
    name: 'no-break and zero-width spaces',
    text: '\u00a0Kangan\u00a0Steel\u200bWorks\u00ad \u2060x\ufeff\n\u200b',
  },
  { name: 'combining marks', text: 'e\u0301a\u0308\u0323 o\u0302' },
  { name: 'spaces and tabs in a row', text: '  two  spaces\tand\t\ttabs  ' },
  { name: 'line and paragraph separators', text: 'a\u2028b\u2029c\u0085d\fe' },
];

const sentence = 'The Kangan Steel Works met its plan for the quarter, and the mine sent its ore. ';

/** One paragraph of at least `length` units, of sentences. */
export function longParagraph(length: number): string {
  return sentence.repeat(Math.ceil(length / sentence.length)).trimEnd();
}

/** At least `length` units in numbered paragraphs of a few hundred each. */
export function longText(length: number): string {
  const paragraphs: string[] = [];
  let total = 0;
  while (total < length) {
    const paragraph = `Paragraph ${paragraphs.length + 1}. ${sentence.repeat(4)}`.trimEnd();
    paragraphs.push(paragraph);
    total += paragraph.length + 1;
  }
  return paragraphs.join('\n');
}
