import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { makeId } from '../../src/core/ids';
import { openDatabase } from '../../src/renderer/storage/db';
import {
  currentStoreName,
  nextGeneration,
  removeStoreKeptAside,
  storesKeptAside,
} from '../../src/renderer/storage/generations';
import { writeLineage } from '../../src/renderer/storage/lineage';

let bases = 0;

/** Makes databases by their generations; `2?` is half-made, `2!` of a newer version, and any other as it should be. */
async function makeGenerations(generations: readonly string[]): Promise<string> {
  bases += 1;
  const base = `generations-test-${bases}`;
  for (const sign of generations) {
    const number = sign.replace(/[?!]$/, '');
    const name = number === '1' ? base : `${base}-${number}`;
    const database = await openDatabase(name);
    if (!sign.endsWith('?') && number !== '1')
      await writeLineage(database, { id: makeId('lin', sign), madeAt: '2026-11-22T09:00:00.000Z' });
    database.close();
    if (sign.endsWith('!')) await makeNewer(name);
  }
  return base;
}

async function makeNewer(name: string): Promise<void> {
  const database = new Dexie(name);
  database.version(900).stores({ state: 'key' });
  await database.open();
  database.close();
}

describe('of generations', () => {
  const cases: readonly {
    readonly name: string;
    readonly there: readonly string[];
    readonly current: string | null;
    readonly aside: readonly string[];
    readonly next: string;
  }[] = [
    { name: 'none', there: [], current: null, aside: [], next: '-2' },
    { name: 'the first, which has no lineage', there: ['1'], current: '', aside: [], next: '-2' },
    { name: 'two', there: ['1', '2'], current: '-2', aside: [''], next: '-3' },
    { name: 'two without the first', there: ['2', '3'], current: '-3', aside: ['-2'], next: '-4' },
    { name: 'one half-made', there: ['1', '2?'], current: '', aside: [], next: '-2' },
    {
      name: 'one half-made between',
      there: ['1', '2?', '3'],
      current: '-3',
      aside: [''],
      next: '-4',
    },
    { name: 'half-made ones alone', there: ['2?', '3?'], current: null, aside: [], next: '-2' },
    { name: 'more than nine', there: ['9', '10'], current: '-10', aside: ['-9'], next: '-11' },
    { name: 'one of a newer version', there: ['1', '2!'], current: '-2', aside: [''], next: '-3' },
    {
      name: 'names that only look like it',
      there: ['1', '1.5', '02', 'x', '1e3', '1-2'],
      current: '',
      aside: [],
      next: '-2',
    },
  ];
  it.each(cases)('$name', async ({ there, current, aside, next }) => {
    const base = await makeGenerations(there);
    expect(await currentStoreName(base)).toBe(current === null ? null : base + current);
    expect(await storesKeptAside(base)).toEqual(aside.map((ending) => base + ending));
    expect(await nextGeneration(base)).toBe(base + next);
  });

  it('the next makes away with half-made ones and nothing else', async () => {
    const base = await makeGenerations(['1', '2?', '3', '4?', 'x?']);
    await nextGeneration(base);
    expect((await Dexie.getDatabaseNames()).filter((name) => name.startsWith(base))).toEqual([
      base,
      `${base}-3`,
      `${base}-x`,
    ]);
  });

  it('one that is kept aside can be removed', async () => {
    const base = await makeGenerations(['1', '2']);
    await removeStoreKeptAside(base, base);
    expect(await Dexie.exists(base)).toBe(false);
    expect(await currentStoreName(base)).toBe(`${base}-2`);
  });

  it('the current one cannot be removed', async () => {
    const base = await makeGenerations(['1', '2']);
    await expect(removeStoreKeptAside(base, `${base}-2`)).rejects.toThrow('not kept aside');
    expect(await currentStoreName(base)).toBe(`${base}-2`);
  });
});
