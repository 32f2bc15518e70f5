/** A page that would do something if it were shown as it is, and the words of it that are its text. */
export interface HostilePage {
  readonly name: string;
  readonly html: string;
  /** The text that comes out, where the page has words of its own. */
  readonly text?: string;
}

/** What every script in these pages would do. */
const run = 'globalThis.polluted = true';

const inPlace = (name: string, place: string): HostilePage => ({
  name,
  html: `<p>First words.</p>${place}<p>Last words.</p>`,
  text: 'First words.\n\nLast words.',
});

/** Script in every known place; all of it stands between two paragraphs and leaves nothing in the text. */
export const scriptPages: readonly HostilePage[] = [
  inPlace('a script', `<script>${run}</script>`),
  inPlace('a script of another file', '<script src="https://elsewhere.invalid/a.js"></script>'),
  inPlace('a module', `<script type="module">${run}</script>`),
  inPlace('a script within a script', `<script><!--<script>${run}</script>--></script>`),
  inPlace('a script in a comment', `<!--<script>${run}</script>-->`),
  inPlace('a comment that closes oddly', `<!--><!--a--!>`),
  inPlace('a downlevel comment', `<!--[if IE]><script>${run}</script><![endif]-->`),
  inPlace('CDATA outside of SVG', '<![CDATA[>'),
  inPlace('a processing instruction', `<?xml-stylesheet href="javascript:${run}"?>`),
  inPlace('an image that fails', `<img src=x onerror="${run}">`),
  inPlace('an image of many sizes', `<img srcset="javascript:${run} 1x">`),
  inPlace('a video', `<video autoplay onloadstart="${run}"><source onerror="${run}"></video>`),
  inPlace('an input that takes the focus', `<input autofocus onfocus="${run}">`),
  inPlace('a link without words', `<a href="javascript:${run}"></a>`),
  inPlace('a link with a line end in its scheme', `<a href="java&#10;script:${run}"></a>`),
  inPlace('a base address', `<base href="javascript:${run}//">`),
  inPlace('a refresh', `<meta http-equiv="refresh" content="0;url=javascript:${run}">`),
  inPlace('a policy of its own', '<meta http-equiv="Content-Security-Policy" content="*">'),
  inPlace('a style', `<style>@import "javascript:${run}"; p { background: url(x) }</style>`),
  inPlace('a stylesheet', `<link rel="stylesheet" href="javascript:${run}">`),
  inPlace('a frame', `<iframe src="javascript:${run}"></iframe>`),
  inPlace('a frame with a page in it', `<iframe srcdoc="<script>parent.${run}</script>"></iframe>`),
  inPlace('an object', `<object data="javascript:${run}"></object>`),
  inPlace('an embedded file', `<embed src="javascript:${run}">`),
  inPlace('SVG that loads', `<svg onload="${run}"></svg>`),
  inPlace('a script in SVG', `<svg><script>${run}</script></svg>`),
  inPlace(
    'an animation in SVG',
    `<svg><a><animate attributeName=href values="javascript:${run}"/></a></svg>`,
  ),
  inPlace(
    'HTML within SVG',
    `<svg><foreignObject><img src=x onerror="${run}"></foreignObject></svg>`,
  ),
  inPlace('CDATA within SVG', `<svg><![CDATA[<script>${run}</script>]]></svg>`),
  inPlace(
    'MathML',
    `<math><maction actiontype="statusline" xlink:href="javascript:${run}"></maction></math>`,
  ),
  inPlace('a template', `<template><script>${run}</script>words</template>`),
  inPlace(
    'a shadow tree',
    `<div><template shadowrootmode="open"><img onerror="${run}"></template></div>`,
  ),
  inPlace('noscript', `<noscript><img src=x onerror="${run}"></noscript>`),
  inPlace('a title in the body', `<title><img src=x onerror="${run}"></title>`),
  inPlace('an audio element', `<audio src=x onerror="${run}">words</audio>`),
];

