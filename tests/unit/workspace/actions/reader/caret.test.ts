import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Caret, caretAt } from '../../../../../src/core/text/caret';
import { tag, tagTarget } from '../../../../../src/renderer/workspace/actions/annotations';
import {
  moveCaret,
  narrowSelection,
  placeCaret,
  type TextMotion,
  widenSelection,
} from '../../../../../src/renderer/workspace/actions/reader/caret';
import { stepBack } from '../../../../../src/renderer/workspace/actions/reader/step-back';
import { selectNeighbour } from '../../../../../src/renderer/workspace/actions/reader/walk';
import { annotationOf } from '../../../../support/builders';
import { openTestWorkspace, showText, type TestWorkspace } from '../../test-workspace';

const text = 'The Kangan Steel Works met its plan, and more. It goes on.\r\n\r\nThe mine sent ore.';
const works = annotationOf(text, 'Kangan Steel Works');

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await showText(workspace, text, [works]);
});

afterEach(() => workspace.database.close());

const state = () => workspace.screen.getState();
const selectedWords = (): string | null => {
  const { selection } = state();
  return selection && text.slice(selection.start, selection.end);
};
const select = (by: TextMotion, direction: 1 | -1 = 1) =>
  moveCaret(workspace, by, { direction, selecting: true });

describe('moving the caret', () => {
  const at = (words: string): number => text.indexOf(words);
  const cases: readonly {
    name: string;
    from: Caret | null;
    by: TextMotion;
    direction: 1 | -1;
    selecting: boolean;
    to: Caret;
  }[] = [
    {
      name: 'begins where the article was opened',
      from: null,
      by: 'word',
      direction: 1,
      selecting: false,
      to: caretAt(3),
    },
    {
      name: 'goes on by words',
      from: caretAt(3),
      by: 'word',
      direction: 1,
      selecting: false,
      to: caretAt(10),
    },
    {
      name: 'selects from where it stood',
      from: caretAt(4),
      by: 'word',
      direction: 1,
      selecting: true,
      to: { anchor: 4, head: 10 },
    },
    {
      name: 'gives words back when it turns',
      from: { anchor: 4, head: 16 },
      by: 'word',
      direction: -1,
      selecting: true,
      to: { anchor: 4, head: 11 },
    },
    {
      name: 'goes to the end of what is selected',
      from: { anchor: 4, head: 10 },
      by: 'character',
      direction: 1,
      selecting: false,
      to: caretAt(10),
    },
    {
      name: 'goes to its start',
      from: { anchor: 4, head: 10 },
      by: 'character',
      direction: -1,
      selecting: false,
      to: caretAt(4),
    },
    {
      name: 'passes the blank line between paragraphs',
      from: caretAt(at('on.') + 3),
      by: 'character',
      direction: 1,
      selecting: false,
      to: caretAt(at('The mine')),
    },
    {
      name: 'goes to the end of the text',
      from: caretAt(4),
      by: 'document',
      direction: 1,
      selecting: false,
      to: caretAt(text.length),
    },
  ];
  it.each(cases)('$name', ({ from, by, direction, selecting, to }) => {
    placeCaret(workspace, from, 'place');
    moveCaret(workspace, by, { direction, selecting });
    expect(state().caret).toEqual(to);
  });

  it('does nothing when no article is open', async () => {
    const empty = await openTestWorkspace();
    moveCaret(empty, 'word', { direction: 1, selecting: false });
    expect(empty.screen.getState().caret).toBeNull();
    empty.database.close();
  });
});

describe('widening', () => {
  it('takes word, phrase, sentence and paragraph, and narrows by the same steps', () => {
    placeCaret(workspace, caretAt(text.indexOf('Steel') + 2), 'place');
    const taken: (string | null)[] = [];
    for (let step = 0; step < 7; step += 1) {
      widenSelection(workspace);
      taken.push(selectedWords());
    }
    expect(taken.slice(0, 5)).toEqual([
      'Steel',
      'The Kangan Steel Works met its plan',
      'The Kangan Steel Works met its plan, and more',
      'The Kangan Steel Works met its plan, and more.',
      'The Kangan Steel Works met its plan, and more. It goes on.',
    ]);
    expect(taken[6]).toBe(taken[4]);
    const given: (string | null)[] = [];
    for (let step = 0; step < 5; step += 1) {
      narrowSelection(workspace);
      given.push(selectedWords());
    }
    expect(given).toEqual([...taken.slice(0, 4).toReversed(), null]);
    expect(state().caret).toEqual(caretAt(text.indexOf('Steel') + 2));
  });

  it('forgets its steps once the caret goes elsewhere', () => {
    placeCaret(workspace, caretAt(8), 'place');
    widenSelection(workspace);
    select('word');
    narrowSelection(workspace);
    expect(selectedWords()).toBe('Kangan Steel');
  });
});

describe('what the keys tag', () => {
  const spanOf = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  });

  it('is the selected words', () => {
    placeCaret(workspace, { anchor: text.indexOf('met'), head: text.indexOf('met') + 7 }, 'place');
    expect(tagTarget(state())).toEqual({ words: spanOf('met its') });
  });

  it('is the word under the caret when nothing is selected', async () => {
    placeCaret(workspace, caretAt(text.indexOf('mine') + 2), 'place');
    await tag(workspace, 'enterprise');
    expect(state().article?.index.ordered.map(({ quote }) => quote.exact)).toContain('mine');
  });

  it('is the annotation that was selected last, until the caret moves', () => {
    selectNeighbour(workspace, 1);
    expect(tagTarget(state())).toEqual({ annotation: works.id });
    moveCaret(workspace, 'paragraph', { direction: 1, selecting: false });
    const start = text.indexOf('The mine');
    expect(tagTarget(state())).toEqual({ words: { start, end: start + 3 } });
    expect(state().selected).toBe(works.id);
  });

  it('is nothing where no word is', () => {
    placeCaret(workspace, null, 'place');
    expect(tagTarget(state())).toBeNull();
  });

  it('leaves the caret behind the words tagged', async () => {
    placeCaret(workspace, { anchor: 4, head: 10 }, 'place');
    await tag(workspace, 'claim');
    expect(state().caret).toEqual(caretAt(10));
    expect(state().selection).toBeNull();
    expect(state().acting).toBe('annotation');
  });
});

describe('Escape', () => {
  it('takes back one level after another', () => {
    selectNeighbour(workspace, 1);
    placeCaret(workspace, { anchor: 4, head: 10 }, 'place');
    workspace.screen.setState({ historyOpen: true });
    const levels = [];
    for (let step = 0; step < 4; step += 1) {
      stepBack(workspace);
      const { selection, selected, historyOpen } = state();
      levels.push([selection !== null, selected !== null, historyOpen]);
    }
    expect(levels).toEqual([
      [false, true, true],
      [false, false, true],
      [false, false, false],
      [false, false, false],
    ]);
  });
});
