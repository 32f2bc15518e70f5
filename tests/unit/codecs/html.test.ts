import { describe, expect, it } from 'vitest';
import { decodeArticle } from '../../../src/codecs/articles/decode-article';

async function decodePage(page: string | Uint8Array) {
  const bytes = typeof page === 'string' ? new TextEncoder().encode(page) : page;
  const decoded = await decodeArticle({ fileName: 'page.html', bytes });
  if (!decoded.ok) throw new Error(decoded.error.code);
  return decoded.value;
}

describe('a page becomes paragraphs of plain text', () => {
  const cases: readonly [string, string, string][] = [
    ['paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['paragraphs left open', '<p>One<p>Two', 'One\n\nTwo'],
    ['nested blocks part once', '<div><div><p>One</p></div></div><div>Two</div>', 'One\n\nTwo'],
    ['text beside blocks', 'One<div>Two</div>Three', 'One\n\nTwo\n\nThree'],
    ['empty blocks', '<p>One</p><p> </p><div></div><p>Two</p>', 'One\n\nTwo'],
    ['a line break', '<p>One<br>Two <br> Three</p>', 'One\nTwo\nThree'],
    ['line breaks as paragraphs', 'One<br><br>Two<br/><br/><br/>Three', 'One\n\nTwo\n\n\nThree'],
    ['a break before a block ends', '<p>One<br></p><p><br>Two</p>', 'One\n\nTwo'],
    ['runs of white space', '<p> One \n\t two </p>', 'One two'],
    ['spaces across inline tags', '<p>One <b> two</b> <i>three</i>.</p>', 'One two three.'],
    ['words joined across tags', '<p>Kim<b>Chaek</b>s</p>', 'KimChaeks'],
    ['no-break spaces', '<p>107&nbsp;000 &nbsp; tons</p>', '107\u00a0000 \u00a0 tons'],
    ['zero-width and soft hyphens', '<p>a\u200bb&shy;c</p>', 'a\u200bb\u00adc'],
    ['entities', '<p>R&amp;D &lt;b&gt; &#xC81C; &hellip; &amp;amp;</p>', 'R&D <b> 제 … &amp;'],
    ['an entity that is no character', '<p>a&#xD800;b</p>', 'a\ufffdb'],
    ['preformatted text', '<p>a</p><pre>\nx  y\n  z\n</pre><p>b</p>', 'a\n\nx  y\n  z\n\nb'],
    ['CRLF in preformatted text', '<pre>x\r\ny\rz</pre>', 'x\ny\nz'],
    ['a list', '<p>a</p><ul><li>One</li><li>Two</li></ul><p>b</p>', 'a\n\nOne\nTwo\n\nb'],
    ['a list in a list', '<ul><li>One<ul><li>Two</ul><li>Three</ul>', 'One\nTwo\nThree'],
    ['a definition list', '<dl><dt>One<dd>Two</dl>', 'One\nTwo'],
    ['a table', '<table><tr><th>a<th>b<tr><td>1<td>2</table>after', 'a\tb\n1\t2\n\nafter'],
    ['empty cells', '<table><tr><td>x<td><td>y<tr><td><td>z<td></table>w', 'x\t\ty\n\tz\n\nw'],
    ['a paragraph in each cell', '<table><tr><td><p>a</p><td><p>b</p></table>', 'a\tb'],
    [
      'a page laid out by a table',
      '<table><tr><td>Menu<td><h2>Head</h2><p>One</p><p>Two</p></table>',
      'Menu\n\nHead\n\nOne\n\nTwo',
    ],
    ['header and footer', '<header>A</header><main>B</main><footer>C</footer>', 'A\n\nB\n\nC'],
    ['what assistive technology alone passes over', '<div aria-hidden=true>A</div><p>B', 'A\n\nB'],
    ['what a person can open', '<details><summary>A</summary>B</details><p>C', 'A\n\nB\n\nC'],
    ['what a find in the page shows', '<div hidden=until-found>A</div><p>B', 'A\n\nB'],
    ['what its style shows all the same', '<div hidden style="display:block">A</div>B', 'A\n\nB'],
    ['an open dialog', '<dialog open>A</dialog><p>B', 'A\n\nB'],
    ['the last display that is said', '<p style="display:none;display:block">A<p>B', 'A\n\nB'],
    ['no display in words of a style', `<p style="content:';display:none;'">A<p>B`, 'A\n\nB'],
    ['no display in a name that ends so', '<p style="--display:none;-x-display:none">A', 'A'],
    ['a hidden cell of a row', '<table><tr><td>a<td hidden>b<td>c</table>', 'a\tc'],
    [
      'a shadow tree that is written down',
      '<section><template shadowrootmode="open"><p>A</p></template></section><p>B',
      'A\n\nB',
    ],
    ['a menu between words', 'One<nav><a href=x>A</a></nav>Two', 'One\n\nTwo'],
    ['decomposed hangul', '<p>\u1100\u1161\u11bc</p>', '\u1100\u1161\u11bc'],
    ['text after the end', '<html><body><p>One</p></body></html>Two', 'One\n\nTwo'],
  ];
  for (const [name, page, text] of cases)
    it(name, async () => expect((await decodePage(page)).text).toBe(text));
});

describe('the paragraphs of a cell stay apart, whatever stands between it and them', () => {
  const paragraphs: readonly [string, string][] = [
    ['paragraphs', '<p>One</p><p>Two</p>'],
    ['blocks', '<div>One</div><div>Two</div>'],
    ['words before a block', 'One<div>Two</div>'],
    ['words after a block', '<p>One</p>Two'],
    ['a heading', '<h3>One</h3>Two'],
    ['a rule', 'One<hr>Two'],
    ['a quote', '<p>One</p><blockquote>Two</blockquote>'],
    ['breaks', 'One<br><br>Two'],
    ['blocks apart from each other', '<b><p>One</p></b><i><p>Two</p></i>'],
  ];
  const wrappers: readonly [string, string][] = [
    ['', ''],
    ['<font size=3>', '</font>'],
    ['<span><b>', '</b></span>'],
    ['<a href=x>', '</a>'],
    ['<ins>', '</ins>'],
    ['<x-story>', '</x-story>'],
    ['<div>', '</div>'],
    ['<div><font>', '</font></div>'],
    ['<form><font>', '</font></form>'],
    ['<!-- x --><script>x</script><font>', '</font>'],
  ];
  for (const [name, inside] of paragraphs) {
    it.each(wrappers)(`${name} in a cell, in %s`, async (open, close) => {
      const { text } = await decodePage(
        `<table><tr><td>${open}${inside}${close}</td></tr></table>`,
      );
      expect(text).toBe('One\n\nTwo');
    });
    it.each(wrappers)(`${name} in a cell beside another, in %s`, async (open, close) => {
      const cell = `<td>${open}${inside}${close}</td>`;
      const { text } = await decodePage(`<table><tr><td>Menu</td>${cell}${cell}</tr></table>`);
      expect(text).toBe('Menu\n\nOne\n\nTwo\n\nOne\n\nTwo');
    });
  }

  it.each([
    ['a line of words each', 'a', 'b'],
    ['a paragraph each', '<p>a</p>', '<p>b</p>'],
    ['a paragraph each, in fonts', '<font><p>a</p></font>', '<font><p>b</p></font>'],
    ['a paragraph each, in blocks', '<div><div>a</div></div>', '<center><p><b>b</b></p></center>'],
    ['empty paragraphs', '<p></p>a<p></p>', '<p> </p><p>b</p><div><br></div>'],
    ['hidden paragraphs', 'a<p hidden>x</p>', 'b<div style="display:none">x</div>'],
  ])('are read across when they have %s', async (_name, first, second) => {
    const { text } = await decodePage(
      `<table><tr><td>${first}</td><td>${second}</td></tr></table>`,
    );
    expect(text).toBe('a\tb');
  });
});

describe('a word with its reading is the word', () => {
  const cases: readonly [string, string, string][] = [
    [
      'in Japanese',
      '<ruby>金<rt>キム</rt></ruby><ruby>策<rt>チェク</rt></ruby>製鉄所',
      '金策製鉄所',
    ],
    [
      'in brackets for those who show none',
      '<ruby>炉<rp>(</rp><rt>ろ</rt><rp>)</rp></ruby>を',
      '炉を',
    ],
    ['with end tags left out', '<ruby>金<rt>キム<rb>策<rt>チェク</ruby>製鉄所', '金策製鉄所'],
    ['in rows', '<ruby><rb>金<rb>策<rtc><rt>キム<rt>チェク</rtc></ruby>製鉄所', '金策製鉄所'],
    ['of hanja', '<p><ruby><b>製鐵所</b><rt><span>제철소</span></rt></ruby>에서</p>', '製鐵所에서'],
    ['of bopomofo above pinyin', '<ruby><ruby>鋼<rt>ㄍㄤ</rt></ruby><rt>gāng</rt></ruby>', '鋼'],
    ['closed by its paragraph', '<p><ruby>炉<rt>ろ</p><p>One</p>', '炉\n\nOne'],
    ['outside of a word', '<p>a<rt>b</rt></p>', 'ab'],
    [
      'that holds the next words',
      '<ruby>金<rt>キム<ruby>策<rt>チェク</ruby>製鉄所</ruby>',
      '金キム策製鉄所',
    ],
    ['that holds the rest of the page', '<div><ruby>炉<rt>ろ<p>One<p>Two', '炉ろ\n\nOne\n\nTwo'],
    [
      'that holds the rest of a line',
      `<ruby>炉<rt>ろ${' One'.repeat(20)}`,
      `炉ろ${' One'.repeat(20)}`,
    ],
  ];
  for (const [name, page, text] of cases)
    it(name, async () => expect((await decodePage(page)).text).toBe(text));
});

describe('raised and lowered figures are no part of the number or word beside them', () => {
  const cases: readonly [string, string, string][] = [
    ['an exponent', '3 × 10<sup>6</sup> tons', '3 × 10⁶ tons'],
    ['a negative exponent', '10<sup>-3</sup>, 10<sup>−3</sup>', '10⁻³, 10⁻³'],
    ['a unit', '5 m<sup>2</sup> and 7 km<sup>3</sup>.', '5 m² and 7 km³.'],
    ['a note after a number', 'March 28<sup>1</sup>, 2025', 'March 28¹, 2025'],
    ['a note of two figures', 'in 2025<sup>12</sup>', 'in 2025¹²'],
    [
      'a note in a link',
      'March 28<sup id=a><a href="#b"><b>1</b></a></sup>, 2025',
      'March 28¹, 2025',
    ],
    ['a link around a note', 'March 28<a href="#b"><sup>1</sup></a>, 2025', 'March 28¹, 2025'],
    ['a note in brackets', 'March 28<sup>[1]</sup>, 2025', 'March 28[1], 2025'],
    ['a note with a bracket', 'March 28<sup>1)</sup>, 2025', 'March 28¹⁾, 2025'],
    ['two notes', 'March 28<sup>1,2</sup>.', 'March 28^(1,2).'],
    ['notes one after the other', '28<sup>1</sup><sup>2</sup>', '28¹²'],
    ['a note after a stop', 'to 2.5.<sup>1</sup> Then', 'to 2.5.¹ Then'],
    ['a note before its text', '<p><sup>1</sup>By a report', '¹By a report'],
    ['a note apart from its text', '<p><sup>1</sup> By a report', '1 By a report'],
    ['a note in a line of its own', '<p>a</p><p><sup>1</sup></p><p>b</p>', 'a\n\n1\n\nb'],
    ['a formula', 'CO<sub>2</sub>, H<sub>2</sub>SO<sub>4</sub>', 'CO₂, H₂SO₄'],
    ['an isotope', '<sup>235</sup>U', '²³⁵U'],
    ['a fraction', '2 <sup>1</sup>/<sub>2</sub>', '2 ¹/₂'],
    ['letters with figures', '2<sup>n+1</sup>, x<sub>1a</sub>', '2ⁿ⁺¹, x_(1a)'],
    ['full-width figures', '１０<sup>６</sup>トン', '１０⁶トン'],
    ['blanks within', '10<sup> 6 </sup>tons', '10 ⁶ tons'],
    ['a figure raised twice', '2<sup>3<sup>4</sup></sup>', '2^(3⁴)'],
    ['an ordinal', 'the 1<sup>st</sup>, 2<sup>nd</sup> and 3<sup>e</sup>', 'the 1st, 2nd and 3e'],
    ['an abbreviation', 'M<sup>me</sup> Kim, N<sup>o</sup> 5', 'Mme Kim, No 5'],
    ['a mark that is no figure', 'mill<sup>*</sup>', 'mill*'],
    ['a figure on the line', '<p>10<b>6</b></p>', '106'],
    [
      'words in small letters',
      'a<sup>in the 12 months to the spring</sup>',
      'ain the 12 months to the spring',
    ],
    ['blocks', 'a<sup>1<p>2</p></sup>b', 'a1\n\n2\n\nb'],
    ['nothing', '10<sup></sup>6', '106'],
    [
      'in preformatted text',
      '<pre>10<sup>6</sup> tons\n<sup>1</sup> note</pre>',
      '10⁶ tons\n1 note',
    ],
    ['cells', '<table><tr><td>m<sup>2</sup><td>5<sup>1</sup></table>', 'm²\t5¹'],
  ];
  for (const [name, page, text] of cases)
    it(name, async () => expect((await decodePage(page)).text).toBe(text));

  it('in a title', async () => {
    expect((await decodePage('<h1>500 m<sup>2</sup> of glass</h1><p>One')).title).toBe(
      '500 m² of glass',
    );
  });
});

describe('nothing that is not shown gets in', () => {
  const places: readonly string[] = [
    '<script>BAD</script>',
    '<script type="text/template"><p>BAD</p></script>',
    '<script><!-- BAD --></script>',
    '<style>BAD</style>',
    '<noscript><p>BAD</p></noscript>',
    '<template><p>BAD</p></template>',
    '<svg><title>BAD</title><text>BAD</text><script>BAD</script></svg>',
    '<svg><foreignObject><p>BAD</p></foreignObject></svg>',
    '<iframe srcdoc="BAD">BAD</iframe>',
    '<noembed>BAD</noembed>',
    '<!-- BAD -->',
    '<![CDATA[BAD]]>',
    '<?php BAD ?>',
    '<input type="hidden" value="BAD">',
    '<img src=x onerror="BAD" alt="">',
    '<a href="javascript:BAD"></a>',
    '<meta http-equiv="refresh" content="0;url=BAD">',
    '<nav><ul><li>BAD</ul></nav>',
    '<audio>BAD</audio>',
    '<video>BAD</video>',
    '<body onload="BAD">',
    '<link rel="stylesheet" href="BAD">',
    '<base href="http://BAD/">',
    '<datalist><option>BAD</datalist>',
    '<nav><h2>BAD</h2><a href=x>BAD</a> | <a href=x>BAD</a></nav>',
    '<nav><p><a href=x>BAD</a></p><form><label>BAD<input></label><button>BAD</button></form></nav>',
    '<div hidden>BAD</div>',
    '<div hidden="">BAD<p>BAD</p></div>',
    '<div hidden="false">BAD</div>',
    '<ul hidden=hidden><li>BAD</ul>',
    '<p style="display:none">BAD</p>',
    '<p style="color: red; DISPLAY : None ;">BAD</p>',
    '<p style="display:none!important;display:block">BAD</p>',
    '<p style="display:/* x */none">BAD</p>',
    '<span style="display: none">BAD</span>',
    '<dialog>BAD</dialog>',
    '<div popover>BAD</div>',
    '<div popover=manual>BAD</div>',
    '<div><template><p>BAD</p></template></div>',
  ];
  for (const place of places) {
    it(place, async () => {
      expect(
        (await decodePage(`<head>${place}</head><p>One</p>${place}<p>Two</p>`)).text,
      ).not.toMatch(/BAD/);
      expect((await decodePage(`<p>One</p>${place}<p>Two</p>`)).text).toBe('One\n\nTwo');
    });
  }
});

describe('no word of the article is left out for the part of the page that it lies in', () => {
  const story = '<h1>A mill opens</h1><p>It met its plan.</p><p>A second one is planned.</p>';
  const words = ['A mill opens', 'It met its plan.', 'A second one is planned.'];
  const menu = '<a href="/">Home</a> <a href="/news">News</a>';
  const plain = 'A mill opens<br><br>It met its plan.<br><br>A second one is planned.';
  const pages: readonly [string, string][] = [
    ['after a nav left open', `<p>Our site.</p><nav>${menu}${story}`],
    ['in an item of a nav left open', `<p>Our site.<nav><ul><li>${menu}<li>${menu}${story}`],
    ['in a nav that is the whole page', `<nav>${menu}${story}</nav>`],
    ['in a nav in a nav', `<nav>${menu}<nav>${menu}<nav>${story}</nav></nav></nav>`],
    ['in a nav beside a longer text', `<nav>${story}</nav><p>${'Words of a reader. '.repeat(99)}`],
    ['in the articles of a nav', `<nav><article>${plain}</article></nav>${'Words. '.repeat(99)}`],
    ['in lines of a nav', `<p>Our site.</p><nav>${menu}<br>${plain}</nav>`],
    ['in blocks of a nav', `<nav>${menu}<div>${plain.replaceAll('<br><br>', '</div><div>')}</div>`],
    ['in items of a nav', `<nav><ul><li>${plain.replaceAll('<br><br>', '<li>')}</ul></nav>`],
    ['in a nav with a menu before it', `<nav>${menu}</nav><p>Our site.<nav>${story}`],
    ['in links of a nav', `<nav><a href=x>${plain}</a></nav>`],
    ['in a page that its script shows', `<body style="display:none">${story}`],
    ['in a page that is hidden', `<html hidden><body>${story}`],
    [
      'beside a word of waiting',
      `<p>Loading…</p><div hidden>${story}${'<p>Words.'.repeat(99)}</div>`,
    ],
  ];
  for (const [name, page] of pages) {
    it(name, async () => {
      const { text } = await decodePage(page);
      expect(words.filter((some) => !text.split(/\n+/).includes(some))).toEqual([]);
    });
  }
});

describe('hostile pages are survived', () => {
  const deep = 100_000;
  const pages: readonly [string, string][] = [
    ['deep blocks', `${'<div>'.repeat(deep)}One`],
    ['deep inline tags', `${'<i>'.repeat(deep)}One`],
    ['deep lists', `${'<ul><li>'.repeat(deep / 2)}One`],
    ['deep tables', `${'<table><tr><td>'.repeat(deep / 4)}One`],
    ['deep headings', `${'<div><h1>'.repeat(deep / 2)}One`],
    ['deep silence', `<p>One</p>${'<svg>'.repeat(deep)}`],
    ['one row of many cells', `<table><tr>${'<td>'.repeat(deep)}One`],
    ['many breaks', `One${'<br>'.repeat(deep)}`],
    ['many attributes', `<p ${Array.from({ length: 20_000 }, (_, n) => `a${n}=1`).join(' ')}>One`],
    ['an unclosed tag', `<p>One</p><p class="`],
    ['an unclosed comment', '<p>One</p><!-- '],
    ['unclosed script', '<p>One</p><script> let a = "'],
  ];
  for (const [name, page] of pages) {
    it(name, async () => expect((await decodePage(page)).text.trim()).toBe('One'));
  }

  const wordy: readonly [string, string][] = [
    ['headings one after the other', '<div><h1>w</h1>'],
    ['paragraphs in paragraphs', '<p>w'],
    ['links left open', '<a href=x>w<div>'],
    ['unbroken lines left open', '<nobr>w<p>'],
    ['fonts around paragraphs', '<font><p>w</font>'],
    ['tables in cells', '<table><tr><td>w'],
    ['blocks in cells', '<table><tr><td><font><p>w<div>w'],
    ['words beside rows', '<table><tr>w<td>w'],
    ['lists in items', '<ul><li>w'],
    ['HTML within MathML', '<math><mi><p>w'],
    ['readings', '<ruby>w'],
    ['buttons', '<button><div>w'],
    ['articles', '<article><h1>w</h1><p>w'],
  ];
  for (const [name, tags] of wordy) {
    it(`no word is lost of ${name}`, async () => {
      const words = tags.replace(/<[^>]*>/g, '').length * (deep / 4);
      const { text } = await decodePage(`One ${tags.repeat(deep / 4)}`);
      expect(text.replace(/[^w]/g, '').length).toBe(words);
    });
  }

  it('reads 20 MB of paragraphs', async () => {
    const page = '<p class="x">Some words of an <b>article</b> &amp; so on.</p>'.repeat(330_000);
    expect((await decodePage(page)).text.length).toBeGreaterThan(10_000_000);
  });
});

const bytesOf = (before: string, bytes: readonly number[], after = ''): Uint8Array =>
  Uint8Array.from([
    ...new TextEncoder().encode(before),
    ...bytes,
    ...new TextEncoder().encode(after),
  ]);

describe('the charset of a page', () => {
  const euckr = [0xb1, 0xdd, 0xbc, 0xd3]; // 금속
  const cases: readonly [string, Uint8Array, string, string][] = [
    ['meta charset', bytesOf('<meta charset="euc-kr"><p>', euckr), 'euc-kr', '금속'],
    [
      'meta http-equiv',
      bytesOf('<meta http-equiv=Content-Type content="text/html; charset=ks_c_5601-1987">', euckr),
      'euc-kr',
      '금속',
    ],
    [
      'XML declaration',
      bytesOf('<?xml version="1.0" encoding="euc-kr"?>', euckr),
      'euc-kr',
      '금속',
    ],
    [
      'far into the head',
      bytesOf(`<title>${'x'.repeat(3000)}</title><meta charset=windows-949><p>`, euckr),
      'euc-kr',
      '금속',
    ],
    ['none said', bytesOf('<p>제철소', []), 'utf-8', '제철소'],
    ['an unknown label', bytesOf('<meta charset="klingon"><p>제철소', []), 'utf-8', '제철소'],
    ['UTF-16 said in bytes', bytesOf('<meta charset="utf-16"><p>제철소', []), 'utf-8', '제철소'],
    ...[
      'euc-kr',
      'ks_c_5601-1987',
      'gb2312',
      'gb18030',
      'big5',
      'Shift_JIS',
      'euc-jp',
      'iso-2022-jp',
      'iso-8859-1',
      'windows-1251',
      'koi8-r',
      'us-ascii',
    ].flatMap((label): [string, Uint8Array, string, string][] =>
      ['제철소', '“é”', 'Завод', '高炉', 'naïve 🏭'].map((words) => [
        `${words} in UTF-8 against ${label}`,
        bytesOf(`<meta charset="${label}"><p>${words}`, []),
        'utf-8',
        words,
      ]),
    ),
    [
      'UTF-8 against an XML declaration',
      bytesOf('<?xml version="1.0" encoding="euc-kr"?><p>제철소', []),
      'utf-8',
      '제철소',
    ],
    ['nothing beyond ASCII', bytesOf('<meta charset="euc-kr"><p>Steel', []), 'euc-kr', 'Steel'],
    ['a mark against it', bytesOf('\ufeff<meta charset="euc-kr"><p>제', []), 'utf-8', '제'],
    [
      'curly quotes of Windows',
      bytesOf('<meta charset="iso-8859-1"><p>', [0x93, 0xe9, 0x94]),
      'windows-1252',
      '“é”',
    ],
    ['shift_jis', bytesOf('<meta charset="Shift_JIS"><p>', [0x8b, 0x60]), 'shift_jis', '義'],
  ];
  for (const [name, bytes, encoding, text] of cases) {
    it(name, async () => {
      const page = await decodePage(bytes);
      expect([page.source.encoding, page.text]).toEqual([encoding, text]);
    });
  }

  it('is held to', async () => {
    const bytes = bytesOf('<meta charset="euc-kr"><p>', [...euckr, 0xff, 0x20]);
    expect(await decodeArticle({ fileName: 'a.html', bytes })).toEqual({
      ok: false,
      error: { code: 'undecodable', encoding: 'euc-kr', byteOffset: 30 },
    });
  });
});

const head = (inside: string, body = '<p>The works of the town and the mill.') =>
  `<!DOCTYPE html><html lang="en-GB"><head>${inside}</head><body>${body}`;

describe('what a page says of itself', () => {
  const cases: readonly [string, string, object][] = [
    [
      'heading before og:title before title',
      head('<title>T</title><meta property="og:title" content="O">', '<h1> H\n1 </h1><p>Words</p>'),
      { title: 'H 1' },
    ],
    [
      'the heading of the article among several',
      head('<title>T</title>', '<h1>Site</h1><article><h1>H</h1></article>'),
      { title: 'H' },
    ],
    [
      'og:title when no heading is plainly the title',
      head('<meta property="og:title" content="O">', '<h1>A</h1><h1>B</h1>'),
      { title: 'O' },
    ],
    [
      'a title without its site',
      head('<title>Steel Report - Courier</title><meta property="og:site_name" content="Courier">'),
      { title: 'Steel Report', outlet: 'Courier' },
    ],
    [
      'a title with a hyphen',
      head('<title>Iron - and Steel</title>'),
      { title: 'Iron - and Steel' },
    ],
    [
      'the day of a time stamp in its own zone',
      head('<meta property="article:published_time" content="2025-01-15T00:30:00+09:00">'),
      { published: { date: '2025-01-15', basis: 'header' } },
    ],
    [
      'the day of a plain date',
      head('<meta name="Date" content="January 15, 2025">'),
      { published: { date: '2025-01-15', basis: 'header' } },
    ],
    [
      'the canonical address',
      head('<link rel="canonical" href="https://news.example/a?b=1">'),
      { url: 'https://news.example/a?b=1' },
    ],
    [
      'where it was saved from',
      '<!-- saved from url=(0022)https://news.example/a -->\n<p>One',
      { url: 'https://news.example/a' },
    ],
    ['its language', head(''), { language: 'en-GB' }],
    [
      'a language that the text contradicts',
      head('', '<p>제철련합기업소에서는 새해의 생산계획을 앞당겨 수행하였다.</p>'),
      { language: 'ko' },
    ],
  ];
  for (const [name, page, facts] of cases) {
    it(name, async () => expect(await decodePage(page)).toMatchObject(facts));
  }

  it('takes no script for an address and no day without its year', async () => {
    const page = await decodePage(
      head(
        '<link rel=canonical href="javascript:alert(1)"><meta name=date content="11/30/2023 - 19:27">',
      ),
    );
    expect(page.url).toBeUndefined();
    expect(page.published).toBeUndefined();
  });
});

describe('the day of a page is that of its story', () => {
  const day = (value: string) => `<time itemprop="datePublished" datetime="${value}">x</time>`;
  const own = day('2025-05-22');
  const other = day('2024-03-05');
  const words = '<p>The mill of the town was opened, and its manager spoke of a second one.</p>';
  const story = `<h1>A mill opens</h1>${own}${words}`;
  const cases: readonly [string, string, string | undefined][] = [
    ['after a menu', `<nav>${other}</nav><article>${story}</article>`, '2025-05-22'],
    ['after a teaser', `<aside>${other}</aside><article>${story}</article>`, '2025-05-22'],
    [
      'after teasers in blocks',
      `<div><a href=x>Older</a>${other}</div><div>${story}</div>`,
      '2025-05-22',
    ],
    ['after teasers beside the heading', `<div>${other}</div>${story}`, '2025-05-22'],
    [
      'after teasers that are articles',
      `<article><h2>Older</h2>${other}</article><main>${story}</main>`,
      '2025-05-22',
    ],
    [
      'after the header of the site',
      `<header>${other}</header><main>${story}</main>`,
      '2025-05-22',
    ],
    [
      'in the header of the story',
      `<article><header><h1>A mill</h1>${own}</header>${words}</article>`,
      '2025-05-22',
    ],
    [
      'in a header above the heading',
      `<article><header>${own}</header><h1>A mill</h1>${words}</article>`,
      '2025-05-22',
    ],
    [
      'above the heading',
      `<main>${own}<h1>A mill</h1>${words}<div>${other}</div></main>`,
      '2025-05-22',
    ],
    [
      'in a byline',
      `<article><h1>A mill</h1><ul><li>By a clerk<li>${own}</ul>${words}</article>`,
      '2025-05-22',
    ],
    [
      'at the end of the story',
      `<article><h1>A mill</h1>${words}<footer>${own}</footer></article>`,
      '2025-05-22',
    ],
    [
      'in the item of the story',
      `<div itemscope><h1>A mill</h1>${own}${words}</div>`,
      '2025-05-22',
    ],
    [
      'in the article under the heading',
      `<h1>A mill</h1><article>${own}${words}</article>`,
      '2025-05-22',
    ],
    [
      'in the longest article without a heading',
      `<article>${other}Older</article><article>${own}${words}</article>`,
      '2025-05-22',
    ],
    [
      'in a head that names it',
      `<meta property="datePublished" content="2025-05-22"><aside>${other}</aside>${words}`,
      '2025-05-22',
    ],
    [
      'in a head, beside a comment',
      `<meta itemprop="datePublished" content="2025-05-22"><article><h1>A mill</h1>${words}<article>${other}Good.</article></article>`,
      '2025-05-22',
    ],
    [
      'not in a comment',
      `<article><h1>A mill</h1>${words}<article>${other}Good.</article></article>`,
      undefined,
    ],
    [
      'not in a comment of microdata',
      `<article><h1>A mill</h1>${words}<div itemscope>${other}Good.</div></article>`,
      undefined,
    ],
    ['not in a menu', `<nav>${other}</nav><article><h1>A mill</h1>${words}</article>`, undefined],
    ['not in a teaser', `<h1>A mill</h1>${words}<aside>${other}</aside>`, undefined],
    [
      'not in a list of links',
      `<h1>A mill</h1>${words}<ul><li><a href=x>Older</a> ${other}</ul>`,
      undefined,
    ],
    [
      'not in the header of the site',
      `<header>${other}</header><main><h1>A mill</h1>${words}</main>`,
      undefined,
    ],
    [
      'not in a quoted post',
      `<article><h1>A mill</h1><blockquote>${other}</blockquote>${words}</article>`,
      undefined,
    ],
    ['not one of two that nothing tells apart', `<p>${own}</p><p>${other}</p>${words}`, undefined],
    [
      'not in a template or a noscript',
      `<noscript>${other}</noscript><template>${other}</template>${story.replace(own, '')}`,
      undefined,
    ],
    [
      'by an older name',
      `<aside><meta itemprop="dc.date" content="2024-03-05"></aside><h1>A mill</h1><meta itemprop="dc.date" content="2025-05-22">${words}`,
      '2025-05-22',
    ],
    [
      'not by a surer name of a teaser',
      `<aside>${other}</aside><h1>A mill</h1><time itemprop="pubdate" datetime="2025-05-22"></time>${words}`,
      '2025-05-22',
    ],
    ['by the first that is a day', `<h1>A mill</h1>${day('soon')}${own}${words}`, '2025-05-22'],
  ];
  for (const [name, page, date] of cases) {
    it(name, async () => {
      const published = date === undefined ? undefined : { date, basis: 'header' };
      expect((await decodePage(page)).published).toEqual(published);
    });
  }
});
