import { describe, expect, it } from 'vitest';
import { layOut } from '../../../src/core/text/layout';
import {
  type Direction,
  moveByCluster,
  moveByParagraph,
  moveBySentence,
  moveByWord,
  moveToEnd,
  nearestPlace,
  wordAt,
} from '../../../src/core/text/motion';

type Motion = typeof moveByCluster;

const byParagraph: Motion = (_text, layout, offset, direction) =>
  moveByParagraph(layout, offset, direction);

/** Where the caret comes to rest on its way from one end of the text to the other, both ends included. */
function walk(text: string, motion: Motion, direction: Direction): readonly number[] {
  const layout = layOut(text);
  const stops: number[] = [];
  let at = moveToEnd(layout, direction === 1 ? -1 : 1);
  while (at !== null && stops.at(-1) !== at) {
    stops.push(at);
    at = motion(text, layout, at, direction);
  }
  return stops;
}

/** The text with a bar at each of the offsets. */
function draw(text: string, offsets: readonly number[]): string {
  const bars = [...new Set(offsets)].toSorted((a, b) => b - a);
  return bars.reduce((drawn, at) => `${drawn.slice(0, at)}|${drawn.slice(at)}`, text);
}

/** The offset in `text` of each bar in `drawn`. */
function barsOf(drawn: string): readonly number[] {
  return [...drawn.matchAll(/\|/g)].map((bar, index) => bar.index - index);
}

const family = '👩‍👩‍👧';

const decomposed = '강'.normalize('NFD');

describe('moveByCluster', () => {
  const cases = [
    { name: 'Latin letters', drawn: '|a|b| |c|' },
    { name: 'composed hangul', drawn: '|강|선|의|' },
    { name: 'decomposed hangul', drawn: `|${decomposed}|${decomposed}|의|` },
    { name: 'a letter with two marks', drawn: '|e\u0301\u0302|s|' },
    { name: 'Chinese, one outside the basic plane', drawn: '|钢|𠮷|厂|' },
    { name: 'emoji with joiners, and flags', drawn: `|${family}|🇰🇵|🇰🇷|` },
    { name: 'a right-to-left run', drawn: '|a| |ש|ל|ם| |b|' },
    { name: 'a no-break space counts', drawn: '|5|\u00a0|t|' },
    { name: 'a zero-width space goes with what follows', drawn: '|a|\u200bb|' },
    { name: 'a run of unseen characters', drawn: '|a|\u200b\u2060\ufeff\u00ad\u200fb|' },
    { name: 'unseen characters beside a blank', drawn: '|a|\u200b |\u200bb|' },
    { name: 'unseen at both ends of a paragraph', drawn: '|\ufeffa|b\u200b|\n|\u202bc\u202c|' },
    { name: 'nothing but unseen characters', drawn: '|a|\n|\u200b\u200b|\n|b|' },
    { name: 'CRLF', drawn: '|a|\r\n|b|\r\n' },
    { name: 'empty and blank paragraphs are not shown', drawn: '\n|a|\n\n \t\n|b|\n\n' },
    { name: 'blanks at the ends of a line are shown', drawn: '| |a| |' },
    { name: 'a single letter', drawn: '|a|' },
    { name: 'a cluster longer than is looked at once', drawn: `|a|e${'\u0301'.repeat(3_000)}|b|` },
    { name: 'blanks only', drawn: ' \n\t ' },
    { name: 'no text', drawn: '' },
  ];
  describe.each(cases)('$name', ({ drawn }) => {
    const text = drawn.replaceAll('|', '');
    it('on', () => expect(draw(text, walk(text, moveByCluster, 1))).toBe(drawn));
    it('back', () => expect(draw(text, walk(text, moveByCluster, -1))).toBe(drawn));
  });
});

