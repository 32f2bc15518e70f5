import { describe, expect, it } from 'vitest';
import { hashText } from '../../../../src/codecs/hash';
import { type Plain, unchanged } from '../../../../src/core/records/definition';
import { entryShape, versionedDefinitions } from '../../../../src/core/records/entry';
import { recordDefinitions } from '../../../../src/core/records/records';
import {
  currentVersions,
  isNewer,
  upgradeEntry,
  upgradeRows,
} from '../../../../src/core/records/upgrade';

/** A later program's definitions: articles twice changed, the second time by optional fields alone. */
const later = {
  log: { version: 1, upgrades: [] },
  articles: {
    version: 3,
    upgrades: [({ title, ...rest }: Plain): Plain => ({ ...rest, titles: [title] }), unchanged],
  },
  annotations: { version: 1, upgrades: [] },
} as const;

const article = { id: 'art_1', title: 'Steel' };
const annotation = { id: 'ann_1', note: 'n' };

function entryWith(versions: object | undefined, records: readonly unknown[]): Plain {
  return { seq: 1, ...(versions && { versions }), change: { label: { code: 'x' }, records } };
}

describe('an entry of the log', () => {
  const change = { table: 'articles', id: 'art_1', before: null, after: article };
  const upgraded = { ...change, after: { id: 'art_1', titles: ['Steel'] } };
  const other = { table: 'annotations', id: 'ann_1', before: annotation, after: null };
  it.each([
    { name: 'that says no versions is of the first', versions: undefined, is: upgraded },
    { name: 'of the first version', versions: { articles: 1 }, is: upgraded },
    { name: 'of the second lacks nothing', versions: { articles: 2 }, is: change },
  ])('$name', ({ versions, is }) => {
    const read = upgradeEntry(entryWith(versions, [change, other]), later);
    expect(read).toEqual(entryWith({ log: 1, articles: 3, annotations: 1 }, [is, other]));
  });

  it('that is as this program writes it stays the same object', () => {
    const entry = entryWith(currentVersions, [change]);
    expect(upgradeEntry(entry)).toBe(entry);
  });

  it.each([
    ['of a newer kind beside an older one', entryWith({ articles: 1, annotations: 2 }, [change])],
    ['of no version', entryWith({ articles: 0 }, [change])],
    ['of half a version', entryWith({ articles: 1.5 }, [change])],
    ['no object', 7],
    ['null', null],
    ['without a change', { seq: 1 }],
    ['with records that are no list', entryWith(undefined, 'none' as never)],
    ['with records that are none', entryWith(undefined, [null, 3, { table: 'stars' }])],
    ['with a record of another form', entryWith(undefined, [{ ...change, after: 'x' }])],
  ])('%s is left for the check that follows', (_name, entry) => {
    const left = upgradeEntry<unknown>(entry, later);
    const { versions: _versions, ...rest } = Object(left) as Plain;
    const { versions: _before, ...before } = Object(entry) as Plain;
    expect(rest).toEqual(before);
  });
});

describe('rows of a snapshot', () => {
  it.each([
    ['of the version that the snapshot says', { articles: 2 }, [article]],
    ['of the first when it says nothing', undefined, [{ id: 'art_1', titles: ['Steel'] }]],
  ])('are read as %s', (_name, versions, rows) => {
    expect(upgradeRows('articles', [article], versions, later)).toEqual(rows);
  });

  it('that are entries say their versions themselves', () => {
    const entry = entryWith({ articles: 1 }, [{ table: 'articles', before: article, after: null }]);
    const [read] = upgradeRows('entries', [entry], { articles: 3 }, later) as readonly Plain[];
    expect(read?.['versions']).toEqual({ log: 1, articles: 3, annotations: 1 });
  });
});

describe('what a newer program wrote', () => {
  it.each([
    ['a kind of record in a newer version', { articles: 4 }, true],
    ['a kind of record that is not known', { events: 1 }, true],
    ['a newer log', { log: 2 }, true],
    ['the same', { log: 1, articles: 3, annotations: 1 }, false],
    ['older', { articles: 1 }, false],
    ['nothing said', undefined, false],
    ['nonsense', 'soon', false],
  ])('%s: %s is %s', (_name, versions, is) => {
    expect(isNewer(versions, later)).toBe(is);
  });
});

/**
 * What each version may hold, by a hash of its shape. When this fails, what is written has changed: raise the version in its
 * definition, add the upgrade (`unchanged` for a new optional field) and the line of the new version here, and keep the
 * lines before. Store, journal, snapshot and export of the version before belong into `tests/fixtures`.
 */
const shapes: Readonly<Record<keyof typeof versionedDefinitions, readonly string[]>> = {
  log: ['83afc66e73a5f0ee9c7c304cd72d596503d3e77d076d5c8200b25ebf6b70e7a7'],
  articles: [
    '7e88efc909e85420a3863e7b4d5c0cec5c3ee76d12a94f5a18ba1ac2e085d45c',
    'dbfe416fbbe6c8925e86ba3f4d081afc96167adeb8907b451d7f57aa138da20b',
  ],
  annotations: ['2cdba4092361c014a976b283e61e9b67f09ec94c91f0fd297dd01e334daacff1'],
};

describe('the version of a definition', () => {
  const { change, versions: _versions, ...fields } = entryShape.fields;
  const written = {
    log: { ...fields, label: change.fields.label },
    articles: recordDefinitions.articles.fields,
    annotations: recordDefinitions.annotations.fields,
  };
  const names = Object.keys(versionedDefinitions) as (keyof typeof versionedDefinitions)[];
  it.each(names)('%s rises whenever its shape is another', (name) => {
    const json = JSON.stringify(written[name], (key, value: unknown) =>
      key === 'about' ? undefined : value,
    );
    const { version, upgrades } = versionedDefinitions[name];
    expect(shapes[name]).toHaveLength(version);
    expect(shapes[name].at(-1)).toBe(hashText(json));
    expect(upgrades).toHaveLength(version - 1);
  });
});
