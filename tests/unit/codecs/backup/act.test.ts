import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeAct } from '../../../../src/codecs/backup/decode-act';
import { encodeAct } from '../../../../src/codecs/backup/encode-act';
import { annotate } from '../../../../src/core/annotation/edits';
import type { ChangeEntry } from '../../../../src/core/change';
import { makeId } from '../../../../src/core/ids';
import { annotationOf, buildArticle, someTime } from '../../../support/builders';
import { anyAct } from './any-entries';

const text = 'The Kangan Steel Works met its plan on 5 May 2024.';
const works = annotationOf(text, 'Kangan Steel Works');
const entry: ChangeEntry = {
  seq: 7,
  groupId: makeId('grp', 'one'),
  act: 'do',
  previous: makeId('grp', 'before'),
  at: someTime,
  coder: 'Tester',
  change: annotate(works),
};
const undo: ChangeEntry = {
  ...entry,
  seq: 8,
  act: 'undo',
  of: entry.groupId,
  groupId: makeId('grp', 'two'),
};

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

describe('an act', () => {
  it('comes out as it went in', () => {
    fc.assert(
      fc.property(anyAct, (entries) => {
        expect(decodeAct(encodeAct(entries))).toEqual({ ok: true, value: entries });
      }),
    );
  });

  it('is never read as another when a byte of it is lost or turned', () => {
    fc.assert(
      fc.property(anyAct, fc.nat(), fc.integer({ min: 0, max: 255 }), (entries, at, byte) => {
        const bytes = encodeAct(entries);
        const cut = decodeAct(bytes.subarray(0, at % bytes.length));
        expect(cut.ok).toBe(false);
        bytes[at % bytes.length] = byte;
        const turned = decodeAct(bytes);
        if (turned.ok) expect(turned.value).toHaveLength(entries.length);
      }),
    );
  });
});

