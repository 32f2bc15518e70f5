import { afterEach, describe, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { type Annotation, emptyBody } from '../../../src/core/annotation/annotation';
import { AnnotationIndex } from '../../../src/core/annotation/annotation-index';
import type { AnnotationId } from '../../../src/core/ids';
import { blockLimit } from '../../../src/core/text/layout';
import type { Span } from '../../../src/core/text/span';
import { NearSections } from '../../../src/renderer/reader/near-sections';
import { ParagraphLists } from '../../../src/renderer/reader/paragraph-lists';
import { scrollToSpan } from '../../../src/renderer/reader/scroller';
import { annotationOf, buildAnnotation } from '../../support/builders';
import { mouse } from './mouse';
import { mountSurface, nextIdle, unmountSurfaces } from './page';
import { longParagraph, longText, smallTexts } from './texts';

const open: { readonly near: NearSections; readonly lists: ParagraphLists }[] = [];

afterEach(() => {
  for (const { near, lists } of open.splice(0)) {
    lists.dispose();
    near.dispose();
  }
  unmountSurfaces();
});

/** A surface with lists, whose labels are in `naming`, and what was picked from them. */
async function mount(text: string, annotations: readonly Annotation[]) {
  const mounted = mountSurface(text);
  const { surface, scroller } = mounted;
  scroller.setAttribute('aria-label', 'Steel works report');
  const index = new AnnotationIndex();
  index.load(annotations);
  const picked: AnnotationId[] = [];
  const naming = { kind: 'tag', list: 'Annotations in paragraph' };
  const near = new NearSections(surface, scroller);
  const lists = new ParagraphLists({
    surface,
    index,
    near,
    labelOf: ({ quote }) => `${naming.kind}: ${quote.exact}`,
    labelOfList: (paragraph) => `${naming.list} ${paragraph}`,
    onPick: (id) => picked.push(id),
  });
  open.push({ near, lists });
  await nextIdle();
  return { ...mounted, index, lists, picked, naming, host: surface.host };
}

/** What each list on the page says, with the words before it. */
function written(host: HTMLElement): readonly (readonly [string, string, readonly string[]])[] {
  return [...host.querySelectorAll('ul')].map((list) => [
    list.parentElement?.textContent ?? '',
    list.getAttribute('aria-label') ?? '',
    [...list.querySelectorAll('button')].map((button) => button.getAttribute('aria-label') ?? ''),
  ]);
}

const text = 'The Kangan Steel Works met its plan.\nA quiet line.\nThe mine of Musok sent ore.';
const works = annotationOf(text, 'Kangan Steel Works');
const claim = annotationOf(text, 'Kangan Steel Works met its plan', { body: emptyBody('claim') });
const mine = annotationOf(text, 'mine of Musok');
const across = buildAnnotation({ text, span: { start: 27, end: 46 } });

describe('the lists', () => {
  it('name the annotations of each paragraph that has some, in reading order', async () => {
    const { host } = await mount(text, [mine, works, claim]);
    expect(written(host)).toEqual([
      [
        'The Kangan Steel Works met its plan.',
        'Annotations in paragraph 1',
        ['tag: Kangan Steel Works met its plan', 'tag: Kangan Steel Works'],
      ],
      ['The mine of Musok sent ore.', 'Annotations in paragraph 3', ['tag: mine of Musok']],
    ]);
  });

  it('hold an annotation where it begins only', async () => {
    const { host } = await mount(text, [across]);
    expect(written(host).map(([, label]) => label)).toEqual(['Annotations in paragraph 1']);
  });

  it('hold what begins in the blank between two paragraphs where the status line counts it', async () => {
    const { host } = await mount(text, [buildAnnotation({ text, span: { start: 36, end: 40 } })]);
    expect(written(host).map(([, label]) => label)).toEqual(['Annotations in paragraph 1']);
  });

  it('hold what begins before all words in the first', async () => {
    const blank = `\n\n${text}`;
    const early = buildAnnotation({ text: blank, span: { start: 0, end: 5 } });
    const { host } = await mount(blank, [early]);
    expect(written(host).map(([, label]) => label)).toEqual(['Annotations in paragraph 1']);
  });

  it('stand at the end of a paragraph that is cut for display', async () => {
    const cut = longParagraph(blockLimit + 400);
    const { surface, scroller, host } = await mount(`${cut}\nThe mine.`, [
      buildAnnotation({ text: cut, span: { start: 4, end: 10 } }),
    ]);
    scrollToSpan(surface, scroller, { start: blockLimit + 300, end: blockLimit + 301 });
    await nextIdle(6);
    const lists = [...host.querySelectorAll('ul')];
    expect(lists.map((list) => list.parentElement)).toEqual([surface.elementOf(1)]);
    expect(lists[0]?.getAttribute('aria-label')).toBe('Annotations in paragraph 1');
  });

  it('are there for sections near the viewport only, and go with them', async () => {
    const long = longText(200_000);
    const many = Array.from({ length: 2_000 }, (_, at) =>
      buildAnnotation({ text: long, span: { start: at * 100, end: at * 100 + 10 } }),
    );
    const { surface, scroller, host } = await mount(long, many);
    const early = [...host.querySelectorAll('button')];
    expect(early.length).toBeGreaterThan(20);
    expect(early.length).toBeLessThan(400);
    scrollToSpan(surface, scroller, { start: 150_000, end: 150_010 });
    await nextIdle(6);
    const late = [...host.querySelectorAll('button')];
    expect(late.length).toBeGreaterThan(20);
    expect(late.length).toBeLessThan(400);
    expect(early.some((button) => button.isConnected)).toBe(false);
  });

  it('take no room', async () => {
    const { host, lists } = await mount(text, [works, claim, mine]);
    const heights = () => [...host.querySelectorAll('p')].map((block) => block.offsetHeight);
    const before = heights();
    lists.dispose();
    expect(host.querySelectorAll('ul')).toHaveLength(0);
    expect(heights()).toEqual(before);
  });
});

/** A node of the accessibility tree, as far as it is read here. */
interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly childIds?: readonly string[];
  readonly role?: { readonly value?: unknown };
  readonly name?: { readonly value?: unknown };
}

