import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  nextTextScale,
  readSettings,
  textScales,
} from '../../../src/renderer/workspace/settings';

const defaults = defaultSettings('en-GB');

describe('defaultSettings', () => {
  const cases = [
    { system: 'ko-KR', language: 'ko' },
    { system: 'ko', language: 'ko' },
    { system: 'KO-kr', language: 'ko' },
    { system: 'en-GB', language: 'en' },
    { system: 'fr', language: 'en' },
    { system: '', language: 'en' },
  ];
  it.each(cases)('speaks $language on a system in "$system"', ({ system, language }) => {
    expect(defaultSettings(system).language).toBe(language);
  });
});

describe('readSettings', () => {
  const cases: readonly { name: string; stored: unknown; changes: object }[] = [
    { name: 'nothing stored', stored: undefined, changes: {} },
    { name: 'null', stored: null, changes: {} },
    { name: 'a string', stored: 'dark', changes: {} },
    { name: 'an empty object', stored: {}, changes: {} },
    { name: 'one setting', stored: { theme: 'dark' }, changes: { theme: 'dark' } },
    {
      name: 'several settings',
      stored: { coder: 'Han', libraryOpen: false, textScale: 1.3 },
      changes: { coder: 'Han', libraryOpen: false, textScale: 1.3 },
    },
    { name: 'a number where words belong', stored: { coder: 7 }, changes: {} },
    { name: 'words where a number belongs', stored: { textScale: '2' }, changes: {} },
    { name: 'null where a number belongs', stored: { libraryWidth: null }, changes: {} },
    {
      name: 'one wrong among right ones',
      stored: { libraryOpen: 1, inspectorOpen: false },
      changes: { inspectorOpen: false },
    },
    { name: 'a setting nobody knows', stored: { colour: 'red' }, changes: {} },
    { name: 'a theme nobody knows', stored: { theme: 'sepia' }, changes: {} },
    { name: 'a language nobody speaks', stored: { language: 'xx' }, changes: {} },
  ];
  it.each(cases)('reads $name', ({ stored, changes }) => {
    expect(readSettings(stored, defaults)).toEqual({ ...defaults, ...changes });
  });
});

describe('nextTextScale', () => {
  const [smallest] = textScales;
  const largest = textScales.at(-1) ?? 0;
  const cases = [
    { name: 'up one step', scale: 1, direction: 1, next: 1.15 },
    { name: 'down one step', scale: 1, direction: -1, next: 0.9 },
    { name: 'not beyond the largest', scale: largest, direction: 1, next: largest },
    { name: 'not below the smallest', scale: smallest, direction: -1, next: smallest },
    { name: 'back from beyond the largest', scale: 5, direction: -1, next: largest },
    { name: 'to the next one up from between two', scale: 1.2, direction: 1, next: 1.3 },
    { name: 'to the next one down from between two', scale: 1.2, direction: -1, next: 1.15 },
  ] as const;
  it.each(cases)('goes $name', ({ scale, direction, next }) => {
    expect(nextTextScale(scale, direction)).toBe(next);
  });

  it('reaches every step upwards and comes back down the same way', () => {
    const up = textScales.slice(0, -1).map((scale) => nextTextScale(scale, 1));
    const down = textScales.slice(1).map((scale) => nextTextScale(scale, -1));
    expect(up).toEqual(textScales.slice(1));
    expect(down).toEqual(textScales.slice(0, -1));
  });
});
