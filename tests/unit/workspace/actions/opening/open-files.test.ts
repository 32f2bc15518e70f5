import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { maxFileBytes } from '../../../../../src/preload/contract';
import { tag } from '../../../../../src/renderer/workspace/actions/annotations';
import {
  chooseFiles,
  openGrantedFiles,
  openPageFiles,
} from '../../../../../src/renderer/workspace/actions/opening/open-files';
import { annotationsIn } from '../../../../support/stored-records';
import { memoryDesktop, tokenOf } from '../../memory-desktop';
import { openTestWorkspace, type TestWorkspace } from '../../test-workspace';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
});

afterEach(() => workspace.database.close());

const file = (name: string, words: string): File => new File([words], name);

const titles = async (): Promise<readonly string[]> =>
  (await workspace.queries.listArticles()).map(({ article }) => article.source.fileName);

const steps = async () =>
  (await workspace.database.changes.toArray()).map(({ change }) => change.label);

const shown = () => workspace.screen.getState().article?.text;

describe('openPageFiles', () => {
  it('stores one file as an article and shows it', async () => {
    await openPageFiles(workspace, [file('steel.txt', 'Steel was made.')]);
    expect(await titles()).toEqual(['steel.txt']);
    expect(shown()).toBe('Steel was made.');
    expect(workspace.screen.getState()).toMatchObject({ opening: null, openReport: null });
  });

  it('stores several files as one step of undo, and shows the first', async () => {
    await openPageFiles(workspace, [
      file('b.txt', 'Second by name.'),
      file('a.txt', 'First by name.'),
    ]);
    expect(await steps()).toMatchObject([{ code: 'open-articles', count: 2 }]);
    expect(shown()).toBe('Second by name.');
    await workspace.store.undo();
    expect(await titles()).toEqual([]);
  });

  it('makes one article of the same bytes twice in one drop, and says so', async () => {
    await openPageFiles(workspace, [file('a.txt', 'The same.'), file('b.txt', 'The same.')]);
    expect(await titles()).toEqual(['a.txt']);
    expect(workspace.screen.getState().notices).toMatchObject([{ kind: 'already-open' }]);
  });

  it('shows the known article when its bytes are opened again', async () => {
    await openPageFiles(workspace, [file('a.txt', 'The first.')]);
    await openPageFiles(workspace, [file('b.txt', 'The second.')]);
    await openPageFiles(workspace, [file('renamed.txt', 'The first.')]);
    expect(await titles()).toHaveLength(2);
    expect(shown()).toBe('The first.');
    expect(await steps()).toHaveLength(2);
    expect(workspace.screen.getState().notices).toMatchObject([{ kind: 'already-open' }]);
  });

  it('keeps one text for files that differ in their bytes only', async () => {
    const words = 'The same words.';
    await openPageFiles(workspace, [file('a.txt', words), file('b.txt', `\ufeff${words}`)]);
    expect(await titles()).toHaveLength(2);
    expect(await workspace.database.texts.count()).toBe(1);
  });

  it('opens the others when some fail, and names those with their causes', async () => {
    await openPageFiles(workspace, [
      file('empty.txt', ''),
      file('good.txt', 'Good words.'),
      file('broken.txt', 'The worker fails on this.'),
      file('blank.txt', ' \n '),
      file('fine.txt', 'Fine words.'),
    ]);
    expect((await titles()).toSorted()).toEqual(['fine.txt', 'good.txt']);
    expect(shown()).toBe('Good words.');
    expect(workspace.screen.getState().openReport).toMatchObject({
      opened: 2,
      failures: [
        { fileName: 'empty.txt', error: { code: 'empty' } },
        { fileName: 'broken.txt', error: { code: 'unreadable' } },
        { fileName: 'blank.txt', error: { code: 'blank' } },
      ],
    });
  });

  it('does not read a file that is too large', async () => {
    const huge = file('huge.txt', 'x');
    Object.defineProperty(huge, 'size', { value: maxFileBytes + 1 });
    huge.arrayBuffer = () => Promise.reject(new Error('was read'));
    await openPageFiles(workspace, [huge]);
    expect(workspace.screen.getState().openReport?.failures).toEqual([
      {
        fileName: 'huge.txt',
        error: { code: 'too-large', fileName: 'huge.txt', byteLength: maxFileBytes + 1 },
      },
    ]);
  });

  const refusals = [
    { name: 'a file that is gone', thrown: 'NotFoundError', code: 'missing' },
    { name: 'a folder', thrown: 'NotReadableError', code: 'system' },
  ];
  it.each(refusals)('tells of $name', async ({ thrown, code }) => {
    const gone = file('gone.txt', 'x');
    gone.arrayBuffer = () => Promise.reject(new DOMException('no', thrown));
    await openPageFiles(workspace, [gone]);
    expect(workspace.screen.getState().openReport).toMatchObject({
      opened: 0,
      failures: [{ fileName: 'gone.txt', error: { code, detail: thrown } }],
    });
  });

  it('stores a large drop 25 files at a time, and tells how far it is', async () => {
    const seen: number[] = [];
    workspace.screen.subscribe(({ opening }) => {
      if (opening && opening.done !== seen.at(-1)) seen.push(opening.done);
    });
    await openPageFiles(
      workspace,
      Array.from({ length: 60 }, (_, index) => file(`${index}.txt`, `Article ${index}.`)),
    );
    expect((await steps()).map((label) => 'count' in label && label.count)).toEqual([25, 25, 10]);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => index));
    expect(shown()).toBe('Article 0.');
  });

  it('adds to the report of an earlier drop that was not read yet', async () => {
    await openPageFiles(workspace, [file('empty.txt', '')]);
    await openPageFiles(workspace, [file('broken.txt', 'x'), file('good.txt', 'Good.')]);
    expect(workspace.screen.getState().openReport).toMatchObject({
      opened: 1,
      failures: [{ fileName: 'empty.txt' }, { fileName: 'broken.txt' }],
    });
  });
});

