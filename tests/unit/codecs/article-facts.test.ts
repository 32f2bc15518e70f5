import { describe, expect, it } from 'vitest';
import type { DecodedArticle } from '../../../src/codecs/articles/article-codec';
import { decodeArticle } from '../../../src/codecs/articles/decode-article';

function decodeText(text: string, fileName = 'saved page.txt'): DecodedArticle {
  const decoded = decodeArticle({ fileName, bytes: new TextEncoder().encode(text) });
  if (!decoded.ok) throw new Error(decoded.error.code);
  return decoded.value;
}

const story = 'The works of the town have met the plan, and the mill is in good order.';

describe('title', () => {
  const cases: readonly [string, string, string][] = [
    ['the first line', `Steel Report\n\n${story}`, 'Steel Report'],
    ['trimmed, single spaces', `\n   Steel \u00a0 Report \r\n\r\n${story}`, 'Steel Report'],
    ['after a date line', `January 20, Juche108(2019)\nSteel Report\n${story}`, 'Steel Report'],
    ['after a calendar line', `calendar>>April 5. 2023 Juche 112\nPlans Met\n`, 'Plans Met'],
    [
      'after a viewing date and labels',
      `ID :\nThu, 11/30/2023 - 19:27\nAuther :\n\nDrive On\n\n${story}`,
      'Drive On',
    ],
    ['after a menu', `Home | News | Letters\nSteel Report\n${story}`, 'Steel Report'],
    ['after a masthead', `THE PYONGYANG TIMES        3\n\nSteel Report\n${story}`, 'Steel Report'],
    ['after an address', `https://news.example/a\nSteel Report\n${story}`, 'Steel Report'],
    ['with emoji', '🏭 Output at 𝐉uche Works 🇰🇵\n', '🏭 Output at 𝐉uche Works 🇰🇵'],
    ['not a sentence', `${story}\n\nMore.`, 'saved page'],
    ['not a broken line', `Workers at the Iron and Steel Com-\nplex have met it.`, 'saved page'],
    ['not a dateline', `Hyangju, March 31 (KCNA) -- ${story}`, 'saved page'],
    ['not a long line', `${'Steel '.repeat(60)}\n`, 'saved page'],
  ];
  for (const [name, text, title] of cases) {
    it(name, () => expect(decodeText(text).title).toBe(title));
  }

  it('from a decomposed file name in composed form', () => {
    expect(decodeText(story, '\u1100\u1161\u11bc.1.txt').title).toBe('강.1');
  });
});

describe('outlet', () => {
  const cases: readonly [string, string, string | undefined][] = [
    ['a signature at the end', `${story}\n\nKCNA\n`, 'KCNA'],
    [
      'a signature and a footer',
      `${story}\nKCNA\n2025 © www.pyongyangtimes.com.kp`,
      'The Pyongyang Times',
    ],
    ['a Korean footer', `${story}\nwww.kcna.kp (주체114.1.15.)`, 'KCNA'],
    ['a copyright line', `${story}\nCopyright (C) KOREA NEWS SERVICE(KNS) All Rights`, 'KCNA'],
    ['a signature in brackets', `${story}\n【Rodong Sinmun】`, 'Rodong Sinmun'],
    ['a dateline', `Title\nPyongyang, August 4 (KCNA) -- ${story}`, 'KCNA'],
    ['a Korean dateline', '(평양 1월 15일발 조선중앙통신) 소식이 있다.', 'KCNA'],
    ['a Russian dateline', 'МОСКВА, 5 января 1981 г. (ТАСС). Завод выполнил план.', 'TASS'],
    ['a byline', `${story} Rodong News Team\n`, 'Rodong Sinmun'],
    ['the name within a sentence', `${story}\nKCNA said so.`, undefined],
    ['a host within another', `${story}\nwww.notkcna.kp.example`, undefined],
    ['none', story, undefined],
  ];
  for (const [name, text, outlet] of cases) {
    it(name, () => expect(decodeText(text).outlet).toBe(outlet));
  }
});

const header = (date: string) => ({ date, basis: 'header' });

