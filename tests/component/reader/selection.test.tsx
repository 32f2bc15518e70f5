import { afterEach, describe, expect, it } from 'vitest';
import { caretOver, selectionOf } from '../../../src/core/text/caret';
import { boxInView, readCaret, writeCaret } from '../../../src/renderer/reader/selection';
import { type MountedSurface, mountSurface, nextFrames, unmountSurfaces } from './page';
import { longText, smallTexts } from './texts';

afterEach(unmountSurfaces);

const text = 'The Kangan Steel Works\r\n\r\nmet its plan. 🇰🇵\n';

function selectNodes(from: Node, fromOffset: number, to: Node, toOffset: number): void {
  document.getSelection()?.setBaseAndExtent(from, fromOffset, to, toOffset);
}

function wordsRead({ surface, text: whole }: MountedSurface): string | null {
  const span = selectionOf(whole, readCaret(surface));
  return span && whole.slice(span.start, span.end);
}

function blockOf({ surface }: MountedSurface, index: number): HTMLElement {
  const block = surface.host.querySelectorAll('p')[index];
  if (!block) throw new Error(`no block ${index}`);
  return block;
}

describe('readCaret', () => {
  const cases: readonly {
    name: string;
    select: (mounted: MountedSurface) => void;
    words: string | null;
  }[] = [
    { name: 'nothing selected', select: () => undefined, words: null },
    {
      name: 'a mere caret',
      select: ({ surface }) => writeCaret(surface, { anchor: 5, head: 5 }),
      words: null,
    },
    {
      name: 'words',
      select: ({ surface }) => writeCaret(surface, caretOver({ start: 4, end: 16 })),
      words: 'Kangan Steel',
    },
    {
      name: 'words with the spaces around them',
      select: ({ surface }) => writeCaret(surface, caretOver({ start: 3, end: 17 })),
      words: 'Kangan Steel',
    },
    {
      name: 'a space alone',
      select: ({ surface }) => writeCaret(surface, caretOver({ start: 3, end: 4 })),
      words: null,
    },
    {
      name: 'backwards',
      select: (m) => {
        const node = blockOf(m, 0).firstChild as Text;
        selectNodes(node, 10, node, 4);
      },
      words: 'Kangan',
    },
    {
      name: 'over paragraphs',
      select: ({ surface }) => writeCaret(surface, caretOver({ start: 17, end: 29 })),
      words: 'Works\r\n\r\nmet',
    },
    {
      name: 'half a flag, made whole',
      select: (m) => {
        const node = blockOf(m, 1).firstChild as Text;
        selectNodes(node, node.length - 4, node, node.length - 2);
      },
      words: '🇰🇵',
    },
    {
      name: 'a paragraph as a triple click gives it: to the start of the next block',
      select: (m) => selectNodes(blockOf(m, 0).firstChild as Text, 0, blockOf(m, 1), 0),
      words: 'The Kangan Steel Works',
    },
    {
      name: 'the last paragraph as a triple click gives it: to the text after the article',
      select: (m) => selectNodes(blockOf(m, 1).firstChild as Text, 0, m.after, 0),
      words: 'met its plan. 🇰🇵',
    },
    {
      name: 'all of the article',
      select: ({ surface }) => document.getSelection()?.selectAllChildren(surface.host),
      words: text.trim(),
    },
    {
      name: 'all of the page',
      select: () => document.getSelection()?.selectAllChildren(document.body),
      words: text.trim(),
    },
    {
      name: 'from before the article into it',
      select: (m) =>
        selectNodes(m.before.firstChild as Text, 3, blockOf(m, 0).firstChild as Text, 10),
      words: 'The Kangan',
    },
    {
      name: 'out of the article, into the text after it',
      select: (m) =>
        selectNodes(blockOf(m, 1).firstChild as Text, 4, m.after.firstChild as Text, 5),
      words: 'its plan. 🇰🇵',
    },
    {
      name: 'text before the article only',
      select: (m) => selectNodes(m.before.firstChild as Text, 0, m.before.firstChild as Text, 6),
      words: null,
    },
    {
      name: 'text after the article only',
      select: (m) => selectNodes(m.after.firstChild as Text, 0, m.after.firstChild as Text, 5),
      words: null,
    },
    {
      name: 'what touches the article at its end only',
      select: (m) => selectNodes(m.before.firstChild as Text, 2, m.surface.host, 0),
      words: null,
    },
  ];
  it.each(cases)('$name', ({ select, words }) => {
    const mounted = mountSurface(text);
    select(mounted);
    expect(wordsRead(mounted)).toBe(words);
  });
});

