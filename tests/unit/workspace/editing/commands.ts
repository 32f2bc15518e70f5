import fc from 'fast-check';
import {
  type AnnotationKind,
  annotationKinds,
  type ClaimStatus,
  claimStatuses,
} from '../../../../src/core/annotation/annotation';
import type { Direction } from '../../../../src/core/text/motion';
import type { MatchMode } from '../../../../src/core/text/occurrences';
import { type ShownStatus, shownStatuses } from '../../../../src/core/work-status';
import type { IdenticalJob } from '../../../../src/renderer/workspace/actions/identical/identical-search';
import type { TextMotion } from '../../../../src/renderer/workspace/actions/reader/caret';

/** One move of an end of an annotation by keys. */
export type EndStep = 'word+' | 'word-' | 'character+' | 'character-' | 'switch';

/**
 * One act of a person, as plain values. Numbers that choose among things are counted round, so that each fits whatever is
 * there; offsets are counted round the length of the open text, and one after its end.
 */
export type EditingCommand =
  | { readonly act: 'rest' | 'widen' | 'narrow' | 'pick-here' | 'accept-proposal' }
  | { readonly act: 'add-fragment' | 'remove-fragment-here' | 'finish-article' }
  | { readonly act: 'undo' | 'redo' | 'restart' | 'go-to-untagged' | 'step-back' | 'remove' }
  | { readonly act: 'place-caret' | 'pick'; readonly at: number }
  | {
      readonly act: 'select' | 'select-and-add';
      readonly at: number;
      readonly length: number;
    }
  | {
      readonly act: 'move-caret';
      readonly by: TextMotion;
      readonly direction: Direction;
      readonly selecting: boolean;
    }
  | { readonly act: 'walk' | 'show-neighbour'; readonly direction: Direction }
  | { readonly act: 'tag'; readonly kind: AnnotationKind }
  | {
      readonly act: 'select-and-tag';
      readonly at: number;
      readonly length: number;
      readonly kind: AnnotationKind;
    }
  | { readonly act: 'change-kind'; readonly of: number; readonly kind: AnnotationKind }
  | { readonly act: 'set-name' | 'set-date'; readonly of: number; readonly value: string | null }
  | { readonly act: 'set-note'; readonly of: number; readonly note: string }
  | { readonly act: 'set-status'; readonly of: number; readonly status: ClaimStatus }
  | { readonly act: 'remove-fragment'; readonly of: number; readonly fragment: number }
  | { readonly act: 'move-ends'; readonly steps: readonly EndStep[]; readonly kept: boolean }
  | {
      readonly act: 'drag-end';
      readonly end: number;
      readonly to: readonly number[];
      readonly exact: boolean;
      readonly kept: boolean;
    }
  | {
      readonly act: 'all';
      readonly job: IdenticalJob;
      /** Selected first where they stand in the open article; null leaves what is selected. */
      readonly words: string | null;
      readonly kind: AnnotationKind;
      readonly mode: MatchMode;
      readonly wholeWords: boolean;
      readonly scope: 'article' | 'all';
      /** Every so manieth place is left out; none for 0. */
      readonly excluded: number;
    }
  | { readonly act: 'remove-set'; readonly of: readonly number[] }
  | { readonly act: 'kind-set'; readonly of: readonly number[]; readonly kind: AnnotationKind }
  | { readonly act: 'name-set'; readonly of: readonly number[]; readonly value: string | null }
  | { readonly act: 'set-work-status'; readonly article: number; readonly status: ShownStatus }
  | { readonly act: 'set-article-note'; readonly article: number; readonly note: string }
  | { readonly act: 'set-title'; readonly article: number; readonly title: string }
  | { readonly act: 'set-published'; readonly article: number; readonly date: string | null }
  | { readonly act: 'remove-article' | 'show-article'; readonly article: number }
  | { readonly act: 'back-and-forth'; readonly undo: number; readonly redo: number }
  | { readonly act: 'go-to'; readonly step: number }
  /** Of which none waits for what the one before has set off. */
  | { readonly act: 'at-once'; readonly commands: readonly EditingCommand[] };

/** The commands of some acts. */
export type CommandOf<Act extends EditingCommand['act']> = Extract<
  EditingCommand,
  { readonly act: Act }
>;

/** Words that stand in several places, as one of them is written. */
const repeatedWords = ['Namgang Shipyard', '운산채석장', 'Cafe\u0301 Works', 'Quarry', 'a'];

const some = fc.nat({ max: 400 });
const length = fc.integer({ min: -24, max: 24 });
const few = fc.nat({ max: 12 });
const kind = fc.constantFrom(...annotationKinds);
const direction = fc.constantFrom<Direction>(1, -1);
const name = fc.constantFrom('Namgang Shipyard', '운산채석장', '');
const note = fc.constantFrom('', 'Check this.', '확인\r\n👩🏽‍🏭');
const set = fc.array(few, { minLength: 1, maxLength: 5 });