function textOf(property: AxNode['name']): string {
  return typeof property?.value === 'string' ? property.value : '';
}

/** What Chromium tells assistive technology of the article: roles and names, as far down as buttons and texts. */
async function told(): Promise<readonly string[]> {
  const { frameTree } = await cdp().send('Page.getFrameTree');
  const frame = frameTree.childFrames?.find(({ frame: { url } }) => url === location.href);
  if (!frame) throw new Error('the frame of the test was not found');
  const tree = await cdp().send('Accessibility.getFullAXTree', { frameId: frame.frame.id });
  const nodes = new Map(tree.nodes.map((node: AxNode) => [node.nodeId, node]));
  const lines: string[] = [];
  const walk = (node: AxNode, depth: number): void => {
    const role = textOf(node.role);
    const isTold = !node.ignored && !['generic', 'InlineTextBox'].includes(role);
    if (isTold) lines.push(`${' '.repeat(depth)}${role} ${textOf(node.name)}`.trimEnd());
    for (const id of node.childIds ?? []) {
      const child = nodes.get(id);
      if (child) walk(child, isTold ? depth + 1 : depth);
    }
  };
  const article = tree.nodes.find((node: AxNode) => node.role?.value === 'article');
  if (!article) throw new Error('no article is told of');
  walk(article, 0);
  return lines;
}

describe('assistive technology', () => {
  it('is told of each list behind the words of its paragraph', async () => {
    await mount(text, [works, claim, mine]);
    expect(await told()).toEqual([
      'article Steel works report',
      ' paragraph',
      '  StaticText Before the article.',
      ' paragraph',
      '  StaticText The Kangan Steel Works met its plan.',
      '  list Annotations in paragraph 1',
      '   listitem',
      '    button tag: Kangan Steel Works met its plan',
      '   listitem',
      '    button tag: Kangan Steel Works',
      ' paragraph',
      '  StaticText A quiet line.',
      ' paragraph',
      '  StaticText The mine of Musok sent ore.',
      '  list Annotations in paragraph 3',
      '   listitem',
      '    button tag: mine of Musok',
      ' paragraph',
      '  StaticText After the article.',
    ]);
  });

  it('picks an annotation, and the article takes it for no click of its own', async () => {
    const { host, picked } = await mount(text, [works, claim]);
    let clicks = 0;
    host.addEventListener('click', () => (clicks += 1));
    host.querySelectorAll('button')[1]?.click();
    expect(picked).toEqual([works.id]);
    expect(clicks).toBe(0);
  });

  it('meets them without a stop for Tab', async () => {
    const { host } = await mount(text, [works, claim]);
    expect([...host.querySelectorAll('button')].map(({ tabIndex }) => tabIndex)).toEqual([-1, -1]);
  });
});

