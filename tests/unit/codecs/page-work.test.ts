import { describe, expect, it } from 'vitest';
import { collectPageFacts } from '../../../src/codecs/articles/html/page-facts';
import { parsePage } from '../../../src/codecs/articles/html/parse-page';
import { textOfPage } from '../../../src/codecs/articles/html/text-of-page';
import { countReads } from './count-reads';

/** How often a node may be looked at, whatever stands around it. */
const mostReadsOfNode = 40;

const opened = 500;

/** Tags that are opened again and again, each of them in all that are open before it where HTML lets them nest. */
const repeated: readonly string[] = [
  '<div>',
  '<div><h1>',
  '<h1><span>',
  '<h1>x</h1>',
  '<article><h1>',
  '<main><section><h1>x</h1>',
  '<p>x',
  '<p><b>x',
  '<b><i>x',
  '<a href=x>y',
  '<a href=x><div>',
  '<nobr>x',
  '<font><p>x',
  '<ul><li>',
  '<ul><li>x</li></ul>',
  '<li><div>',
  '<dl><dt><dd>',
  '<table>',
  '<table><tr><td>',
  '<table><tr><td>x<td><p>y',
  '<table><tr><td><font><div>',
  '<table><tr><td><span><table><tr><td>x</table>',
  '<table>x<tr>y<td>z',
  '<table><b>x',
  '<select><optgroup><option>x',
  '<svg><g>',
  '<svg><foreignObject><div>x',
  '<math><mi><p>x',
  '<button><div>x',
  '<ruby>x<rt>y',
  '<ruby>x<rt><div>',
  '<sup>1',
  '<div>1<sub>2',
  '<nav><a href=x>y</a>',
  '<nav><p>x',
  '<div hidden>x',
  '<div style="display:none">x',
  '<dialog>x',
  '<details><summary>x</summary>',
  '<article><time itemprop=datePublished datetime=2025-01-15>x</time>',
  '<aside><time itemprop=datePublished datetime=2025-01-15>x</time>',
  '<div itemscope><meta itemprop=datePublished content=2025-01-15>',
  '<ul><li><a href=x>y</a><time itemprop=datePublished datetime=2025-01-15>x</time>',
  '<template shadowrootmode=open><p>x',
];

describe('reading a page looks at each of its nodes a few times, however it is nested', () => {
  it.each(repeated)('%s', (tags) => {
    const page = parsePage(`${tags.repeat(opened)}<p>One<h1>Two</h1>`);
    if (page === null) throw new Error('the page was refused');
    const count = countReads(page);
    const facts = collectPageFacts();
    textOfPage(page, facts.note);
    facts.conclude({});
    expect(count.reads() / count.nodes).toBeLessThan(mostReadsOfNode);
  });
});