function only<Act extends string>(act: Act): fc.Arbitrary<{ readonly act: Act }> {
  return fc.record({ act: fc.constant(act) });
}

function acting<Act extends string, Fields extends object>(
  named: Act,
  fields: { readonly [Field in keyof Fields]: fc.Arbitrary<Fields[Field]> },
): fc.Arbitrary<{ readonly act: Act } & Fields> {
  return fc.record(fields).map((given) => ({ act: named, ...given }));
}

/** How often each act comes among the others. To do nothing comes first: it is what acts of no account shrink to. */
const weighted: readonly (readonly [number, fc.Arbitrary<EditingCommand>])[] = [
  [1, only('rest')],
  [4, acting('place-caret', { at: some })],
  [8, acting('select', { at: some, length })],
  [
    5,
    acting('move-caret', {
      by: fc.constantFrom<TextMotion>('character', 'word', 'sentence', 'paragraph', 'document'),
      direction,
      selecting: fc.boolean(),
    }),
  ],
  [2, only('widen')],
  [1, only('narrow')],
  [5, acting('pick', { at: few })],
  [2, only('pick-here')],
  [2, acting('walk', { direction })],
  [1, only('step-back')],
  [2, only('go-to-untagged')],
  [6, acting('tag', { kind })],
  [20, acting('select-and-tag', { at: some, length, kind })],
  [3, acting('change-kind', { of: few, kind })],
  [3, acting('set-name', { of: few, value: fc.option(name, { nil: null }) })],
  [2, acting('set-status', { of: few, status: fc.constantFrom(...claimStatuses) })],
  [
    2,
    acting('set-date', {
      of: few,
      value: fc.option(fc.constantFrom('2025-03-14', '2025-XX'), { nil: null }),
    }),
  ],
  [3, acting('set-note', { of: few, note })],
  [2, only('accept-proposal')],
  [2, only('add-fragment')],
  [8, acting('select-and-add', { at: some, length })],
  [3, only('remove-fragment-here')],
  [3, acting('remove-fragment', { of: few, fragment: fc.nat({ max: 3 }) })],
  [
    5,
    acting('move-ends', {
      steps: fc.array(
        fc.constantFrom<EndStep>('word+', 'word-', 'character+', 'character-', 'switch'),
        { maxLength: 6 },
      ),
      kept: fc.boolean(),
    }),
  ],
  [
    4,
    acting('drag-end', {
      end: fc.nat({ max: 5 }),
      to: fc.array(some, { minLength: 1, maxLength: 3 }),
      exact: fc.boolean(),
      kept: fc.boolean(),
    }),
  ],
  [3, only('remove')],
  [
    8,
    acting('all', {
      job: fc.constantFrom<IdenticalJob>('tag', 'tag', 'delete'),
      words: fc.option(fc.constantFrom(...repeatedWords), { nil: null }),
      kind,
      mode: fc.constantFrom<MatchMode>('exact', 'loose'),
      wholeWords: fc.boolean(),
      scope: fc.constantFrom('article' as const, 'all' as const),
      excluded: fc.nat({ max: 3 }),
    }),
  ],
  [3, acting('remove-set', { of: set })],
  [3, acting('kind-set', { of: set, kind })],
  [4, acting('name-set', { of: set, value: fc.option(name, { nil: null }) })],
  [2, acting('set-work-status', { article: few, status: fc.constantFrom(...shownStatuses) })],
  [2, only('finish-article')],
  [2, acting('set-article-note', { article: few, note })],
  [1, acting('set-title', { article: few, title: fc.constantFrom('', 'A report', '새 보도') })],
  [
    1,
    acting('set-published', {
      article: few,
      date: fc.option(fc.constant('2025-04-03'), { nil: null }),
    }),
  ],
  [2, acting('remove-article', { article: few })],
  [3, acting('show-article', { article: few })],
  [2, acting('show-neighbour', { direction })],
  [7, only('undo')],
  [5, only('redo')],
  [6, acting('back-and-forth', { undo: fc.nat({ max: 4 }), redo: fc.nat({ max: 4 }) })],
  [3, acting('go-to', { step: fc.nat({ max: 5 }) })],
  [1, acting('go-to', { step: fc.nat({ max: 60 }) })],
  [2, only('restart')],
];

const anyCommand: fc.Arbitrary<EditingCommand> = fc.oneof(
  { withCrossShrink: true },
  ...weighted.map(([weight, arbitrary]) => ({ weight, arbitrary })),
);

/** Ten to forty acts. Without fast-check's bias, which would do the same to the same place again and again. */
export const anyCommands: fc.Arbitrary<readonly EditingCommand[]> = fc.noBias(
  fc.array(anyCommand, { minLength: 10, maxLength: 40 }),
);
