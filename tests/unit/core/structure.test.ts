import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/core/text/layout';
import type { Span } from '../../../src/core/text/span';
import { narrow, stepsOf, widen } from '../../../src/core/text/structure';

/** The text without its marks: a caret is drawn as a bar, a span between two bars. */
function read(drawn: string) {
  const [before = '', within = '', after] = drawn.split('|');
  const text = drawn.replaceAll('|', '');
  const end = after === undefined ? before.length : before.length + within.length;
  return { text, layout: layOut(text), span: { start: before.length, end } };
}

function wordsOf(text: string, spans: readonly Span[]): readonly string[] {
  return spans.map(({ start, end }) => text.slice(start, end));
}

describe('stepsOf', () => {
  const cases = [
    {
      name: 'a caret in a word',
      drawn: 'The mine, as pla|nned, rose. It fell.',
      steps: ['planned', 'as planned', 'The mine, as planned, rose', 'The mine, as planned, rose.'],
    },
    {
      name: 'part of a word',
      drawn: 'It rose; the st|ee|l fell. Yes.',
      steps: ['steel', 'the steel fell', 'It rose; the steel fell', 'It rose; the steel fell.'],
    },
    {
      name: 'several words over a mark',
      drawn: 'It rose, the |steel, co|al: fell. Yes.',
      steps: [
        'steel, coal',
        'the steel, coal',
        'It rose, the steel, coal: fell',
        'It rose, the steel, coal: fell.',
      ],
    },
    {
      name: 'a full stop included',
      drawn: 'It rose, it |fell.| Yes.',
      steps: ['fell.', 'It rose, it fell.'],
    },
    {
      name: 'figures, hyphens and apostrophes part nothing',
      drawn: 'In 12:30, well-known miners’ |107,000 t| don’t rise. Yes.',
      steps: [
        '107,000 t',
        'well-known miners’ 107,000 t don’t rise',
        'In 12:30, well-known miners’ 107,000 t don’t rise',
        'In 12:30, well-known miners’ 107,000 t don’t rise.',
      ],
    },
    {
      name: 'dashes',
      drawn: 'It – from 2020–2025 |rose| - fell — all--so. Yes.',
      steps: [
        'rose',
        'from 2020–2025 rose',
        'It – from 2020–2025 rose - fell — all--so',
        'It – from 2020–2025 rose - fell — all--so.',
      ],
    },
    {
      name: 'hangul with particle, corner marks',
      drawn: '《새|날》은 썼다. 섰다.',
      steps: ['새날', '《새날》은 썼다', '《새날》은 썼다.'],
    },
    {
      name: 'decomposed hangul',
      drawn: '공|장은 섰다. 간다.'.normalize('NFD'),
      steps: ['공장은', '공장은 섰다', '공장은 섰다.'].map((step) => step.normalize('NFD')),
    },
    {
      name: 'Chinese',
      drawn: '平壤、钢|铁厂，生产。好。',
      steps: ['钢铁', '钢铁厂', '平壤、钢铁厂，生产', '平壤、钢铁厂，生产。'],
    },
    {
      name: 'a sentence in quotation marks',
      drawn: '“It r|ose.” Yes.',
      steps: ['rose', 'It rose', '“It rose.”'],
    },
    {
      name: 'a quotation within a sentence',
      drawn: 'He said, “It r|ose.” Yes.',
      steps: ['rose', 'It rose.', 'He said, “It rose.”'],
    },
    {
      name: 'straight marks within a sentence',
      drawn: 'He said, "It r|ose." Yes.',
      steps: ['rose', 'It rose.', 'He said, "It rose."'],
    },
    {
      name: 'the last sentence of a quotation',
      drawn: 'It said: “It fell. It r|ose.” Yes.',
      steps: ['rose', 'It rose', 'It rose.”'],
    },
    {
      name: 'the first sentence of a quotation',
      drawn: '“It r|ose. It fell.” Yes.',
      steps: ['rose', 'It rose', '“It rose.'],
    },
    {
      name: 'brackets before the full stop',
      drawn: 'The mine (W|M). Yes.',
      steps: ['WM', 'The mine (WM)', 'The mine (WM).'],
    },
    {
      name: 'a caret between two words of blanks',
      drawn: 'It rose, it | fell. Yes.',
      steps: ['it  fell', 'It rose, it  fell', 'It rose, it  fell.'],
    },
    {
      name: 'a caret after the full stop',
      drawn: 'It rose, it fell.| Yes.',
      steps: ['it fell', 'It rose, it fell', 'It rose, it fell.'],
    },
    { name: 'a sentence of points only', drawn: '.|..', steps: [], whole: '...' },
    {
      name: 'several sentences',
      drawn: 'It r|ose. It f|ell. Yes.',
      steps: ['rose. It fell', 'It rose. It fell', 'It rose. It fell.'],
    },
    {
      name: 'blanks around do not count',
      drawn: 'It| rose |well. Yes.',
      steps: ['rose', 'It rose well', 'It rose well.'],
    },
    {
      name: 'blanks selected are a caret',
      drawn: 'It rose|  |well. Yes.',
      steps: ['rose', 'It rose  well', 'It rose  well.'],
    },
    {
      name: 'unseen marks at the ends are left out',
      drawn: '\u202bIt r|ose\u202c. Yes.\u200b',
      steps: ['rose', 'It rose', 'It rose\u202c.'],
      whole: 'It rose\u202c. Yes.',
    },
    {
      name: 'clusters stay whole',
      drawn: 'It 👩‍👩‍|👧 rose. Yes.',
      steps: ['It 👩‍👩‍👧 rose', 'It 👩‍👩‍👧 rose.'],
    },
    {
      name: 'a right-to-left run',
      drawn: 'It, של|ום עולם, rose. Yes.',
      steps: ['שלום', 'שלום עולם', 'It, שלום עולם, rose', 'It, שלום עולם, rose.'],
    },
  ];
  it.each(cases)('$name', ({ drawn, steps, whole }) => {
    const { text, layout, span } = read(drawn);
    expect(wordsOf(text, stepsOf(text, layout, span))).toEqual([...steps, whole ?? text]);
  });

  it('takes an offset for a caret', () => {
    const { text, layout, span } = read('It ro|se. Yes.');
    expect(stepsOf(text, layout, span.start)).toEqual(stepsOf(text, layout, span));
  });

  it.each([
    {
      name: 'a span over several',
      drawn: ' one t|wo.\r\n\r\nthr|ee four\r\nfive',
      steps: ['one two.\r\n\r\nthree four'],
    },
    {
      name: 'a span with the blank line below',
      drawn: 'one |two\r\n\r\n|three',
      steps: ['two', 'one two'],
    },
    { name: 'a caret between two', drawn: 'one two\n|\nthree', steps: ['two', 'one two'] },
    { name: 'a line end that is no white space', drawn: 'one| \u0085 |two', steps: ['one'] },
    { name: 'one word', drawn: '\n|one\n', steps: ['one'] },
    { name: 'no paragraph', drawn: ' |\n', steps: [] },
  ])('keeps to paragraphs: $name', ({ drawn, steps }) => {
    const { text, layout, span } = read(drawn);
    expect(wordsOf(text, stepsOf(text, layout, span))).toEqual(steps);
  });
});

