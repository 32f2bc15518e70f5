import { describe, expect, it } from 'vitest';
import type { DecodedArticle } from '../../../src/codecs/articles/article-codec';
import { decodeArticle } from '../../../src/codecs/articles/decode-article';

async function decodeText(text: string, fileName = 'saved page.txt'): Promise<DecodedArticle> {
  const decoded = await decodeArticle({ fileName, bytes: new TextEncoder().encode(text) });
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
    it(name, async () => expect((await decodeText(text)).title).toBe(title));
  }

  it('from a decomposed file name in composed form', async () => {
    expect((await decodeText(story, '\u1100\u1161\u11bc.1.txt')).title).toBe('강.1');
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
    it(name, async () => expect((await decodeText(text)).outlet).toBe(outlet));
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
    it(name, async () => expect((await decodeText(text)).published).toEqual(published));
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
    it(name, async () => expect((await decodeText(text)).language).toBe(language));
  }
});

const mill = { title: 'A mill opens', published: { date: '2025-01-22', basis: 'header' } };

describe('Markdown', () => {
  it('takes its facts from the front matter and keeps every word of the text', async () => {
    const text = `---\r\ntitle: "Steel: a Report"\r\ndate: 2025-01-15\r\nlang: ko\r\nsource: https://news.example/a\r\noutlet: Courier\r\ntags: [a, b]\r\n---\r\n# Other\r\n\r\n${story}`;
    expect(await decodeText(text, 'a.md')).toMatchObject({
      text,
      title: 'Steel: a Report',
      outlet: 'Courier',
      language: 'ko',
      url: 'https://news.example/a',
      published: { date: '2025-01-15', basis: 'header' },
      source: { mediaType: 'text/markdown' },
    });
  });

  const frontMatter: readonly [string, string, object][] = [
    ['YAML closed by dots', '---\ntitle: A mill opens\ndate: 2025-01-22\n...\n', mill],
    ['YAML with CR', '---\rtitle: A mill opens\rdate: 2025-01-22\r---\r', mill],
    ['TOML', '+++\ntitle = "A mill opens"\ndate = 2025-01-22\n+++\n', mill],
    [
      'TOML with a time, a comment, a table and CRLF',
      "+++\r\n# of the post\r\ndate = 2025-01-22T09:00:00+09:00 # local\r\ntitle = 'A mill opens'\r\ntags = ['a']\r\n[params]\r\ntitle = 'No'\r\n+++\r\n",
      mill,
    ],
    [
      'TOML with a time and no zone',
      '+++\ntitle = """\nA mill opens"""\ndate = 2025-01-22 23:30:00\n+++\n',
      mill,
    ],
    [
      'marks within double quotes',
      '---\ntitle: "The mill: \\"first\\" of many \\u2014 \\\\"\n---\n',
      { title: 'The mill: "first" of many — \\' },
    ],
    [
      'single quotes and a comment',
      "---\ntitle: 'Kangan''s mill' # draft\n---\n",
      { title: "Kangan's mill" },
    ],
    ['a comment after plain words', '---\ntitle: Mill no#1 # draft\n---\n', { title: 'Mill no#1' }],
    ['a folded title', '---\ntitle: >-\n  A mill\n  opens\n---\n', { title: 'A mill opens' }],
    ['a title over two lines', '---\ntitle: A mill\n  opens\n---\n', { title: 'A mill opens' }],
    ['a title of figures', '---\ntitle: 1984\n---\n', { title: '1984' }],
    ['keys in quotes, in any case', '---\n"Title": A mill opens\n---\n', { title: 'A mill opens' }],
    ['a mapping in braces', '---\n{title: A mill opens, date: 2025-01-22}\n---\n', mill],
    [
      'an entry that is no YAML beside sound ones',
      '---\ntitle: The mill: first of many # draft\ntags:\n- a\ndate: 2025-01-22\n---\n',
      { title: 'The mill: first of many', published: { date: '2025-01-22', basis: 'header' } },
    ],
    [
      'words after quotes',
      '---\ntitle: "A" mill opens\nlang: ko\n---\n',
      { title: '"A" mill opens', language: 'ko' },
    ],
    ['a later name of the day', '---\npublishDate: 2025-01-22\ntitle: A mill opens\n---\n', mill],
    [
      'the first of two',
      '---\ntitle: A mill opens\ntitle: No\ndate: soon\npublished: 2025-01-22\n---\n',
      mill,
    ],
  ];
  for (const [name, matter, facts] of frontMatter) {
    it(`reads front matter: ${name}`, async () => {
      const text = `${matter}\nThe works have met the plan.\n`;
      expect(await decodeText(text, 'a.md')).toMatchObject({ text, ...facts });
    });
  }

  it.each([
    [
      'that refers to itself',
      '---\na: &a [*a]\nb: &b [*a, *a, *a]\n<<: *b\ntitle: A mill opens\n---\n',
    ],
    ['with a tag of its own', '---\nx: !!js/function "x"\ntitle: A mill opens\n---\n'],
    ['nested without end', `---\ntitle: A mill opens\nx: ${'['.repeat(9000)}\n---\n`],
    ['with the name of a prototype', '---\n__proto__: {x: y}\ntitle: A mill opens\n---\n'],
    ['in TOML with the name of a prototype', '+++\n__proto__ = "x"\ntitle = "A mill opens"\n+++\n'],
  ])('is not harmed by front matter %s', async (_name, matter) => {
    expect((await decodeText(`${matter}${story}`, 'a.md')).title).toBe('A mill opens');
  });

  it('takes no fact from TOML that is broken, nested or not', async () => {
    for (const broken of ['title = "A', `title = ${'['.repeat(9000)}`])
      expect((await decodeText(`+++\n${broken}\n+++\n# Head\n${story}`, 'a.md')).title).toBe(
        'Head',
      );
  });

  const titles: readonly [string, string, string][] = [
    ['the first heading', `Intro\n\n# Steel Report #\n\n# Two\n${story}`, 'Steel Report'],
    ['a heading of the first level among others', `## No\n\n# Steel Report\n`, 'Steel Report'],
    ['a deeper heading at the very beginning', `\n## Steel Report\n\n${story}`, 'Steel Report'],
    ['no hash mark within code', `\`\`\`sh\n# no\n\`\`\`\n\n# Steel Report\n`, 'Steel Report'],
    [
      'no hash mark within code of more marks',
      `~~~~\n~~~\n# no\n~~~~~\n# Steel Report`,
      'Steel Report',
    ],
    [
      'no hash mark within code of other marks',
      '```\n~~~\n# no\n```\n# Steel Report',
      'Steel Report',
    ],
    [
      'no hash mark in code that is closed by no word',
      '```\n``` x\n# no\n```\n# Steel Report',
      'Steel Report',
    ],
    ['no hash mark in indented code', `Words\n\n    # no\n\n# Steel Report`, 'Steel Report'],
    ['no hash mark in a comment', `<!--\n# no\n-->\n# Steel Report`, 'Steel Report'],
    ['code on one line', '```# no``` words\n# Steel Report', 'Steel Report'],
    ['no hash mark without a blank', `#no\n\n# Steel Report`, 'Steel Report'],
    ['an underlined heading', `Words\n\nSteel Report\n============\n\n${story}`, 'Steel Report'],
    ['an underlined heading of two lines', `Steel\n  Report\r\n===\r\n${story}`, 'Steel Report'],
    ['an underlined heading before a marked one', `Steel Report\n=\n\n# No`, 'Steel Report'],
    ['no item above a line', `- no\n===\n\n# Steel Report`, 'Steel Report'],
    ['no line of signs by itself', `\n====\n\n# Steel Report`, 'Steel Report'],
    [
      'no paragraph of a page above a line',
      `${story.repeat(9)}\n===\n\n# Steel Report`,
      'Steel Report',
    ],
  ];
  for (const [name, text, title] of titles) {
    it(`has for its title ${name}`, async () =>
      expect((await decodeText(text, 'a.md')).title).toBe(title));
  }

  it('has no front matter when the rules are the text’s own', async () => {
    expect((await decodeText(`Title\n---\ntitle: no\n---\n${story}`, 'a.md')).title).toBe('Title');
  });

  it('has no front matter where prose stands between rules', async () => {
    expect((await decodeText(`---\nA mill opens\n---\n# Head\n${story}`, 'a.md')).title).toBe(
      'Head',
    );
    expect((await decodeText(`---\nA mill opens\n---\n${story}`, 'a.md')).title).toBe(
      'A mill opens',
    );
  });
});

