import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caretAt } from '../../../../../src/core/text/caret';
import { stepPlace } from '../../../../../src/renderer/workspace/actions/places';
import { moveCaret } from '../../../../../src/renderer/workspace/actions/reader/caret';
import {
  annotationsHere,
  chooseHere,
  pickAt,
  pickHere,
  selectNeighbour,
} from '../../../../../src/renderer/workspace/actions/reader/walk';
import type { OpenArticle } from '../../../../../src/renderer/workspace/open-article';
import { annotationOf } from '../../../../support/builders';
import { openTestWorkspace, showText, type TestWorkspace } from '../../test-workspace';

const text = 'The Kangan Steel Works of Kangan met its plan on 5 May 2024.';
const works = annotationOf(text, 'Kangan Steel Works');
const steel = annotationOf(text, 'Steel');
const claim = annotationOf(text, 'Kangan Steel Works of Kangan met its plan', {
  body: { kind: 'claim', status: 'completed' },
});
const day = annotationOf(text, '5 May 2024', { body: { kind: 'date' } });

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
});

afterEach(() => workspace.database.close());

function open(): OpenArticle {
  const { article } = workspace.screen.getState();
  if (!article) throw new Error('no article is open');
  return article;
}

describe('pickAt', () => {
  beforeEach(() => showText(workspace, text, [works, steel, claim, day]));

  it('picks the innermost first, then outwards, then the innermost again', () => {
    const offset = text.indexOf('Steel') + 1;
    const picked = [pickAt(open(), offset, null)];
    for (let round = 0; round < 3; round += 1)
      picked.push(pickAt(open(), offset, picked.at(-1) ?? null));
    expect(picked).toEqual([steel.id, works.id, claim.id, steel.id]);
  });

  const cases = [
    { name: 'nothing beside every annotation', words: 'The', selected: null, picked: null },
    {
      name: 'the innermost when one elsewhere is selected',
      words: 'Steel',
      selected: day.id,
      picked: steel.id,
    },
    {
      name: 'the only one again when it is selected',
      words: '5 May',
      selected: day.id,
      picked: day.id,
    },
    {
      name: 'nothing beside an annotation that is selected',
      words: 'The',
      selected: day.id,
      picked: null,
    },
  ] as const;
  it.each(cases)('picks $name', ({ words, selected, picked }) => {
    expect(pickAt(open(), text.indexOf(words), selected)).toBe(picked);
  });
});

describe('selectNeighbour', () => {
  const cases = [
    { name: 'the first when none is selected', from: null, direction: 1, to: works },
    { name: 'the last backwards when none is selected', from: null, direction: -1, to: day },
    { name: 'the next', from: works, direction: 1, to: steel },
    { name: 'the one before', from: day, direction: -1, to: steel },
    { name: 'the first after the last', from: day, direction: 1, to: works },
    { name: 'the last before the first', from: works, direction: -1, to: day },
  ] as const;
  it.each(cases)('selects $name', async ({ from, direction, to }) => {
    await showText(workspace, text, [works, steel, day]);
    workspace.screen.setState({
      selected: from?.id ?? null,
      acting: from ? 'annotation' : 'caret',
    });
    selectNeighbour(workspace, direction);
    expect(workspace.screen.getState().selected).toBe(to.id);
  });
});

describe('walking by kind', () => {
  beforeEach(() => showText(workspace, text, [works, steel, claim, day]));

  const cases = [
    { name: 'the next of the kind', caret: 0, direction: 1, kind: 'date', to: day },
    { name: 'round the end', caret: text.length, direction: 1, kind: 'claim', to: claim },
    { name: 'the one before', caret: text.length, direction: -1, kind: 'enterprise', to: steel },
    { name: 'the one begun last', caret: 12, direction: -1, kind: 'enterprise', to: steel },
  ] as const;
  it.each(cases)('selects $name, from the caret on', ({ caret, direction, kind, to }) => {
    workspace.screen.setState({ caret: caretAt(caret), acting: 'caret' });
    selectNeighbour(workspace, direction, kind);
    const state = workspace.screen.getState();
    expect(state.selected).toBe(to.id);
    expect(state.caret).toEqual(caretAt(to.fragments[0].start));
  });

  it('stays where it is when there is none of the kind', async () => {
    const other = await openTestWorkspace();
    await showText(other, text, [works]);
    selectNeighbour(other, 1, 'date');
    expect(other.screen.getState().selected).toBeNull();
    other.database.close();
  });
});

describe('what lies at the caret', () => {
  beforeEach(() => showText(workspace, text, [works, steel, claim, day]));

  it('is the innermost first, also right behind its last letter', () => {
    const at = (head: number) =>
      annotationsHere({ ...workspace.screen.getState(), caret: caretAt(head) });
    expect(at(text.indexOf('Steel'))).toEqual([steel, works, claim]);
    expect(at(text.indexOf('2024') + 4)).toEqual([day]);
    expect(at(1)).toEqual([]);
  });

  it('is selected from inner to outer by the same key', () => {
    workspace.screen.setState({ caret: caretAt(text.indexOf('Steel')) });
    const picked = [0, 1, 2, 3].map(() => {
      pickHere(workspace);
      return workspace.screen.getState().selected;
    });
    expect(picked).toEqual([steel.id, works.id, claim.id, steel.id]);
  });

  it('is offered to choose from where there are several', () => {
    workspace.screen.setState({ caret: caretAt(text.indexOf('Steel')) });
    chooseHere(workspace, true);
    expect(workspace.screen.getState().choosing?.ids).toEqual([steel.id, works.id, claim.id]);
    workspace.screen.setState({ caret: caretAt(text.indexOf('2024')) });
    chooseHere(workspace, true);
    expect(workspace.screen.getState().choosing).toBeNull();
  });
});

describe('places visited', () => {
  const far = 2_000;
  const long = `${text} ${'Words between. '.repeat(400)}${text}`;

  const head = (): number | undefined => workspace.screen.getState().caret?.head;

  it('lead back and forward again', async () => {
    await showText(workspace, long);
    workspace.screen.setState({ caret: caretAt(far) });
    moveCaret(workspace, 'document', { direction: 1, selecting: false });
    const end = head();
    await stepPlace(workspace, -1);
    expect(head()).toBe(far);
    await stepPlace(workspace, 1);
    expect(head()).toBe(end);
    await stepPlace(workspace, 1);
    expect(head()).toBe(end);
  });

  it('are none after steps within view', async () => {
    await showText(workspace, long);
    workspace.screen.setState({ caret: caretAt(far) });
    for (let step = 0; step < 5; step += 1)
      moveCaret(workspace, 'word', { direction: 1, selecting: false });
    expect(workspace.screen.getState().places.back).toEqual([]);
  });
});
