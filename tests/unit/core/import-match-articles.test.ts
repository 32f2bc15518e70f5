import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/core/article';
import { makeId, type Sha256 } from '../../../src/core/ids';
import { differingFields, withFieldsOf } from '../../../src/core/import/compare-records';
import { matchArticles } from '../../../src/core/import/match-articles';
import { buildArticle } from '../../support/builders';

/** An article told by three signs: its id, its text, and its file. */
function article(signs: string): Article {
  const [id = '', text = '', file = ''] = signs;
  const plain = buildArticle({ id: makeId('art', id), textHash: text.repeat(64) as Sha256 });
  return { ...plain, source: { ...plain.source, sha256: file.repeat(64) as Sha256 } };
}

describe('an imported article is', () => {
  const cases: readonly {
    readonly name: string;
    readonly stored: readonly string[];
    readonly imported: readonly string[];
    /** The id of the stored article, `new`, or `renamed` when it is new and its id is taken. */
    readonly expected: readonly string[];
  }[] = [
    { name: 'new in an empty project', stored: [], imported: ['111'], expected: ['new'] },
    { name: 'the one of its id and text', stored: ['111'], imported: ['111'], expected: ['1'] },
    {
      name: 'the one of its id and text, whatever its file',
      stored: ['112', '211'],
      imported: ['111'],
      expected: ['1'],
    },
    { name: 'the one of its text and file', stored: ['211'], imported: ['111'], expected: ['2'] },
    {
      name: 'rather the one of its file than another of its text',
      stored: ['213', '311'],
      imported: ['111'],
      expected: ['3'],
    },
    { name: 'the one of its text', stored: ['213'], imported: ['111'], expected: ['2'] },
    {
      name: 'new under another id when its id is of another text',
      stored: ['121'],
      imported: ['111'],
      expected: ['renamed'],
    },
    {
      name: 'the one of its text also when its id is of another',
      stored: ['121', '211'],
      imported: ['111'],
      expected: ['2'],
    },
    {
      name: 'never the same as another of the file',
      stored: ['311'],
      imported: ['111', '212'],
      expected: ['3', 'new'],
    },
    {
      name: 'left to the one that fits it better',
      stored: ['311'],
      imported: ['112', '211'],
      expected: ['new', '3'],
    },
    {
      name: 'new twice when the file holds one text twice',
      stored: [],
      imported: ['111', '211'],
      expected: ['new', 'new'],
    },
  ];
  it.each(cases)('$name', ({ stored, imported, expected }) => {
    const matches = matchArticles(imported.map(article), stored.map(article));
    expect(
      matches.map((match) => match.stored?.id ?? (match.idIsTaken ? 'renamed' : 'new')),
    ).toEqual(expected.map((id) => (/\d/.test(id) ? `art_${id}` : id)));
    expect(matches.map((match) => match.imported)).toEqual(imported.map(article));
  });
});

describe('the facts of an article', () => {
  const mine = buildArticle({ title: 'A', outlet: 'The Herald', status: 'done' });
  const theirs = buildArticle({
    title: 'B',
    published: { date: '2025-01-15', basis: 'user' },
    importedAt: '2020-01-01T00:00:00.000Z',
    outlet: 'The Herald',
  });

  it('differ where a person said something else or nothing', () => {
    expect(differingFields('articles', mine, theirs)).toEqual(['title', 'published', 'status']);
    expect(differingFields('articles', mine, { ...mine, importedAt: 'x' })).toEqual([]);
    const { extractor: _extractor, ...source } = mine.source;
    expect(differingFields('articles', mine, { ...mine, source })).toEqual([]);
    expect(withFieldsOf('articles', mine, { ...mine, source })).toEqual(mine);
  });

  it('are taken over whole, and nothing else is', () => {
    const taken = withFieldsOf('articles', mine, theirs);
    expect(differingFields('articles', taken, theirs)).toEqual([]);
    expect(taken).toEqual({ ...theirs, importedAt: mine.importedAt });
  });
});