describe('another version of a file that is tagged', () => {
  const otherVersions = () =>
    workspace.screen.getState().notices.filter(({ kind }) => kind === 'other-version');

  const tagShown = async (start: number, end: number): Promise<void> => {
    workspace.screen.setState({ selection: { start, end } });
    await tag(workspace, 'enterprise');
    workspace.screen.setState({ selection: null });
  };

  it('is told of with its annotations, and nothing of it moves', async () => {
    await openPageFiles(workspace, [file('steel.txt', 'Steel was made.')]);
    await tagShown(0, 5);
    const before = await annotationsIn(workspace.database);
    await openPageFiles(workspace, [file('steel.txt', 'More steel was made.')]);
    expect(shown()).toBe('More steel was made.');
    expect(otherVersions()).toMatchObject([
      { fileName: 'steel.txt', annotations: 1, more: 0, articleId: before[0]?.articleId },
    ]);
    expect(await annotationsIn(workspace.database)).toEqual(before);
  });

  it('is told of again when the version without annotations is', async () => {
    await openPageFiles(workspace, [file('steel.txt', 'Steel was made.')]);
    await tagShown(0, 5);
    await openPageFiles(workspace, [file('steel.txt', 'More steel was made.')]);
    await openPageFiles(workspace, [file('steel.txt', 'More steel was made.')]);
    expect(otherVersions()).toHaveLength(2);
  });

  it('is one of a name that is composed otherwise too', async () => {
    await openPageFiles(workspace, [file('강선.txt'.normalize('NFD'), 'Steel was made.')]);
    await tagShown(0, 5);
    await openPageFiles(workspace, [file('강선.txt', 'More steel was made.')]);
    expect(otherVersions()).toHaveLength(1);
  });

  it('of several files is told of once', async () => {
    for (const name of ['a.txt', 'b.txt', 'c.txt']) {
      await openPageFiles(workspace, [file(name, `Steel of ${name}.`)]);
      await tagShown(0, 5);
    }
    await openPageFiles(workspace, [
      file('new.txt', 'New.'),
      ...['a.txt', 'b.txt', 'c.txt'].map((name) => file(name, `Other steel of ${name}.`)),
    ]);
    expect(otherVersions()).toMatchObject([{ fileName: 'a.txt', more: 2 }]);
  });

  it('is not told of where there is none, it has no annotations, or it is the very file', async () => {
    await openPageFiles(workspace, [file('plain.txt', 'Steel was made.')]);
    await openPageFiles(workspace, [file('plain.txt', 'More steel was made.')]);
    await openPageFiles(workspace, [file('tagged.txt', 'Iron was made.')]);
    await tagShown(0, 4);
    await openPageFiles(workspace, [file('tagged.txt', 'Iron was made.')]);
    await openPageFiles(workspace, [file('other.txt', 'Coal was made.')]);
    expect(otherVersions()).toEqual([]);
  });
});

describe('openGrantedFiles', () => {
  it('reads each file by its token, and reports what was not granted', async () => {
    const bytes = new TextEncoder().encode('Granted words.');
    const desktop = memoryDesktop([{ fileName: 'granted.txt', chunks: [bytes] }]);
    await openGrantedFiles({ ...workspace, desktop }, [
      { ok: false, error: { code: 'missing', fileName: 'gone.txt' } },
      { ok: true, value: { fileName: 'granted.txt', token: tokenOf('granted.txt') } },
      { ok: true, value: { fileName: 'old.txt', token: tokenOf('old.txt') } },
    ]);
    expect(shown()).toBe('Granted words.');
    expect(workspace.screen.getState().openReport).toMatchObject({
      opened: 1,
      failures: [
        { fileName: 'gone.txt', error: { code: 'missing' } },
        { fileName: 'old.txt', error: { code: 'stale' } },
      ],
    });
  });
});

describe('chooseFiles', () => {
  const answers = [
    { name: 'is quiet when the dialog is closed', code: 'cancelled', failures: 0 },
    { name: 'says so when there is no dialog to be had', code: 'system', failures: 1 },
  ] as const;
  it.each(answers)('$name', async ({ code, failures }) => {
    const desktop = {
      ...memoryDesktop([]),
      openFiles: async () => ({ ok: false, error: { code } }) as const,
    };
    await chooseFiles({ ...workspace, desktop });
    expect(workspace.screen.getState().openReport?.failures ?? []).toHaveLength(failures);
  });
});
