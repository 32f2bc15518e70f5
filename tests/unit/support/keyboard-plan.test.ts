import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { sameValue } from '../../../src/core/same-value';
import { trimSelection } from '../../../src/core/text/selection';
import { commands } from '../../../src/renderer/app/commands';
import type { CommandDesk } from '../../../src/renderer/app/commands/command';
import { closeFind, search } from '../../../src/renderer/workspace/actions/reader/find';
import {
  type KeyboardPlan,
  planKeyboard,
  tagPlanner,
  type WantedSpan,
} from '../../support/app/keyboard-plan';
import { describeStrokes, pressesOf, type Stroke } from '../../support/app/keyboard-strokes';
import { openTestWorkspace, showText, type TestWorkspace } from '../workspace/test-workspace';

const opened: TestWorkspace[] = [];

afterEach(() => {
  for (const { database } of opened.splice(0)) database.close();
});

/** The text, its caret `|` and the words wanted `[…]`, as drawn. */
function read(drawn: string) {
  const plain = drawn.replaceAll(/[[\]]/g, '');
  const text = plain.replace('|', '');
  const marked = drawn.replace('|', '');
  const start = marked.indexOf('[');
  return { text, from: plain.indexOf('|'), span: { start, end: marked.indexOf(']') - 1 } };
}

/** Enough words that nobody walks over them. */
const ore = 'Ore came in.' + ' Ore came in.'.repeat(30);

describe('the fewest keys', () => {
  const cases: readonly (WantedCase & { readonly keys: string })[] = [
    {
      name: 'the word at the caret needs one motion, so that the caret counts',
      drawn: 'The| [mine] rose.',
      keys: 'caret.move.word.next tag.claim',
    },
    {
      name: 'words right before the caret are selected backwards',
      drawn: 'In the [steel works]| it rose.',
      keys: 'caret.select.word.previous caret.select.word.previous tag.claim',
    },
    {
      name: 'a sentence without its full stop is a unit',
      drawn: 'It fell. [The furnace| at the works was relit in spring]. It rose.',
      keys: 'caret.widen caret.widen tag.claim',
    },
    {
      name: 'words far away are searched for, by as few letters as lead there',
      drawn: `|${ore} The [quarry] fell. ${ore}`,
      keys: 'find.open ‘q’ leave-search caret.move.word.next tag.claim',
    },
    {
      name: 'the search goes on round the end',
      drawn: `${ore} The [quarry] fell. ${ore} |${ore}`,
      keys: 'find.open ‘q’ leave-search caret.move.word.next tag.claim',
    },
    {
      name: 'the next match is gone to where more letters would take longer',
      drawn: `|${ore} Unit Q rose. ${ore} Unit [Q] rose. ${ore}`,
      keys: 'find.open ‘q’ find.next leave-search tag.claim',
    },
    {
      name: 'the caret of an article just opened has chosen no word yet',
      drawn: '|[It]',
      keys: 'caret.move.word.next tag.claim',
    },
  ];
  it.each(cases)('$name', ({ drawn, keys }) => {
    const { text, from, span } = read(drawn);
    const { strokes } = tagPlanner(text)(from, { span, kind: 'claim' });
    expect(describeStrokes(strokes)).toBe(keys);
  });

  it('take the better order, and a proposed date at once', () => {
    const text = 'The mine opened on May 5, 2024.\n\nThe works closed on May 6, 2024.';
    const date = (words: string): WantedSpan => {
      const start = text.indexOf(words);
      return { kind: 'date', span: { start, end: start + words.length } };
    };
    const { tags, presses } = planKeyboard(text, [date('May 6, 2024'), date('May 5, 2024')]);
    expect(tags.map(({ words }) => words)).toEqual(['May 5, 2024', 'May 6, 2024']);
    expect(tags.map(({ accept }) => describeStrokes(accept))).toEqual([
      'annotation.acceptProposal',
      'annotation.acceptProposal',
    ]);
    expect(presses).toBe(pressesOf(tags.flatMap((one) => [...one.strokes, ...one.accept])));
  });

  it('are refused for words that no keys select', () => {
    const planTag = tagPlanner('The mine rose.');
    expect(() => planTag(0, { span: { start: 3, end: 8 }, kind: 'claim' })).toThrow('no keys lead');
  });
});

interface WantedCase {
  readonly name: string;
  readonly drawn: string;
}

describe('presses', () => {
  const cases = [
    { letter: 'k', presses: 1 },
    { letter: '가', presses: 2 },
    { letter: '강', presses: 3 },
    { letter: '화', presses: 3 },
    { letter: '닭', presses: 4 },
    { letter: '까', presses: 2 },
  ];
  it.each(cases)('$letter takes $presses', ({ letter, presses }) => {
    expect(pressesOf([{ kind: 'letter', letter }])).toBe(presses);
  });
});