describe('the words of the article', () => {
  it('are all that the page holds as text', async () => {
    const { host } = await mount(text, [works, claim, mine]);
    const blocks = [...host.querySelectorAll('p')];
    expect(blocks.map((block) => block.textContent).join('\n')).toBe(text);
    expect(host.innerText.replaceAll(/\n+/g, '\n')).toBe(text);
  });

  it('are all that select-all selects', async () => {
    const { host } = await mount(text, [works, claim, mine]);
    document.getSelection()?.selectAllChildren(host);
    expect(document.getSelection()?.toString().replaceAll(/\n+/g, '\n')).toBe(text);
  });

  it('are all that the browser finds', async () => {
    await mount(text, [works, claim, mine]);
    const find = (words: string): boolean =>
      (window as unknown as { find: (words: string) => boolean }).find(words);
    expect(find('mine of Musok')).toBe(true);
    document.getSelection()?.removeAllRanges();
    expect(find('tag: mine')).toBe(false);
    expect(find('Annotations in')).toBe(false);
  });

  it('are selected by a triple click up to their end', async () => {
    const { surface } = await mount(text, [works, mine]);
    const box = surface.rangeOf({ start: 4, end: 10 }).getBoundingClientRect();
    await mouse.click({ x: box.left + 5, y: box.top + 5 }, 3);
    const range = document.getSelection()?.getRangeAt(0);
    if (!range) throw new Error('nothing is selected');
    const start = surface.offsetAt({ node: range.startContainer, offset: range.startOffset });
    const end = surface.offsetAt({ node: range.endContainer, offset: range.endOffset });
    expect(text.slice(start, end).trimEnd()).toBe('The Kangan Steel Works met its plan.');
  });

  it('are selected by dragging from one paragraph into the next', async () => {
    const { surface } = await mount(text, [works, mine]);
    const from = surface.rangeOf({ start: 27, end: 28 }).getBoundingClientRect();
    const to = surface.rangeOf({ start: 44, end: 45 }).getBoundingClientRect();
    await mouse.drag(
      { x: from.left + 1, y: from.top + from.height / 2 },
      { x: to.left + 1, y: to.top + to.height / 2 },
    );
    expect(document.getSelection()?.toString().replaceAll(/\n+/g, '\n')).toBe(text.slice(27, 44));
  });
});

describe('offsets beside a list', () => {
  type Parts = Awaited<ReturnType<typeof mount>>;
  const first = (parts: Parts): HTMLElement => parts.host.querySelector('p') as HTMLElement;
  const within = (parts: Parts, selector: string): HTMLElement =>
    first(parts).querySelector(selector) as HTMLElement;
  const end = 36;
  const cases: readonly {
    readonly name: string;
    readonly node: (parts: Parts) => HTMLElement;
    readonly offset: number;
    readonly expected: number;
  }[] = [
    { name: 'before the words', node: first, offset: 0, expected: 0 },
    { name: 'between words and list', node: first, offset: 1, expected: end },
    { name: 'behind the list', node: first, offset: 2, expected: end },
    { name: 'the start of the list', node: (p) => within(p, 'ul'), offset: 0, expected: end },
    { name: 'in the list', node: (p) => within(p, 'ul'), offset: 1, expected: end },
    { name: 'the start of an item', node: (p) => within(p, 'li'), offset: 0, expected: end },
    { name: 'a button', node: (p) => within(p, 'button'), offset: 0, expected: end },
  ];
  it.each(cases)('$name', async ({ node, offset, expected }) => {
    const parts = await mount(text, [works, claim]);
    expect(parts.surface.offsetAt({ node: node(parts), offset })).toBe(expected);
  });

  it.each(smallTexts)(
    'are the same in the words, there and back: $name',
    async ({ text: small }) => {
      const { surface, host } = await mount(
        small,
        lettersOf(small).map((span) => buildAnnotation({ text: small, span })),
      );
      expect(host.querySelectorAll('ul').length).toBeGreaterThan(0);
      for (const { start, end: blockEnd } of surface.layout.blocks)
        for (let offset = start; offset <= blockEnd; offset += 1)
          expect(surface.offsetAt(surface.pointAt(offset))).toBe(offset);
    },
  );

  it('are those under the pointer, to the last letter of a paragraph', async () => {
    const { surface } = await mount(text, [works, claim, mine]);
    for (let offset = 0; offset < 36; offset += 1) {
      const box = surface.rangeOf({ start: offset, end: offset + 1 }).getBoundingClientRect();
      const under = surface.offsetUnder(box.left + box.width / 2, box.top + box.height / 2);
      expect(under).toBe(offset);
    }
  });
});