describe('the day of a time stamp', () => {
  const stamps: readonly [string, string | undefined][] = [
    ['2025-01-22', '2025-01-22'],
    ['2025-1-2', '2025-01-02'],
    ['2025-01-22T09:00', '2025-01-22'],
    ['2025-01-22T00:30:00+09:00', '2025-01-22'],
    ['2025-01-22T09:00:00.123Z', '2025-01-22'],
    ['2025-01-22 09:00:00 +0900', '2025-01-22'],
    ['2025-01-22 9:00 KST', '2025-01-22'],
    ['2025-01-22 09:00:00 UTC', '2025-01-22'],
    ['2025-01-22 09:00 Asia/Seoul', '2025-01-22'],
    ['2025/01/22 09:00', '2025-01-22'],
    ['2025.01.22 오후 3:12', '2025-01-22'],
    ['2025년 1월 22일 09:00', '2025-01-22'],
    ['Wed, 22 Jan 2025 09:00:00 GMT', '2025-01-22'],
    ['Wed, 22 Jan 2025 09:00:00 +0900', '2025-01-22'],
    ['Wed Jan 22 2025 09:00:00 GMT+0900 (Korean Standard Time)', '2025-01-22'],
    ['Wednesday, January 22, 2025 at 9:00 a.m.', '2025-01-22'],
    ['22 January 2025, 09:00', '2025-01-22'],
    ['20250122', '2025-01-22'],
    ['20250122T090000+0900', '2025-01-22'],
    ['20250122090000', '2025-01-22'],
    ['20251322', undefined],
    ['01/02/2025 09:00', undefined],
    ['11/30/2023 - 19:27', undefined],
    ['1737504000', undefined],
    ['2025-01', undefined],
    ['2025-02-30 09:00', undefined],
    ['at 09:00', undefined],
  ];
  for (const [stamp, day] of stamps) {
    it(`${stamp} is ${day ?? 'none'}`, async () => {
      const published = day === undefined ? undefined : header(day);
      const matter = `---\ndate: "${stamp}"\n---\n${story}`;
      expect((await decodeText(matter, 'a.md')).published).toEqual(published);
      const page = `<meta property="article:published_time" content="${stamp}"><p>${story}`;
      expect((await decodeText(page, 'a.html')).published).toEqual(published);
    });
  }
});