describe('the program does what the plan says', () => {
  const cases: readonly WantedCase[] = [
    { name: 'over a line end', drawn: 'A title\r\n\r\nIt [rose and\r\nfell] again.\r\n' },
    { name: 'an emoji at the end', drawn: 'The iron [works 🏭] met it.' },
    { name: 'a name with its particle outside', drawn: '오늘 [김책제철소]에서 이겼다.' },
    { name: 'decomposed hangul', drawn: `오늘 [${'새날'.normalize('NFD')}]에서 썼다.` },
    { name: 'a soft hyphen and a zero-width space', drawn: 'The [steel\u00adworks] \u200brose.' },
    { name: 'typographic marks', drawn: 'They said: [“It’s – well – done”], and left.' },
    { name: 'the whole text', drawn: '[One line.\n\nAnother]' },
  ];
  it.each(cases)('$name', async ({ drawn }) => {
    const { text, span } = read(drawn);
    await expectMade(text, [{ span, kind: 'claim' }]);
  });

  it('for any words of any text', async () => {
    const pieces = [
      ['mine', 'Rose', 'No', '1.4', 'don’t', 'e\u0301', 'x', '공장은', '강'.normalize('NFD')],
      ['钢铁厂', '𠮷', '👩‍👩‍👧', '🇰🇵', ' ', ' ', '  ', '\u00a0', '\u200b', '\u00ad', '. ', ', '],
      ['“', '”', '-', '—', '.', '\n', '\r\n\r\n', ' \n'],
    ].flat();
    const texts = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 30 })
      .map((chosen) => chosen.join(''));
    const ends = fc.tuple(fc.nat(80), fc.nat(80));
    const kinds = fc.constantFrom<WantedSpan['kind'][]>('enterprise', 'claim', 'date');
    await fc.assert(
      fc.asyncProperty(
        texts,
        fc.array(fc.tuple(ends, kinds), { minLength: 1, maxLength: 4 }),
        async (text, drawn) => {
          const wanted = drawn.flatMap(([[start, end], kind]) => {
            const span = trimSelection(text, { start, end });
            return span ? [{ span, kind }] : [];
          });
          const each = wanted.filter(
            (one, index) => wanted.findIndex((other) => sameValue(one, other)) === index,
          );
          fc.pre(each.length > 0);
          await expectMade(text, each);
        },
      ),
      { numRuns: 60 },
    );
  });
});

/** Plans the annotations, does what the plan says with the commands of the program, and compares. */
async function expectMade(text: string, wanted: readonly WantedSpan[]): Promise<void> {
  const workspace = await openTestWorkspace();
  opened.push(workspace);
  await showText(workspace, text);
  await follow(workspace, planKeyboard(text, wanted));
  const { article } = workspace.screen.getState();
  const made = (article?.index.ordered ?? []).map(({ body, fragments }) =>
    JSON.stringify([body.kind, ...fragments]),
  );
  const expected = wanted.map(({ kind, span }) => JSON.stringify([kind, span]));
  expect(made.toSorted()).toEqual(expected.toSorted());
}

async function follow(workspace: TestWorkspace, { tags }: KeyboardPlan): Promise<void> {
  for (const { strokes, accept, span } of tags) {
    for (const stroke of [...strokes, ...accept]) await perform(workspace, stroke);
    expect(workspace.screen.getState().caret?.head).toBe(span.end);
  }
}

async function perform(workspace: TestWorkspace, stroke: Stroke): Promise<void> {
  const { screen, store } = workspace;
  const desk = { workspace, reader: () => null } satisfies Partial<CommandDesk>;
  switch (stroke.kind) {
    case 'letter':
      search(screen, {
        query: `${screen.getState().find?.query}${stroke.letter}`,
        matchCase: false,
      });
      return;
    case 'leave-search':
      closeFind(workspace);
      return;
    case 'command': {
      const command = commands.find(({ id }) => id === stroke.id);
      const { undoStack } = store.state;
      const state = {
        screen: screen.getState(),
        canUndo: undoStack.undo !== null,
        canRedo: undoStack.redo.length > 0,
        articleCount: 1,
      };
      if (!command?.enabled(state)) throw new Error(`not enabled: ${stroke.id}`);
      await command.run({ ...nothingElse, ...desk });
    }
  }
}

const refuse = (): never => {
  throw new Error('a plan asks for nothing but text');
};

/** What of the window no plan needs. */
const nothingElse = {
  chooseFiles: refuse,
  chooseImport: refuse,
  openSamples: refuse,
  focusField: refuse,
  copySelection: refuse,
  copyQuotation: refuse,
  toggleHistory: refuse,
  toggleColumn: refuse,
};
