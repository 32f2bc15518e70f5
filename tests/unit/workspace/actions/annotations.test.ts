import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Annotation } from '../../../../src/core/annotation/annotation';
import type { Span } from '../../../../src/core/text/span';
import {
  acceptProposal,
  changeKind,
  removeAnnotation,
  setBody,
  setNote,
  tag,
} from '../../../../src/renderer/workspace/actions/annotations';
import { nameEnterprises } from '../../../../src/renderer/workspace/actions/table/annotation-sets';
import type { OpenArticle } from '../../../../src/renderer/workspace/open-article';
import { annotationOf } from '../../../support/builders';
import { openTestWorkspace, showText, type TestWorkspace } from '../test-workspace';

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

function spanOf(words: string): Span {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

const steps = async (): Promise<number> => workspace.database.changes.count();

async function stored(annotation: Annotation): Promise<Annotation | null> {
  return workspace.queries.annotation(annotation.id);
}

describe('tag', () => {
  it('makes an annotation of the selected words, and selects it', async () => {
    await showText(workspace, text);
    workspace.screen.setState({ selection: spanOf('5 May 2024') });
    await tag(workspace, 'date');
    const [made] = open().index.ordered;
    expect(made).toMatchObject({
      fragments: [spanOf('5 May 2024')],
      quote: { exact: '5 May 2024' },
      body: { kind: 'date' },
      provenance: { coder: 'Tester', origin: 'hand' },
    });
    expect(workspace.screen.getState()).toMatchObject({ selected: made?.id, selection: null });
    expect(made && (await stored(made))).toEqual(made);
  });

  it('selects the twin of the same words and kind instead of making another', async () => {
    await showText(workspace, text, [works, steel]);
    const before = await steps();
    workspace.screen.setState({ selection: spanOf('Kangan Steel Works') });
    await tag(workspace, 'enterprise');
    expect(await steps()).toBe(before);
    expect(workspace.screen.getState()).toMatchObject({ selected: works.id, selection: null });
  });

  const byOthers = [
    { name: 'another coder', coders: ['Kim'], selects: null },
    { name: 'one who gave no name', coders: [''], selects: 0 },
    { name: 'one without a name and by me', coders: ['', 'Tester'], selects: 1 },
    { name: 'another coder and by me', coders: ['Kim', 'Tester'], selects: 1 },
  ] as const;
  it.each(byOthers)('of words tagged by $name', async ({ coders, selects }) => {
    const there = coders.map((coder, index) => ({
      ...annotationOf(text, 'Kangan Steel Works', { id: `${index}` }),
      provenance: { coder, origin: 'hand' } as const,
    }));
    await showText(workspace, text, there);
    workspace.screen.setState({ selection: spanOf('Kangan Steel Works') });
    await tag(workspace, 'enterprise');
    const { selected } = workspace.screen.getState();
    if (selects !== null) expect(selected).toBe(there[selects]?.id);
    else
      expect(selected && open().index.get(selected)).toMatchObject({
        provenance: { coder: 'Tester' },
      });
    expect(open().index.ordered).toHaveLength(there.length + (selects === null ? 1 : 0));
  });

  it('selects the annotation of another when the person gave no name', async () => {
    await showText(workspace, text, [works]);
    const { settings } = workspace.screen.getState();
    workspace.screen.setState({ settings: { ...settings, coder: '' } });
    workspace.screen.setState({ selection: spanOf('Kangan Steel Works') });
    await tag(workspace, 'enterprise');
    expect(workspace.screen.getState().selected).toBe(works.id);
  });

  const noTwins = [
    { name: 'the same words as another kind', words: 'Kangan Steel Works', kind: 'claim' },
    { name: 'words within it', words: 'Kangan Steel', kind: 'enterprise' },
    { name: 'words around it', words: 'The Kangan Steel Works', kind: 'enterprise' },
  ] as const;
  it.each(noTwins)('takes $name for no twin', async ({ words, kind }) => {
    await showText(workspace, text, [works]);
    workspace.screen.setState({ selection: spanOf(words) });
    await tag(workspace, kind);
    expect(open().index.ordered).toHaveLength(2);
  });

  it('gives the selected annotation the kind when no words are selected', async () => {
    await showText(workspace, text, [claim]);
    workspace.screen.setState({ selected: claim.id });
    await tag(workspace, 'date');
    expect((await stored(claim))?.body).toEqual({ kind: 'date' });
    expect(workspace.screen.getState().selected).toBe(claim.id);
  });

  it('does nothing when neither words nor an annotation are selected', async () => {
    await showText(workspace, text, [claim]);
    const before = await steps();
    await tag(workspace, 'date');
    expect(await steps()).toBe(before);
  });

  it('does nothing when no article is open', async () => {
    workspace.screen.setState({ selection: { start: 0, end: 3 } });
    await tag(workspace, 'date');
    expect(await steps()).toBe(0);
  });
});

describe('changeKind', () => {
  it('drops what was said as the old kind, and undo brings it back', async () => {
    await showText(workspace, text, [claim]);
    await changeKind(workspace, claim.id, 'enterprise');
    expect((await stored(claim))?.body).toEqual({ kind: 'enterprise' });
    await workspace.store.undo();
    expect(await stored(claim)).toEqual(claim);
    expect(open().index.get(claim.id)).toEqual(claim);
  });

  it('writes nothing when the kind is the same', async () => {
    await showText(workspace, text, [claim]);
    const before = await steps();
    await changeKind(workspace, claim.id, 'claim');
    expect(await steps()).toBe(before);
  });
});

describe('the fields of an annotation', () => {
  beforeEach(() => showText(workspace, text, [works, claim, day]));

  it('sets and takes away the name of an enterprise', async () => {
    await setBody(workspace, works.id, { kind: 'enterprise', name: 'Kangan Works' });
    expect((await stored(works))?.body).toEqual({ kind: 'enterprise', name: 'Kangan Works' });
    await setBody(workspace, works.id, { kind: 'enterprise', name: undefined });
    expect((await stored(works))?.body).toEqual({ kind: 'enterprise' });
  });

  it('sets the status of a claim', async () => {
    await setBody(workspace, claim.id, { kind: 'claim', status: 'planned' });
    expect((await stored(claim))?.body).toEqual({ kind: 'claim', status: 'planned' });
  });

  it('sets and takes away the value of a date', async () => {
    await setBody(workspace, day.id, { kind: 'date', edtf: '2024-05', basis: { by: 'hand' } });
    expect((await stored(day))?.body).toMatchObject({ edtf: '2024-05', basis: { by: 'hand' } });
    await setBody(workspace, day.id, { kind: 'date', edtf: undefined, basis: undefined });
    expect((await stored(day))?.body).toEqual({ kind: 'date' });
  });

  it('takes the value that the words of a date plainly have', async () => {
    workspace.screen.setState({ selected: day.id });
    await acceptProposal(workspace);
    expect((await stored(day))?.body).toMatchObject({ edtf: '2024-05-05', basis: { by: 'rule' } });
  });

  it('sets and takes away a note', async () => {
    await setNote(workspace, works.id, 'check the name');
    expect((await stored(works))?.note).toBe('check the name');
    await setNote(workspace, works.id, '');
    expect(await stored(works)).not.toHaveProperty('note');
  });

  it('leaves an annotation of another kind alone, and writes nothing for it', async () => {
    const before = await steps();
    await setBody(workspace, works.id, { kind: 'claim', status: 'planned' });
    await setBody(workspace, claim.id, { kind: 'enterprise', name: 'Kangan' });
    await setNote(workspace, works.id, '');
    expect(await steps()).toBe(before);
  });
});

describe('removeAnnotation', () => {
  beforeEach(() => showText(workspace, text, [works, steel, day]));

  const cases = [
    { name: 'the next when one in the middle goes', removed: steel, selected: day },
    { name: 'the next when the first goes', removed: works, selected: steel },
    { name: 'the one before when the last goes', removed: day, selected: steel },
  ];
  it.each(cases)('selects $name', async ({ removed, selected }) => {
    workspace.screen.setState({ selected: removed.id });
    await removeAnnotation(workspace, removed.id);
    expect(await stored(removed)).toBeNull();
    expect(workspace.screen.getState().selected).toBe(selected.id);
  });

  it('selects nothing when none is left', async () => {
    for (const { id } of [works, steel, day]) {
      workspace.screen.setState({ selected: id });
      await removeAnnotation(workspace, id);
    }
    expect(workspace.screen.getState().selected).toBeNull();
  });

  it('leaves the selection alone when another one goes', async () => {
    workspace.screen.setState({ selected: works.id });
    await removeAnnotation(workspace, day.id);
    expect(workspace.screen.getState().selected).toBe(works.id);
  });
});

describe('an edit', () => {
  /** As a later program might store it: with a field beside every one that this program knows. */
  function withMore(annotation: Annotation): Annotation {
    const body = { ...annotation.body, weight: 3 };
    return { ...annotation, body, seen: 'twice' } as Annotation;
  }

  const edits: readonly {
    readonly name: string;
    readonly of: Annotation;
    readonly edit: (id: Annotation['id']) => Promise<void>;
  }[] = [
    {
      name: 'a name',
      of: works,
      edit: (id) => setBody(workspace, id, { kind: 'enterprise', name: 'Kangan Steel' }),
    },
    {
      name: 'no name',
      of: works,
      edit: (id) => setBody(workspace, id, { kind: 'enterprise', name: undefined }),
    },
    {
      name: 'a status',
      of: claim,
      edit: (id) => setBody(workspace, id, { kind: 'claim', status: 'planned' }),
    },
    {
      name: 'a value',
      of: day,
      edit: (id) =>
        setBody(workspace, id, { kind: 'date', edtf: '2024-05-05', basis: { by: 'hand' } }),
    },
    {
      name: 'no value',
      of: day,
      edit: (id) => setBody(workspace, id, { kind: 'date', edtf: undefined, basis: undefined }),
    },
    { name: 'a note', of: claim, edit: (id) => setNote(workspace, id, 'Seen.') },
    {
      name: 'names of several',
      of: works,
      edit: (id) => nameEnterprises(workspace, [id], 'Kangan Steel'),
    },
  ];
  it.each(edits)('that sets $name leaves every other field as it is', async ({ of, edit }) => {
    const before = withMore(of);
    await showText(workspace, text, [before]);
    await edit(before.id);
    expect(await stored(before)).toMatchObject({ seen: 'twice', body: { weight: 3 } });
  });
});