describe('what is no act', () => {
  const [record] = entry.change.records;
  const withRecord = (facts: object) => [
    { ...entry, change: { ...entry.change, records: [{ ...record, ...facts }] } },
  ];
  const withAnnotation = (facts: object) => withRecord({ after: { ...works, ...facts } });
  const after = '/0/change/records/0/after';
  const cases: readonly {
    readonly name: string;
    readonly value: unknown;
    readonly code: string;
    readonly place: string;
  }[] = [
    { name: 'nothing', value: '', code: 'malformed', place: '' },
    { name: 'half of one', value: '[{"seq":1', code: 'malformed', place: '' },
    {
      name: 'a mark before it',
      value: `\ufeff${JSON.stringify([entry])}`,
      code: 'malformed',
      place: '',
    },
    { name: 'an object', value: entry, code: 'wrong-value', place: '' },
    { name: 'no entry', value: [], code: 'wrong-value', place: '' },
    {
      name: 'a newer kind of record',
      value: [{ ...entry, versions: { annotations: 2 } }],
      code: 'newer',
      place: '/0/versions',
    },
    { name: 'null', value: null, code: 'wrong-value', place: '' },
    {
      name: 'a number that is none of the log',
      value: [{ ...entry, seq: 0 }],
      code: 'wrong-value',
      place: '/0/seq',
    },
    {
      name: 'an unknown act',
      value: [{ ...entry, act: 'drop' }],
      code: 'wrong-value',
      place: '/0/act',
    },
    {
      name: 'an unknown label',
      value: [{ ...entry, change: { ...entry.change, label: { code: 'run' } } }],
      code: 'wrong-value',
      place: '/0/change/label/code',
    },
    { name: 'a key too many', value: [{ ...entry, more: 1 }], code: 'wrong-value', place: '/0' },
    {
      name: 'an undo of nothing',
      value: [{ ...entry, act: 'undo' }],
      code: 'wrong-value',
      place: '/0',
    },
    {
      name: 'a step that takes back another',
      value: [{ ...entry, of: 'grp_x' }],
      code: 'wrong-value',
      place: '/0',
    },
    {
      name: 'a part that says it is none',
      value: [{ ...entry, isPart: false }],
      code: 'wrong-value',
      place: '/0/isPart',
    },
    {
      name: 'a group of another prefix',
      value: [{ ...entry, groupId: 'art_1' }],
      code: 'wrong-value',
      place: '/0/groupId',
    },
    {
      name: 'a record of no known table',
      value: withRecord({ table: 'texts' }),
      code: 'wrong-value',
      place: '/0/change/records/0/table',
    },
    {
      name: 'a record neither before nor after',
      value: withRecord({ after: null }),
      code: 'wrong-value',
      place: '/0/change/records/0',
    },
    {
      name: 'a record under another id',
      value: withRecord({ id: 'ann_other' }),
      code: 'wrong-value',
      place: '/0/change/records/0',
    },
    {
      name: 'a record of the other table',
      value: withRecord({ after: buildArticle() }),
      code: 'wrong-value',
      place: `${after}/id`,
    },
    {
      name: 'an annotation of an id that is none',
      value: withAnnotation({ articleId: 'art_' }),
      code: 'wrong-value',
      place: `${after}/articleId`,
    },
    {
      name: 'no fragment',
      value: withAnnotation({ fragments: [] }),
      code: 'wrong-value',
      place: `${after}/fragments/0`,
    },
    {
      name: 'an empty fragment',
      value: withAnnotation({ fragments: [{ start: 3, end: 3 }] }),
      code: 'wrong-value',
      place: `${after}/fragments/0`,
    },
    {
      name: 'a fragment before the text',
      value: withAnnotation({ fragments: [{ start: -3, end: 3 }] }),
      code: 'wrong-value',
      place: `${after}/fragments/0/start`,
    },
    {
      name: 'fragments that touch',
      value: withAnnotation({
        fragments: [
          { start: 0, end: 3 },
          { start: 3, end: 4 },
        ],
      }),
      code: 'wrong-value',
      place: `${after}/fragments`,
    },
    {
      name: 'a body of no known kind',
      value: withAnnotation({ body: { kind: 'person' } }),
      code: 'wrong-value',
      place: `${after}/body/kind`,
    },
    {
      name: 'a row instead of an annotation',
      value: withAnnotation({ start: 4, end: 22 }),
      code: 'wrong-value',
      place: after,
    },
    {
      name: 'a gap between its entries',
      value: [undo, { ...undo, seq: 10 }],
      code: 'out-of-place',
      place: '/1',
    },
    { name: 'two steps', value: [entry, { ...entry, seq: 8 }], code: 'out-of-place', place: '/1' },
    { name: 'an undo after its step', value: [entry, undo], code: 'out-of-place', place: '/1' },
    {
      name: 'two undos',
      value: [undo, { ...undo, seq: 9, groupId: 'grp_three' }],
      code: 'out-of-place',
      place: '/1',
    },
  ];
  it.each(cases)('is refused: $name', ({ value, code, place }) => {
    expect(decodeAct(bytesOf(value))).toEqual({ ok: false, error: { code, line: 1, place } });
  });

  it('is refused: bytes that are not text', () => {
    expect(decodeAct(Uint8Array.of(0x5b, 0xff, 0x5d))).toMatchObject({
      error: { code: 'not-text' },
    });
  });

  const forged = [
    {
      name: 'of an entry',
      put: (json: string) => json.replace('{"seq"', '{"__proto__":{"isPart":true},"seq"'),
    },
    {
      name: 'of a record',
      put: (json: string) => json.replace('{"table"', '{"__proto__":{"note":"x"},"table"'),
    },
    {
      name: 'of an annotation',
      put: (json: string) => json.replace('{"id"', '{"__proto__":{"note":"x"},"id"'),
    },
    {
      name: 'written in escapes',
      put: (json: string) => json.replace('{"id"', '{"\\u005f_proto__":{"note":"x"},"id"'),
    },
    {
      name: 'of a body',
      put: (json: string) =>
        json.replace('{"kind":"enterprise"', '{"__proto__":{"name":"x"},"kind":"enterprise"'),
    },
  ];
  it.each(forged)('lets no forged prototype in, $name', ({ put }) => {
    const json = JSON.stringify([entry]);
    const bytes = bytesOf(put(json));
    expect(bytes.length).toBeGreaterThan(json.length);
    expect(decodeAct(bytes)).toMatchObject({ ok: false, error: { code: 'wrong-value' } });
    expect(Object.prototype).not.toHaveProperty('note');
  });
});
