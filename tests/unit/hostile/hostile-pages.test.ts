import { describe, expect, it } from 'vitest';
import { decodeArticle } from '../../../src/codecs/articles/decode-article';
import { checkArticleFile, checkPrototypes } from '../../fuzz/sound-article';
import { costlyFiles, mutationPages, scriptPages } from './pages';

const encoder = new TextEncoder();

describe('script in any place of a page does nothing and is no part of its text', () => {
  it.each(scriptPages)('$name', async ({ html, text }) => {
    expect(
      (await checkArticleFile({ fileName: 'a.html', bytes: encoder.encode(html) }))?.text,
    ).toBe(text);
  });
});

describe('a page that is read one way here and another way there only ever becomes text', () => {
  it.each(mutationPages)('$name', async ({ html }) => {
    const article = await checkArticleFile({ fileName: 'a.html', bytes: encoder.encode(html) });
    expect(article === null || article.text.includes('x')).toBe(true);
    expect(globalThis).not.toHaveProperty('polluted');
    checkPrototypes();
  });
});

describe('a file made to take time or memory without end is read, or refused, and comes to an end', () => {
  // That the work grows with the page is for codecs/page-work.test.ts.
  it.each(costlyFiles)('$name', async ({ fileName, content }) => {
    await checkArticleFile({ fileName, bytes: encoder.encode(content()) });
  });

  it('refuses a small page that asks for millions of elements, and says so', async () => {
    const page = costlyFiles.find(({ name }) => name.startsWith('formatting opened again'));
    const bytes = encoder.encode(page?.content());
    expect(bytes.length).toBeLessThan(100_000);
    expect(await decodeArticle({ fileName: 'a.html', bytes })).toEqual({
      ok: false,
      error: { code: 'unreadable' },
    });
  });

  it('still takes the title of a heading, whatever closes it', async () => {
    const cases = [
      ['# The Mine', 'The Mine'],
      ['#  The Mine  ##  ', 'The Mine'],
      ['# The Mine # 2', 'The Mine # 2'],
      ['# #', '#'],
    ];
    const titles: string[] = [];
    for (const [heading] of cases) {
      const bytes = encoder.encode(`${heading}\n\nWords of the story.`);
      const decoded = await decodeArticle({ fileName: 'a.md', bytes });
      titles.push(decoded.ok ? decoded.value.title : decoded.error.code);
    }
    expect(titles).toEqual(cases.map(([, title]) => title));
  });
});
