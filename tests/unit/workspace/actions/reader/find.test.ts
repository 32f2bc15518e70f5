import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  closeFind,
  currentPlace,
  openFind,
  search,
  stepFind,
} from '../../../../../src/renderer/workspace/actions/reader/find';
import { openTestWorkspace, showText, type TestWorkspace } from '../../test-workspace';

const text = 'Steel from the Steel Works.\nThe works made steel.';
const places = [0, 15, 43];

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  await showText(workspace, text);
});

afterEach(() => workspace.database.close());

const find = () => workspace.screen.getState().find;
const startOfCurrent = () => currentPlace(workspace.screen.getState())?.start;
const look = (query: string, matchCase = false) => search(workspace.screen, { query, matchCase });

describe('search', () => {
  it('finds every place, makes the first current and brings it into view', () => {
    look('steel');
    expect(find()?.found.map(({ start }) => start)).toEqual(places);
    expect(startOfCurrent()).toBe(0);
    expect(workspace.screen.getState().reveal).toMatchObject({ start: 0, end: 5 });
  });

  it('keeps to the case when asked to', () => {
    look('steel', true);
    expect(find()?.found.map(({ start }) => start)).toEqual([43]);
  });

  it('finds words whatever unseen characters, blanks and forms they are written with', async () => {
    const other = await openTestWorkspace();
    const words = [
      'Mokdan\u200e Steel',
      'Mok\ufeffdan\u2009Steel',
      'Ｍｏｋｄａｎ Steel',
      'MokdaN Steel',
    ];
    await showText(other, words.join(', '));
    search(other.screen, { query: 'Mokdan Steel', matchCase: false });
    expect(other.screen.getState().find?.found).toHaveLength(4);
    search(other.screen, { query: 'Mokdan Steel', matchCase: true });
    expect(other.screen.getState().find?.found).toHaveLength(3);
    other.database.close();
  });

  it('begins at the selected words', () => {
    workspace.screen.setState({ selection: { start: 10, end: 14 } });
    look('steel');
    expect(startOfCurrent()).toBe(15);
  });

  it('stays where it is while more letters are typed', () => {
    look('stee');
    stepFind(workspace, 1);
    look('steel');
    expect(startOfCurrent()).toBe(15);
  });

  it('begins at the top when nothing lies further down', () => {
    workspace.screen.setState({ selection: { start: 45, end: 48 } });
    look('works');
    expect(startOfCurrent()).toBe(21);
  });

  it('finds nothing, and goes nowhere, for words that are not there', () => {
    look('coal');
    expect(find()).toMatchObject({ query: 'coal', found: [] });
    expect(workspace.screen.getState().reveal).toBeNull();
    expect(currentPlace(workspace.screen.getState())).toBeNull();
  });
});

describe('stepFind', () => {
  it('goes round the end of the text both ways', () => {
    look('steel');
    const seen = [1, 1, 1, -1, -1].map((direction) => {
      stepFind(workspace, direction === 1 ? 1 : -1);
      return startOfCurrent();
    });
    expect(seen).toEqual([15, 43, 0, 43, 15]);
  });

  it('shows the only place found again', () => {
    look('from');
    const before = workspace.screen.getState().reveal;
    stepFind(workspace, 1);
    const after = workspace.screen.getState().reveal;
    expect(after).toEqual(before);
    expect(after).not.toBe(before);
  });

  it('does nothing when nothing was found, or nothing is looked for', () => {
    stepFind(workspace, 1);
    expect(find()).toBeNull();
    look('coal');
    const before = workspace.screen.getState();
    stepFind(workspace, 1);
    expect(workspace.screen.getState()).toBe(before);
  });
});

describe('openFind', () => {
  it('looks for the selected words', () => {
    workspace.screen.setState({ selection: { start: 15, end: 26 } });
    openFind(workspace);
    expect(find()).toMatchObject({ query: 'Steel Works', current: 0 });
    expect(startOfCurrent()).toBe(15);
  });

  it('keeps the words and the case of the last search, and asks for the focus again', () => {
    look('steel', true);
    openFind(workspace);
    openFind(workspace);
    expect(find()).toMatchObject({ query: 'steel', matchCase: true, summons: 2 });
  });

  it('looks for nothing yet when nothing is selected', () => {
    openFind(workspace);
    expect(find()).toMatchObject({ query: '', found: [] });
  });

  const unfit = [
    { name: 'of two lines', span: { start: 15, end: 31 } },
    { name: 'over 80 letters long', span: { start: 0, end: 81 } },
  ];
  it.each(unfit)('takes no selection $name', async ({ span }) => {
    const other = await openTestWorkspace();
    await showText(other, `${text}${' and more'.repeat(10)}`);
    other.screen.setState({ selection: span });
    openFind(other);
    expect(other.screen.getState().find?.query).toBe('');
    other.database.close();
  });

  it('does nothing when no article is open', async () => {
    const empty = await openTestWorkspace();
    openFind(empty);
    expect(empty.screen.getState().find).toBeNull();
    empty.database.close();
  });
});

describe('closeFind', () => {
  it('ends the search', () => {
    look('steel');
    closeFind(workspace);
    expect(find()).toBeNull();
  });
});