describe('moveByWord', () => {
  const cases = [
    {
      name: 'Latin, to ends on and to starts back',
      on: '|The| plant|, built| here|.|',
      back: '|The |plant, |built |here.|',
    },
    { name: 'a single word', on: '|plant|', back: '|plant|' },
    {
      name: 'hangul with particles and figures',
      on: '|공장은| 1.4|분기| 계획을| 107| 000t| 넘쳤다|.|',
      back: '|공장은 |1.4|분기 |계획을 |107 |000t |넘쳤다.|',
    },
    {
      name: 'decomposed hangul as composed',
      on: '|공장은| 1.4|분기| 5|톤|.섰다|.|'.normalize('NFD'),
      back: '|공장은 |1.4|분기 |5|톤.|섰다.|'.normalize('NFD'),
    },
    { name: 'Chinese by the dictionary', on: '|钢铁|厂|生产|。|', back: '|钢铁|厂|生产。|' },
    {
      name: 'hyphens part words, apostrophes and points do not',
      on: '|well|-known| May|-9| don’t| 1,000.5|',
      back: '|well-|known |May-|9 |don’t |1,000.5|',
    },
    {
      name: 'emoji are no words',
      on: `|a| ${family} b| 🇰🇵|`,
      back: `|a ${family} |b 🇰🇵|`,
    },
    { name: 'a right-to-left run', on: '|the| שלום| עולם| here|', back: '|the |שלום |עולם |here|' },
    {
      name: 'no-break and zero-width spaces',
      on: '|No|.\u00a07| coal|\u200bmine\u200b|',
      back: '|No.\u00a0|7 |coal|\u200bmine\u200b|',
    },
    { name: 'a soft hyphen within a word', on: '|Min\u00ading| co|', back: '|Min\u00ading |co|' },
    {
      name: 'CRLF, blank lines, and lines without words',
      on: '|one|.\r\n\r\n* * *\r\n(two|)|\r\n',
      back: '|one.\r\n\r\n* * *\r\n(|two)|\r\n',
    },
    { name: 'underscores alone are no word', on: '|Name| ____ a_b|', back: '|Name ____ |a_b|' },
    { name: 'no words', on: '|--- …|', back: '|--- …|' },
    { name: 'blanks only', on: ' \n ', back: ' \n ' },
  ];
  describe.each(cases)('$name', ({ on, back }) => {
    const text = on.replaceAll('|', '');
    it('on', () => expect(draw(text, walk(text, moveByWord, 1))).toBe(on));
    it('back', () => expect(draw(text, walk(text, moveByWord, -1))).toBe(back));
  });
});