describe('writeCaret', () => {
  it.each(smallTexts)('selects just the words that are read back: $name', ({ text: whole }) => {
    const mounted = mountSurface(whole);
    for (const { start, end } of mounted.surface.layout.paragraphs) {
      writeCaret(mounted.surface, caretOver({ start, end }));
      expect(document.getSelection()?.rangeCount).toBe(1);
      expect(document.getSelection()?.getRangeAt(0).toString()).toBe(whole.slice(start, end));
    }
  });

  it('selects across sections', () => {
    const mounted = mountSurface(longText(60_000));
    writeCaret(mounted.surface, caretOver({ start: 11, end: 50_011 }));
    expect(readCaret(mounted.surface)).toEqual({ anchor: 11, head: 50_011 });
  });

  it('keeps which end is the head', () => {
    const { surface } = mountSurface(text);
    for (const caret of [
      { anchor: 4, head: 10 },
      { anchor: 10, head: 4 },
      { anchor: 30, head: 8 },
      { anchor: 7, head: 7 },
    ]) {
      writeCaret(surface, caret);
      expect(readCaret(surface)).toEqual(caret);
    }
  });

  it('takes its own selection away, but not one elsewhere', () => {
    const { surface, after } = mountSurface(text);
    writeCaret(surface, caretOver({ start: 4, end: 10 }));
    writeCaret(surface, null);
    expect(document.getSelection()?.rangeCount).toBe(0);
    document.getSelection()?.selectAllChildren(after);
    writeCaret(surface, null);
    expect(document.getSelection()?.toString()).toBe('After the article.');
  });
});

describe('boxInView', () => {
  const words = { start: 4, end: 22 };

  it('is the box of the words', async () => {
    const { surface, scroller } = mountSurface(text);
    await nextFrames();
    const box = boxInView(surface, scroller, words);
    expect(box?.toJSON()).toEqual(surface.rangeOf(words).getBoundingClientRect().toJSON());
  });

  it('holds only the lines in view of words that reach beyond it', async () => {
    const { surface, scroller } = mountSurface(longText(20_000));
    await nextFrames();
    const view = scroller.getBoundingClientRect();
    const box = boxInView(surface, scroller, { start: 100, end: 15_000 });
    expect(box?.top).toBeGreaterThan(view.top);
    expect(box?.bottom).toBeGreaterThan(view.bottom - 60);
    expect(box?.bottom).toBeLessThan(view.bottom + 60);
  });

  it('is null when no line is in view', async () => {
    const { surface, scroller } = mountSurface(longText(20_000));
    await nextFrames();
    expect(boxInView(surface, scroller, { start: 18_000, end: 18_020 })).toBeNull();
    scroller.scrollTop = 3_000;
    await nextFrames();
    expect(boxInView(surface, scroller, { start: 0, end: 10 })).toBeNull();
  });

  it('ends with the last word, also where a paragraph is cut for display just after it', async () => {
    const { surface, scroller } = mountSurface('Steel was made. '.repeat(1_000).trimEnd());
    const [first] = surface.layout.blocks;
    const cut = first?.end ?? 0;
    scroller.scrollTop = 0;
    const last = { start: cut - 6, end: cut - 1 };
    scroller.scrollTop =
      surface.rangeOf(last).getBoundingClientRect().top -
      scroller.getBoundingClientRect().top -
      200;
    await nextFrames();
    const upToCut = boxInView(surface, scroller, { start: cut - 6, end: cut });
    expect(upToCut?.bottom).toBe(surface.rangeOf(last).getBoundingClientRect().bottom);
  });
});