describe('widen', () => {
  it.each([
    { name: 'a caret to its word', drawn: 'It ro|se.', wider: 'rose' },
    { name: 'part of a word to all of it', drawn: 'It r|o|se.', wider: 'rose' },
    { name: 'a word to its phrase', drawn: 'It |rose|, yes.', wider: 'It rose' },
    { name: 'a word with a blank selected', drawn: 'It |rose |well, yes.', wider: 'It rose well' },
    {
      name: 'a sentence to its paragraph',
      drawn: '|It rose.| It fell.',
      wider: 'It rose. It fell.',
    },
    { name: 'two paragraphs no further', drawn: '|one\n\ntwo|\nthree', wider: 'one\n\ntwo' },
    { name: 'a paragraph no further', drawn: '\n|one|\n', wider: 'one' },
    { name: 'nothing to nothing', drawn: ' |\n', wider: '' },
  ])('$name', ({ drawn, wider }) => {
    const { text, layout, span } = read(drawn);
    const { start, end } = widen(text, layout, span);
    expect(text.slice(start, end)).toBe(wider);
  });
});

describe('narrow', () => {
  it.each([
    {
      name: 'a paragraph to the sentence',
      drawn: '|It rose. It fell.|',
      caret: 11,
      narrower: 'It fell.',
    },
    {
      name: 'a sentence to its words',
      drawn: '|It rose.| It fell.',
      caret: 1,
      narrower: 'It rose',
    },
    { name: 'a phrase to the word', drawn: '|It rose|, yes.', caret: 5, narrower: 'rose' },
    { name: 'several paragraphs to one', drawn: '|one two\nthree|', caret: 5, narrower: 'one two' },
    { name: 'no unit of its own', drawn: 'It |rose we|ll, yes.', caret: 4, narrower: 'rose' },
    { name: 'a word no further', drawn: 'It |rose|.', caret: 4, narrower: null },
    { name: 'not to a unit outside', drawn: 'It |rose|, it fell.', caret: 12, narrower: null },
  ])('$name', ({ drawn, caret, narrower }) => {
    const { text, layout, span } = read(drawn);
    const found = narrow(text, layout, span, caret);
    expect(found && text.slice(found.start, found.end)).toBe(narrower);
  });
});

describe('in a paragraph of 500 kB', () => {
  it('goes from the word to the whole', () => {
    const sentence = 'The mine, as planned, rose. ';
    const text = sentence.repeat(Math.ceil(500_000 / sentence.length));
    const place = sentence.length * 9_000 + 14;
    expect(wordsOf(text, stepsOf(text, layOut(text), place))).toEqual([
      'planned',
      'as planned',
      'The mine, as planned, rose',
      'The mine, as planned, rose.',
      text.trimEnd(),
    ]);
  });
});