describe('moveBySentence', () => {
  // A sentence is drawn between `[` and `]`. The caret also rests at both ends of the text.
  const cases = [
    { name: 'Latin', drawn: '[It rose.] [It fell!] [Did it?]' },
    { name: 'hangul', drawn: '[공장이 섰다.] [1.4분기 계획을 넘쳤다.]' },
    { name: 'decomposed hangul', drawn: '[공장이 섰다.][《신문》은 썼다.]'.normalize('NFD') },
    { name: 'no blank between', drawn: '[공장이 섰다.][신문은 썼다.]' },
    { name: 'a point within a word', drawn: '[They say x.שלום here.] [It fell.]' },
    { name: 'Chinese', drawn: '[工厂生产钢铁。][他走了。]' },
    { name: 'no stop at the end of a paragraph', drawn: '[Steel rises]\r\n\r\n[coal falls] \r\n' },
    { name: 'blanks around', drawn: '  [It rose.]\u00a0 [It fell.]  ' },
    { name: 'unseen characters between', drawn: '[It rose.]\u200b [It fell.]' },
    { name: 'titles', drawn: '[He met Mr. Kim and Dr. Smith.] [St. Mary rose.]' },
    { name: 'initials', drawn: '[Kim J. S. Lee came.] [J. Smith left.]' },
    {
      name: 'numbers after abbreviations',
      drawn: '[No. 7 Mine rose on Jan. 15, 2025.] [It fell.]',
    },
    { name: 'No. as an answer', drawn: '[No.] [He fell.]' },
    { name: 'the name of a state', drawn: '[The U.S. Treasury came.]' },
    { name: 'the name of a state at the end', drawn: '[He left the U.S.] [The mine rose.]' },
    { name: 'names of companies', drawn: '[Steel Trading Co. Ltd. Director Kim came.]' },
    { name: 'a date in figures', drawn: '[2025. 1. 15.] [공장이 섰다.]' },
    { name: 'quotation marks', drawn: '[“It rose.”] [“It fell.”] ["Go."] [She left.]' },
    { name: 'what follows a quotation', drawn: '[“Come here!” he said.] [“No.”]' },
    { name: 'a particle after a quotation', drawn: '[《가자!》고 말했다.] ["했다."라고 밝혔다.]' },
    {
      name: 'an opening mark without a blank before it',
      drawn: '[말했다.][《신문》은 썼다.][“우리는 간다.”]',
    },
    { name: 'brackets', drawn: '[It rose.] [(See it.)] [It fell (No. 2).]' },
    { name: 'Chinese quotation', drawn: '[他说：“好。”][然后走了。]' },
    { name: 'a right-to-left run', drawn: '[They say שלום here.] [It fell.]' },
    { name: 'initials without end', drawn: `[${'J. '.repeat(20)}Smith came.] [It fell.]` },
  ];
  describe.each(cases)('$name', ({ drawn }) => {
    const text = drawn.replaceAll(/[[\]]/g, '');
    const ends = barsOf(drawn.replaceAll('[', '').replaceAll(']', '|'));
    const starts = barsOf(drawn.replaceAll('[', '|').replaceAll(']', ''));
    const { paragraphs } = layOut(text);
    const edges = [paragraphs[0]?.start ?? 0, paragraphs.at(-1)?.end ?? 0];
    it('on', () =>
      expect(draw(text, walk(text, moveBySentence, 1))).toBe(draw(text, [...edges, ...ends])));
    it('back', () =>
      expect(draw(text, walk(text, moveBySentence, -1))).toBe(draw(text, [...edges, ...starts])));
  });
});

describe('moveByParagraph', () => {
  const cases = [
    { name: 'LF', on: '|one\n|two|', back: '|one\n|two|' },
    {
      name: 'CRLF and blank lines',
      on: '\r\n|one\r\n \r\n|two|\r\n',
      back: '\r\n|one\r\n \r\n|two|\r\n',
    },
    { name: 'one paragraph', on: '| one. two |', back: '| one. two |' },
    { name: 'blanks only', on: ' \n ', back: ' \n ' },
  ];
  describe.each(cases)('$name', ({ on, back }) => {
    const text = on.replaceAll('|', '');
    it('on', () => expect(draw(text, walk(text, byParagraph, 1))).toBe(on));
    it('back', () => expect(draw(text, walk(text, byParagraph, -1))).toBe(back));
  });

  it.each([
    { name: 'back to the start of this one', from: 6, direction: -1, to: 5 },
    { name: 'back from a start to the one before', from: 5, direction: -1, to: 0 },
    { name: 'back from the gap to the start of the one above', from: 4, direction: -1, to: 0 },
    { name: 'on from within', from: 1, direction: 1, to: 5 },
    { name: 'on from the gap', from: 4, direction: 1, to: 5 },
  ] as const)('$name', ({ from, direction, to }) => {
    expect(moveByParagraph(layOut('one\n\ntwo'), from, direction)).toBe(to);
  });
});

describe('moveToEnd', () => {
  it.each([
    { name: 'the first and last paragraph', text: '\n\n one \n', first: 2, last: 7 },
    { name: 'no paragraph', text: ' \n', first: null, last: null },
  ])('$name', ({ text, first, last }) => {
    expect(moveToEnd(layOut(text), -1)).toBe(first);
    expect(moveToEnd(layOut(text), 1)).toBe(last);
  });
});

