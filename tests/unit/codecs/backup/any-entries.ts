import fc from 'fast-check';
import type { ChangeEntry, RecordChange } from '../../../../src/core/change';
import { entryShape, recordChangeShape } from '../../../../src/core/records/entry';
import { recordDefinitions } from '../../../../src/core/records/records';
import { id, object } from '../../../../src/core/records/shape';
import { currentVersions } from '../../../../src/core/records/upgrade';
import { anyValue } from '../../../support/any-value';

/** Any article that can be stored. */
export const anyArticle = anyValue(object(recordDefinitions.articles.fields));

/** Any annotation that can be stored. */
export const anyAnnotation = anyValue(object(recordDefinitions.annotations.fields));

/** Any change of one record of any kind: both sides are of the record that is named, and one of them is there. */
const anyRecord: fc.Arbitrary<RecordChange> = anyValue(recordChangeShape)
  .map(({ table, id: own, before, after }) => {
    const side = (held: object | null): object | null => held && { ...held, id: own };
    return { table, id: own, before: side(before), after: side(after) } as RecordChange;
  })
  .filter(({ before, after }) => (before ?? after) !== null);

const { label } = entryShape.fields.change.fields;

/** Any entry of this number. */
export function anyEntry(
  seq: number,
  facts: Partial<Pick<ChangeEntry, 'act' | 'groupId' | 'of'>> = {},
): fc.Arbitrary<ChangeEntry> {
  return fc
    .tuple(
      anyValue(entryShape),
      fc.record({ label: anyValue(label), records: fc.array(anyRecord, { maxLength: 3 }) }),
    )
    .map(([{ of: _of, versions: _versions, ...entry }, change]) => ({
      ...entry,
      act: 'do',
      versions: currentVersions,
      ...facts,
      seq,
      change,
    }));
}

/** Any act: a step done, or a step of several parts undone or done again. */
export const anyAct: fc.Arbitrary<readonly ChangeEntry[]> = fc
  .tuple(
    fc.integer({ min: 1, max: 1_000_000 }),
    fc.constantFrom('do' as const, 'undo' as const, 'redo' as const),
    fc.integer({ min: 1, max: 4 }),
    anyValue(id('grp')),
    anyValue(id('grp')),
  )
  .chain(([seq, act, size, groupId, of]) =>
    act === 'do'
      ? fc.tuple(anyEntry(seq))
      : fc.tuple(
          ...Array.from({ length: size }, (_, at) => anyEntry(seq + at, { act, groupId, of })),
        ),
  );