/** Pages that a cleaner reads one way and a browser another. Their words may be anything; nothing of them may run. */
export const mutationPages: readonly HostilePage[] = [
  {
    name: 'noscript in an attribute',
    html: `<noscript><p title="</noscript><img src=x onerror=${run}>">x`,
  },
  {
    name: 'a style in MathML',
    html: `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=1 onerror=${run}>">x`,
  },
  {
    name: 'a form in a form',
    html: `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${run}>x`,
  },
  {
    name: 'SVG that ends by a paragraph',
    html: `<svg></p><style><a id="</style><img src=1 onerror=${run}>">x`,
  },
  { name: 'a select in a table', html: `<table><select><template><img onerror=${run}></select>x` },
  {
    name: 'a title in SVG',
    html: `<svg><title><style><!--</style><img src=x onerror=${run}>--></title></svg>x`,
  },
  { name: 'plaintext', html: `<p>One<plaintext><script>${run}</script>x` },
  { name: 'a textarea', html: `<textarea></textarea><script>${run}</script>x</textarea>` },
  {
    name: 'frames',
    html: `<frameset onload="${run}"><frame src="javascript:${run}"></frameset><noframes>x</noframes>`,
  },
  { name: 'a script that never ends', html: `x<script>${run}` },
  { name: 'an attribute that never ends', html: `x<img src="x onerror=${run}>` },
  {
    name: 'attributes named like a prototype',
    html: '<p __proto__="{}" constructor=x prototype=x>x',
  },
  {
    name: 'facts named like a prototype',
    html: '<meta name=__proto__ content=a><meta name=constructor content=b><p>x',
  },
  { name: 'tags with NUL and a BOM', html: '<\ufeffscript>x</\ufeffscript><scr\ufeffipt>' },
];

const times = (piece: string, count: number): string => piece.repeat(count);

/** Pages and texts that cost careless programs time or memory without end, with the name of their file. */
export const costlyFiles: readonly {
  readonly name: string;
  readonly fileName: string;
  readonly content: () => string;
}[] = [
  ...(
    [
      ['blocks', '<div>'],
      ['headings', '<div><h1>'],
      ['articles with headings', '<article><h1>'],
      ['formatting', '<b><i><a href=x>'],
      ['tables', '<table><tr><td>'],
      ['tables without rows', '<table>'],
      ['SVG', '<svg><g>'],
      ['MathML with HTML in it', '<math><mi><p>'],
      ['templates', 'x<template>'],
      ['lists', '<ul><li>'],
      ['buttons', '<button>'],
      ['raised figures', '<sup>1'],
      ['lowered figures', '<div>1<sub>2'],
      ['selections', '<select><optgroup><option>'],
    ] as const
  ).map(([name, tags]) => ({
    name: `100,000 ${name} deep`,
    fileName: 'a.html',
    content: () => `One${times(tags, 100_000)}x`,
  })),
  {
    name: 'formatting opened again in every paragraph',
    fileName: 'a.html',
    content: () =>
      `<p>${Array.from({ length: 3_000 }, (_, n) => `<b id=${n}>`).join('')}${times('<p>x', 3_000)}`,
  },
  {
    name: 'words beside a table',
    fileName: 'a.html',
    content: () => `<table>${times('a<b></b>', 50_000)}`,
  },
  {
    name: 'an attribute of 10 MB',
    fileName: 'a.html',
    content: () => `<p title="${times('x', 10_000_000)}">One`,
  },
  {
    name: 'an address of nothing but question marks',
    fileName: 'a.html',
    content: () => `<link rel=canonical href="http://${times('?', 200_000)}<"><p>One`,
  },
  {
    name: 'a date of many digits',
    fileName: 'a.html',
    content: () => `<meta name=date content="${times('2025-01-15', 100_000)}"><p>One`,
  },
  {
    name: 'a text that begins with comments and is no page',
    fileName: 'a.txt',
    content: () => `${times('<!--x-->', 120)}<p>One`,
  },
  {
    name: 'a heading with many blanks in it',
    fileName: 'a.md',
    content: () => `# a${times(' ', 300_000)}b${times(' #', 100_000)}c`,
  },
  {
    name: 'front matter that never ends',
    fileName: 'a.md',
    content: () => `---\n${times('a: \n---  x\n', 20_000)}`,
  },
  { name: 'a line of brackets and blanks', fileName: 'a.txt', content: () => times(') ', 100_000) },
  { name: 'marks on one letter', fileName: 'a.txt', content: () => `a${times('\u0301', 200_000)}` },
];