/** Every character that shows something. */
function lettersOf(source: string): readonly Span[] {
  return [...source.matchAll(/\S/gu)].map(({ index, 0: letter }) => ({
    start: index,
    end: index + letter.length,
  }));
}

/** Has the lists written anew, and settles when they have been. */
async function update(lists: ParagraphLists): Promise<void> {
  lists.update();
  await nextIdle();
}

/** What the lists change of the elements in `host` when they are written anew. */
async function changesIn(
  host: HTMLElement,
  lists: ParagraphLists,
): Promise<readonly MutationRecord[]> {
  const records: MutationRecord[] = [];
  const watch = new MutationObserver((seen) => records.push(...seen));
  watch.observe(host, { subtree: true, childList: true, attributes: true });
  await update(lists);
  records.push(...watch.takeRecords());
  watch.disconnect();
  return records;
}

describe('after an edit', () => {
  it('nothing is touched when all labels stay', async () => {
    const { host, index, lists } = await mount(text, [works, claim, mine]);
    index.set({ ...works, note: 'which of the two?' });
    expect(await changesIn(host, lists)).toEqual([]);
  });

  it('one label is written when one changes', async () => {
    const { host, index, lists } = await mount(text, [works, claim, mine]);
    const item = host.querySelectorAll('button')[1];
    index.set({ ...works, quote: { ...works.quote, exact: 'Kangan' } });
    const changes = await changesIn(host, lists);
    expect(changes.map(({ target, attributeName }) => [target, attributeName])).toEqual([
      [item, 'aria-label'],
    ]);
    expect(item?.getAttribute('aria-label')).toBe('tag: Kangan');
  });

  it('one item comes, at its place, when an annotation is made', async () => {
    const { host, index, lists } = await mount(text, [works, mine]);
    index.set(claim);
    const changes = await changesIn(host, lists);
    expect(changes.flatMap(({ addedNodes }) => [...addedNodes])).toHaveLength(1);
    expect(changes.flatMap(({ removedNodes }) => [...removedNodes])).toHaveLength(0);
    expect(written(host)[0]?.[2]).toEqual([
      'tag: Kangan Steel Works met its plan',
      'tag: Kangan Steel Works',
    ]);
  });

  it('an item goes with its annotation, and the list with the last', async () => {
    const { host, index, lists } = await mount(text, [works, claim, mine]);
    index.delete(claim.id);
    await update(lists);
    expect(written(host)[0]?.[2]).toEqual(['tag: Kangan Steel Works']);
    index.delete(works.id);
    await update(lists);
    expect(written(host).map(([, label]) => label)).toEqual(['Annotations in paragraph 3']);
  });

  it('an annotation whose start was moved is in the list of its new paragraph', async () => {
    const { host, index, lists } = await mount(text, [across]);
    index.set({ ...across, fragments: [{ start: 37, end: 46 }] });
    await update(lists);
    expect(written(host).map(([, label]) => label)).toEqual(['Annotations in paragraph 2']);
  });

  it('all is called by its new words when the language is another', async () => {
    const { host, lists, naming } = await mount(text, [mine]);
    naming.kind = '표시';
    naming.list = '주석, 문단';
    await update(lists);
    expect(written(host)[0]?.slice(1)).toEqual(['주석, 문단 3', ['표시: mine of Musok']]);
  });

  it('what others hung into a paragraph stays there', async () => {
    const { host, index, lists } = await mount(text, [works]);
    const mark = document.createElement('span');
    host.querySelector('p')?.append(mark);
    index.delete(works.id);
    await update(lists);
    index.set(claim);
    await update(lists);
    expect(mark.isConnected).toBe(true);
    expect(written(host)).toHaveLength(1);
  });
});
