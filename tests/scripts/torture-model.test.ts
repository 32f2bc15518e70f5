import { describe, expect, it } from 'vitest';
import type { ExportedArticle } from '../support/app/exported-file';
import { writeTortureArticle } from '../torture/article';
import { createDraw, seedOfRun } from '../torture/draw';
import { type HandAct, MarkModel } from '../torture/model';
import { judgeRecovery } from '../torture/verdict';

const article = writeTortureArticle();

const tag = { kind: 'tag', as: 'claim' } as const;

/** The words, kinds and notes that a model holds. */
function shown({ now }: MarkModel): readonly string[] {
  return now.map(({ word, kind, note }) => `${word} ${kind}${note && ` ${note}`}`).toSorted();
}

/** A model in which these acts were done, and acknowledged up to the one with the number given. */
function modelAfter(acts: readonly HandAct[], acknowledged = acts.length): MarkModel {
  const model = new MarkModel(article.words.length);
  for (const act of acts) model.do(act);
  model.acknowledge(acknowledged);
  return model;
}

describe('the model of what must be there', () => {
  const cases: readonly [name: string, acts: readonly HandAct[], held: readonly string[]][] = [
    ['tags one word after the other', [tag, tag], ['0 claim', '1 claim']],
    ['changes the last', [tag, tag, { kind: 'change', as: 'date' }], ['0 claim', '1 date']],
    ['notes the last', [tag, { kind: 'note', note: 'so' }], ['0 claim so']],
    ['deletes the last', [tag, tag, { kind: 'delete' }], ['0 claim']],
    ['goes back', [tag, tag, { kind: 'undo' }], ['0 claim']],
    ['goes back and on', [tag, tag, { kind: 'undo' }, { kind: 'redo' }], ['0 claim', '1 claim']],
    [
      'begins again where it went back to',
      [tag, tag, { kind: 'undo' }, { kind: 'tag', as: 'date' }],
      ['0 claim', '1 date'],
    ],
    [
      'tags no word twice as the same kind',
      [tag, { kind: 'change', as: 'date' }, { kind: 'undo' }, tag],
      ['0 claim'],
    ],
  ];
  it.each(cases)('%s', (_, acts, held) => {
    expect(shown(modelAfter(acts))).toEqual(held);
  });

  it('refuses an act that has nothing to act on', () => {
    for (const kind of ['undo', 'redo', 'delete'] as const)
      expect(() => modelAfter([{ kind }])).toThrow('cannot be done now');
  });
});

describe('the verdict', () => {
  const acts: readonly HandAct[] = [tag, tag, tag, { kind: 'undo' }, { kind: 'tag', as: 'date' }];

  /** An export with annotations of these words. */
  function exported(marks: readonly [word: number, kind: string][]): ExportedArticle {
    return {
      title: '',
      source: { fileName: article.fileName, encoding: 'utf-8' },
      text: article.text,
      annotations: marks.map(([word, kind]) => {
        const { start, end, exact } = article.words[word] ?? { start: 0, end: 0, exact: '' };
        return {
          kind,
          spans: [{ start, end }],
          codePointSpans: [{ start, end }],
          quote: { exact, prefix: '', suffix: '' },
          provenance: { coder: '', origin: 'hand' },
        };
      }),
    };
  }

  const cases: readonly [
    name: string,
    marks: readonly [number, string][],
    lostAndWrong: readonly [number, number],
  ][] = [
    [
      'the state acknowledged',
      [
        [0, 'claim'],
        [1, 'claim'],
      ],
      [0, 0],
    ],
    [
      'a state after it',
      [
        [0, 'claim'],
        [1, 'claim'],
        [2, 'claim'],
      ],
      [0, 0],
    ],
    [
      'the last state',
      [
        [0, 'claim'],
        [1, 'claim'],
        [2, 'date'],
      ],
      [0, 0],
    ],
    ['a state before it', [[0, 'claim']], [1, 0]],
    ['nothing', [], [2, 0]],
    [
      'one that never was',
      [
        [0, 'claim'],
        [1, 'claim'],
        [5, 'claim'],
      ],
      [0, 1],
    ],
    [
      'one twice',
      [
        [0, 'claim'],
        [1, 'claim'],
        [1, 'claim'],
      ],
      [0, 1],
    ],
    [
      'another kind',
      [
        [0, 'claim'],
        [1, 'date'],
      ],
      [1, 1],
    ],
    [
      'two states at once',
      [
        [0, 'claim'],
        [1, 'claim'],
        [2, 'claim'],
        [2, 'date'],
      ],
      [0, 1],
    ],
  ];
  it.each(cases)('on %s', (_, marks, [lost, wrong]) => {
    const { allowed } = modelAfter(acts, 2);
    expect(judgeRecovery([exported(marks)], allowed, article)).toMatchObject({
      acknowledged: 2,
      recovered: marks.length,
      lost,
      wrong,
    });
  });

  it('on no article at all: everything acknowledged is lost', () => {
    expect(judgeRecovery([], modelAfter(acts).allowed, article)).toMatchObject({ lost: 3 });
  });

  it('on an annotation with words that are not those of its place', () => {
    const one = exported([[0, 'claim']]);
    const annotations = one.annotations.map((annotation) => ({
      ...annotation,
      codePointSpans: [{ start: 1, end: 2 }],
    }));
    const verdict = judgeRecovery([{ ...one, annotations }], modelAfter([tag]).allowed, article);
    expect(verdict).toMatchObject({ lost: 0, wrong: 1 });
  });
});

describe('draws', () => {
  it('are the same for the same seed, and others for the next run', () => {
    const drawn = (run: number): readonly number[] => {
      const draw = createDraw(seedOfRun(7, run));
      return Array.from({ length: 50 }, () => draw.whole(1, 1000));
    };
    expect(drawn(0)).toEqual(drawn(0));
    expect(drawn(1)).not.toEqual(drawn(0));
    expect(Math.min(...drawn(0))).toBeGreaterThanOrEqual(1);
    expect(Math.max(...drawn(0))).toBeLessThanOrEqual(1000);
  });
});
