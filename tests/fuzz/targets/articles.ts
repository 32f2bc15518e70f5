import { strictEqual } from 'node:assert/strict';
import { articleSeeds } from '../article-seeds';
import { mutateBytes } from '../mutate-bytes';
import { pieces, someText } from '../pieces';
import type { Random } from '../random';
import { checkArticleFile } from '../sound-article';
import type { FuzzTarget } from '../target';

const seedBytes = articleSeeds.map(({ bytes }) => bytes);

/** Files of every format and encoding, damaged: they are refused, or come out with facts and hashes that are true. */
export const articlesTarget: FuzzTarget = {
  name: 'articles',
  make(random) {
    const seed = random.pick(articleSeeds);
    const fileName = random.chance(0.2) ? random.pick(articleSeeds).fileName : seed.fileName;
    const start = random.chance(0.2) ? new TextEncoder().encode(someText(random)) : seed.bytes;
    const bytes = mutateBytes(random, start, seedBytes);
    return { input: bytes, check: async () => void (await checkArticleFile({ fileName, bytes })) };
  },
};

const names = [
  'p',
  'div',
  'b',
  'i',
  'a',
  'span',
  'table',
  'tr',
  'td',
  'th',
  'tbody',
  'ul',
  'li',
  'dl',
  'dt',
  'dd',
  'script',
  'style',
  'template',
  'noscript',
  'svg',
  'math',
  'mi',
  'mglyph',
  'foreignObject',
  'title',
  'iframe',
  'textarea',
  'select',
  'option',
  'pre',
  'xmp',
  'plaintext',
  'frameset',
  'form',
  'button',
  'h1',
  'article',
  'nav',
  'br',
  'img',
  'meta',
  'base',
  'link',
  'html',
  'head',
  'body',
  'time',
  'object',
];
const attributes = [
  'onload="globalThis.polluted=1"',
  'href="javascript:0"',
  'content="2025-01-15"',
  'name=date',
  'property=og:title',
  'lang=ko',
  'lang="x y"',
  'rel=canonical href="https://example.org/?"',
  '__proto__=1',
  'constructor=1',
  'encoding="text/html"',
  'name=__proto__ content=polluted',
  "x='",
];
const oddities = [
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<!>',
  '</',
  '<?',
  '&',
  '&#0;',
  '&#xD800;',
  '&lt',
  '\0',
];

/** Pages put together from tags in any order: they read the same twice, and nothing in them does anything. */
export const pagesTarget: FuzzTarget = {
  name: 'pages',
  make(random) {
    const page = random.some(60, () => somePiece(random)).join('');
    const bytes = new TextEncoder().encode(page);
    return {
      input: page,
      async check() {
        const first = await checkArticleFile({ fileName: 'page.html', bytes });
        const second = await checkArticleFile({ fileName: 'page.html', bytes });
        strictEqual(first?.text, second?.text);
      },
    };
  },
};

function somePiece(random: Random): string {
  const name = random.pick(names);
  switch (random.below(5)) {
    case 0:
      return random.pick(pieces);
    case 1:
      return `</${name}>`;
    case 2:
      return random.chance(0.3) ? random.pick(oddities) : 'words ';
    default: {
      const said = random.some(2, () => ` ${random.pick(attributes)}`).join('');
      return `<${name}${said}>`.repeat(random.chance(0.05) ? 50 : 1);
    }
  }
}
