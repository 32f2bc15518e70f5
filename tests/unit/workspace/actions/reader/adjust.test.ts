import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { step } from '../../../../../src/renderer/workspace/actions/history/history';
import {
  addFragment,
  beginAdjusting,
  dragEnd,
  fragmentHere,
  keepEnds,
  leaveEnds,
  moveEnd,
  removeFragmentHere,
  switchEnd,
  takeUpEnd,
} from '../../../../../src/renderer/workspace/actions/reader/adjust';
import { placeCaret } from '../../../../../src/renderer/workspace/actions/reader/caret';
import { annotationOf } from '../../../../support/builders';
import { openTestWorkspace, showText, type TestWorkspace } from '../../test-workspace';

const text =
  'Officials of the Kangan Steel Works met its plan, 김책제철련합기업소에서는 as well. End.';
const steel = annotationOf(text, 'Steel');

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await showText(workspace, text, [steel]);
  workspace.screen.setState({ selected: steel.id, acting: 'annotation' });
});

afterEach(() => workspace.database.close());

const state = () => workspace.screen.getState();
const preview = (): string =>
  (state().adjusting?.fragments ?? []).map(({ start, end }) => text.slice(start, end)).join('|');
const quote = (): string | undefined => state().article?.index.get(steel.id)?.quote.exact;
const spanOf = (words: string) => ({
  anchor: text.indexOf(words),
  head: text.indexOf(words) + words.length,
});

describe('moving an end by keys', () => {
  const cases = [
    { name: 'the end, a word on', keys: ['word+'], words: 'Steel Works' },
    {
      name: 'the end, two words on and one back',
      keys: ['word+', 'word+', 'word-'],
      words: 'Steel Works',
    },
    {
      name: 'the end, no further than its first letter',
      keys: ['word-', 'word-', 'word-'],
      words: 'S',
    },
    { name: 'the end, a letter back', keys: ['character-'], words: 'Stee' },
    { name: 'the start, a word back', keys: ['switch', 'word-'], words: 'Kangan Steel' },
    {
      name: 'the start, two words back and one on',
      keys: ['switch', 'word-', 'word-', 'word+'],
      words: 'Kangan Steel',
    },
    { name: 'both ends', keys: ['word+', 'switch', 'word-'], words: 'Kangan Steel Works' },
    {
      name: 'the end again after both',
      keys: ['switch', 'word-', 'switch', 'word+'],
      words: 'Kangan Steel Works',
    },
  ];
  it.each(cases)('$name', async ({ keys, words }) => {
    await beginAdjusting(workspace);
    for (const key of keys)
      if (key === 'switch') switchEnd(workspace);
      else
        moveEnd(
          workspace,
          key.startsWith('word') ? 'word' : 'character',
          key.endsWith('+') ? 1 : -1,
        );
    expect(preview()).toBe(words);
    expect(quote()).toBe('Steel');
    await keepEnds(workspace);
    expect(quote()).toBe(words);
    expect(state().adjusting).toBeNull();
  });

  it('is one step of undo, however many keys it took', async () => {
    await beginAdjusting(workspace);
    for (let press = 0; press < 4; press += 1) moveEnd(workspace, 'word', 1);
    await keepEnds(workspace);
    await step(workspace, 'undo');
    expect(state().article?.index.get(steel.id)).toEqual(steel);
  });

  it('leaves blanks out that the end was moved over', async () => {
    await beginAdjusting(workspace);
    moveEnd(workspace, 'character', 1);
    await keepEnds(workspace);
    expect(quote()).toBe('Steel');
  });

  it('changes nothing when it is left', async () => {
    await beginAdjusting(workspace);
    moveEnd(workspace, 'word', 1);
    leaveEnds(workspace);
    expect(quote()).toBe('Steel');
    expect(state().adjusting).toBeNull();
  });

  it('stays within the article', async () => {
    await beginAdjusting(workspace);
    for (let press = 0; press < 60; press += 1) moveEnd(workspace, 'word', 1);
    await keepEnds(workspace);
    expect(quote()).toBe(text.slice(text.indexOf('Steel')));
  });
});

describe('dragging an end', () => {
  const cases = [
    {
      name: 'takes in the whole word under the pointer',
      end: 'end',
      at: 'Works',
      by: 2,
      exact: false,
      words: 'Steel Works',
    },
    {
      name: 'takes any place with the modifier',
      end: 'end',
      at: 'Works',
      by: 2,
      exact: true,
      words: 'Steel Wo',
    },
    {
      name: 'never splits a cluster',
      end: 'end',
      at: '김책',
      by: 1,
      exact: true,
      words: text.slice(text.indexOf('Steel'), text.indexOf('김책') + 1),
    },
    {
      name: 'takes in the word at a start',
      end: 'start',
      at: 'Kangan',
      by: 3,
      exact: false,
      words: 'Kangan Steel',
    },
    { name: 'stops at the other end', end: 'start', at: 'plan', by: 2, exact: true, words: 'l' },
  ] as const;
  it.each(cases)('$name', async ({ end, at, by, exact, words }) => {
    takeUpEnd(workspace, steel, { fragment: 0, end });
    dragEnd(workspace, text.indexOf(at) + by, exact);
    await keepEnds(workspace);
    expect(quote()).toBe(words);
  });

  it('gives words back that it reached on the way', async () => {
    takeUpEnd(workspace, steel, { fragment: 0, end: 'end' });
    dragEnd(workspace, text.indexOf('plan') + 1, false);
    dragEnd(workspace, text.indexOf('Works') + 1, false);
    expect(preview()).toBe('Steel Works');
  });
});

describe('fragments', () => {
  it('are added from the selection, and taken away at the caret', async () => {
    placeCaret(workspace, spanOf('plan'), 'place');
    await addFragment(workspace);
    placeCaret(workspace, spanOf('Officials'), 'place');
    await addFragment(workspace);
    expect(quote()).toBe('Officials … Steel … plan');
    placeCaret(
      workspace,
      { anchor: text.indexOf('Steel') + 1, head: text.indexOf('Steel') + 1 },
      'place',
    );
    expect(fragmentHere(state())).toBe(1);
    await removeFragmentHere(workspace);
    expect(quote()).toBe('Officials … plan');
  });

  it('that meet become one', async () => {
    placeCaret(workspace, spanOf('Kangan Steel Works'), 'place');
    await addFragment(workspace);
    expect(quote()).toBe('Kangan Steel Works');
  });

  it('are each a step of undo', async () => {
    placeCaret(workspace, spanOf('plan'), 'place');
    await addFragment(workspace);
    await step(workspace, 'undo');
    expect(state().article?.index.get(steel.id)).toEqual(steel);
  });

  it('cannot go when only one is left', () => {
    placeCaret(workspace, { anchor: text.indexOf('Steel'), head: text.indexOf('Steel') }, 'place');
    expect(fragmentHere(state())).toBeNull();
  });

  it('have ends of their own', () => {
    takeUpEnd(
      workspace,
      { ...steel, fragments: [{ start: 0, end: 9 }, steel.fragments[0]] },
      { fragment: 1, end: 'end' },
    );
    const ends = [0, 1, 2, 3].map(() => {
      switchEnd(workspace);
      const { end } = state().adjusting ?? {};
      return `${end?.fragment} ${end?.end}`;
    });
    expect(ends).toEqual(['0 start', '0 end', '1 start', '1 end']);
  });
});