describe('day of publication', () => {
  const cases: readonly [string, string, object | undefined][] = [
    ['a line of its own', `Title\n\nJanuary 15, 2025\n\n${story}`, header('2025-01-15')],
    ['a day first', `Title\n15 January 2025\n${story}`, header('2025-01-15')],
    ['with its weekday', `Title\nWednesday, January 15, 2025\n${story}`, header('2025-01-15')],
    ['with a label', `Title\nPublished: 2025-01-15\n${story}`, header('2025-01-15')],
    ['in Korean', `제목\n- 1965년 01월 01일 \n소식`, header('1965-01-01')],
    ['Juche year in brackets', `January 20, Juche108(2019)\nT\n${story}`, header('2019-01-20')],
    ['calendar line', `calendar>>April 5. 2023 Juche 112\nT\n${story}`, header('2023-04-05')],
    ['Juche footer', `제목\n소식이 있다.\nwww.kcna.kp (주체114.1.15.)`, header('2025-01-15')],
    [
      'a dateline with its year',
      `T\nPyongyang, January 15, 2025 (KCNA) -- ${story}`,
      { date: '2025-01-15', basis: 'dateline' },
    ],
    [
      'a dateline with its Juche year',
      `T\nPyongyang, January 15 Juche 114 (2025) (KCNA) -- ${story}`,
      { date: '2025-01-15', basis: 'dateline' },
    ],
    ['no dateline without a year', `T\nPyongyang, August 4 (KCNA) -- ${story}`, undefined],
    ['no Korean dateline without a year', '(평양 1월 15일발 조선중앙통신) 소식.', undefined],
    ['no viewing date', `ID :\nThu, 11/30/2023 - 19:27\nT\n${story}`, undefined],
    ['no day in figures of doubtful order', `T\n05/06/2024\n${story}`, undefined],
    ['no years that disagree', `calendar>>April 5. 2023 Juche 110\nT\n${story}`, undefined],
    ['no day that is not there', `T\nFebruary 30, 2025\n${story}`, undefined],
    ['no month without a day', `T\nJanuary 2025\n${story}`, undefined],
    ['no day within a sentence', `T\nIt was January 15, 2025, in the works.\n`, undefined],
    ['no day below the dateline', `T\nPyongyang, May 4 (KCNA) -- A.\nMay 4, 2024\n`, undefined],
    ['no year of a footer', `T\n${story}\n2025 © All rights reserved.`, undefined],
  ];
  for (const [name, text, published] of cases) {
    it(name, () => expect(decodeText(text).published).toEqual(published));
  }
});

describe('language', () => {
  const cases: readonly [string, string, string | undefined][] = [
    ['English', story, 'en'],
    ['Korean', '제철련합기업소에서는 새해의 생산계획을 앞당겨 수행하였다.', 'ko'],
    ['decomposed Korean', '제철련합기업소에서는 새해의 생산계획을'.normalize('NFD'), 'ko'],
    ['Russian', 'Завод досрочно выполнил план последнего года.', 'ru'],
    ['Ukrainian is not guessed', 'Завод виконав план і його колектив її підтримав їх.', undefined],
    ['Japanese', '高炉を改修しました。計画のとおりに進んでいます。', 'ja'],
    ['Chinese', '某钢铁集团第一季度产量增长百分之七集团负责人说今年前三个月', 'zh'],
    ['German is not guessed', 'Das Stahlwerk hat den Plan erfüllt und baut einen Ofen.', undefined],
    ['too short to say', 'Steel', undefined],
  ];
  for (const [name, text, language] of cases) {
    it(name, () => expect(decodeText(text).language).toBe(language));
  }
});

describe('Markdown', () => {
  it('takes its facts from the front matter and keeps every word of the text', () => {
    const text = `---\r\ntitle: "Steel: a Report"\r\ndate: 2025-01-15\r\nlang: ko\r\nsource: https://news.example/a\r\noutlet: Courier\r\ntags: [a, b]\r\n---\r\n# Other\r\n\r\n${story}`;
    expect(decodeText(text, 'a.md')).toMatchObject({
      text,
      title: 'Steel: a Report',
      outlet: 'Courier',
      language: 'ko',
      url: 'https://news.example/a',
      published: { date: '2025-01-15', basis: 'header' },
      source: { mediaType: 'text/markdown' },
    });
  });

  it('takes its title from the first heading', () => {
    expect(decodeText(`Intro\n\n# Steel Report #\n\n# Two\n${story}`, 'a.md').title).toBe(
      'Steel Report',
    );
  });

  it('has no front matter when the rules are the text’s own', () => {
    expect(decodeText(`Title\n---\ntitle: no\n---\n${story}`, 'a.md').title).toBe('Title');
  });
});