describe('nearestPlace', () => {
  const cases = [
    { name: 'a place itself', text: 'one two', offset: 3, place: 3 },
    { name: 'before the first paragraph', text: '\n\none', offset: 0, place: 2 },
    { name: 'between paragraphs', text: 'one\r\n\r\ntwo', offset: 5, place: 3 },
    { name: 'within a CRLF', text: 'one\r\ntwo', offset: 4, place: 3 },
    { name: 'after the last paragraph', text: 'one\n\n', offset: 5, place: 3 },
    { name: 'outside the text', text: 'one', offset: 99, place: 3 },
    { name: 'before the text', text: 'one', offset: -1, place: 0 },
    { name: 'nearer to the start of a cluster', text: `a${family}`, offset: 3, place: 1 },
    { name: 'nearer to the end of a cluster', text: `a${family}`, offset: 8, place: 9 },
    { name: 'half a character', text: '𠮷', offset: 1, place: 0 },
    { name: 'among unseen characters', text: 'a\u200b\u200b\u200bb', offset: 3, place: 1 },
    { name: 'unseen characters at the start', text: '\ufeff\u200fa', offset: 1, place: 0 },
    { name: 'unseen characters at the end', text: 'a\u200b\u200b', offset: 1, place: 3 },
    { name: 'no paragraph', text: ' \n', offset: 1, place: null },
  ];
  it.each(cases)('$name', ({ text, offset, place }) => {
    expect(nearestPlace(text, layOut(text), offset)).toBe(place);
  });
});

describe('wordAt', () => {
  // The caret is drawn as a bar.
  const cases = [
    { name: 'in a word', drawn: 'the pl|ant rose', word: 'plant' },
    { name: 'at its end', drawn: 'the plant|, here', word: 'plant' },
    { name: 'at its start', drawn: 'the |plant rose', word: 'plant' },
    { name: 'between two', drawn: '钢铁|厂', word: '钢铁' },
    { name: 'after an opening mark', drawn: '(|plant)', word: 'plant' },
    { name: 'after an opening mark and an unseen one', drawn: '(|\u200fplant)', word: 'plant' },
    { name: 'before an unseen mark', drawn: 'plant\u200f\u200b| rose', word: 'plant' },
    { name: 'with its particle', drawn: '제강소|는 섰다', word: '제강소는' },
    { name: 'a number', drawn: '1.|4분기', word: '1.4' },
    { name: 'at the end of a paragraph', drawn: 'one|\n\ntwo', word: 'one' },
    { name: 'between paragraphs', drawn: 'one\n|\ntwo', word: 'one' },
    { name: 'beside blanks only', drawn: 'one | two', word: null },
    { name: 'beside punctuation only', drawn: 'one .|. two', word: null },
    { name: 'no paragraph', drawn: ' |\n', word: null },
  ];
  it.each(cases)('$name', ({ drawn, word }) => {
    const text = drawn.replace('|', '');
    const span = wordAt(text, layOut(text), drawn.indexOf('|'));
    expect(span && text.slice(span.start, span.end)).toBe(word);
  });
});

describe('in a paragraph of 500 kB', () => {
  const sentence = '공장은 1.4분기 계획을 넘쳐 수행하였다. ';
  const text = sentence.repeat(Math.ceil(500_000 / sentence.length));
  const layout = layOut(text);
  const middle = sentence.length * 10_000;

  it.each([
    { name: 'cluster', motion: moveByCluster, on: 1, back: -1 },
    { name: 'word', motion: moveByWord, on: 3, back: -7 },
    { name: 'sentence', motion: moveBySentence, on: sentence.length - 1, back: -sentence.length },
  ])('by $name', ({ motion, on, back }) => {
    expect(motion(text, layout, middle, 1) - middle).toBe(on);
    expect(motion(text, layout, middle, -1) - middle).toBe(back);
  });

  it.each([
    { name: 'without a break', text: 'a'.repeat(500_000), on: 500_000 },
    { name: 'without a word', text: '.'.repeat(500_000), on: 500_000 },
  ])('by word, $name', ({ text: monotone, on }) => {
    expect(moveByWord(monotone, layOut(monotone), 0, 1)).toBe(on);
    expect(moveByWord(monotone, layOut(monotone), on, -1)).toBe(0);
  });
});
