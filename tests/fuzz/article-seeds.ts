/** A file from which others are made by changing it. */
export interface ArticleSeed {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

const story = `Furnace lit again at the Mokdan Works

January 15, 2025 Juche 114

Mokdan, January 14 (KCNA) -- The third furnace 🏭 was lit. “It gives iron,” the manager said. 100,000 tons!

The Riverside Herald`;
const korean =
  '은덕광산에서 1.4분기계획 넘쳐 수행\n\n주체114(2025)년 1월 15일\n\n《좋다!》고 말하였다.\n\n(주체114. 1. 15.)\n';
const markdown = `---\ntitle: "The Mine"\ndate: 2025-02-03\nlang: en\nurl: https://example.org/a?b#c\n---\n\n# The Mine ##\n\nThe *Unhyang Mine* opened.\n`;
const page = `<!DOCTYPE html><html lang=en><!-- saved from url=(0020)https://example.org/x -->
<head><meta charset=utf-8><title>The Mine - Herald</title><meta property="og:site_name" content="Herald">
<meta name=date content="2025-01-15T09:00:00+09:00"><link rel=canonical href="https://example.org/mine"></head>
<body><nav>Menu</nav><article><h1>The Mine</h1><p>One <b>two</b> &amp; three&shy;four.</p><table><tr><td>a<td><p>b</table>
<pre>\n x  y\n</pre><ul><li>One<ul><li>Two</ul></ul></article><script>let a = "</p>";</script></body></html>`;

const charsets = [
  'euc-kr',
  'shift_jis',
  'gb18030',
  'big5',
  'windows-1252',
  'iso-2022-jp',
  'utf-16',
  'x-user-defined',
];

/** Every seed, in the encodings that articles come in. */
export const articleSeeds: readonly ArticleSeed[] = [
  { fileName: 'story.txt', bytes: utf8(story) },
  { fileName: 'story.txt', bytes: utf8(`\ufeff${story.replaceAll('\n', '\r\n')}`) },
  { fileName: 'korean.txt', bytes: utf8(korean) },
  { fileName: 'korean.txt', bytes: utf8(korean.normalize('NFD')) },
  { fileName: 'korean.txt', bytes: utf16(korean, true) },
  { fileName: 'story.txt', bytes: utf16(`\ufeff${story}`, false) },
  { fileName: 'story.md', bytes: utf8(markdown) },
  { fileName: 'page.html', bytes: utf8(page) },
  { fileName: 'page.txt', bytes: utf8(`<!-- a --><!-- b -->${page}`) },
  { fileName: 'page.htm', bytes: utf16(`\ufeff${page}`, true) },
  ...charsets.map((charset) => ({ fileName: 'page.html', bytes: pageIn(charset) })),
];

/** A page that says its charset, and 금속 in EUC-KR, which most of the other charsets read as something, too. */
function pageIn(charset: string): Uint8Array {
  const head = utf8(`<meta charset=${charset}><p>`);
  return Uint8Array.from([...head, 0xb1, 0xdd, 0xbc, 0xd3, ...utf8(' One')]);
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-16 with the low byte first, or last. */
export function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}
