import { describe, expect, it } from 'vitest';
import {
  formatChord,
  type KeyPress,
  matchesChord,
  toAccelerator,
} from '../../../src/renderer/app/keys';

function press(facts: Partial<KeyPress>): KeyPress {
  return {
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...facts,
  };
}

describe('matchesChord', () => {
  const cases = [
    {
      name: 'Ctrl is Mod',
      chord: 'Mod+K',
      press: { key: 'k', code: 'KeyK', ctrlKey: true },
      mac: false,
      matches: true,
    },
    {
      name: '⌘ is Mod on macOS',
      chord: 'Mod+K',
      press: { key: 'k', code: 'KeyK', metaKey: true },
      mac: true,
      matches: true,
    },
    {
      name: 'Ctrl is not Mod on macOS',
      chord: 'Mod+K',
      press: { key: 'k', code: 'KeyK', ctrlKey: true },
      mac: true,
      matches: false,
    },
    {
      name: 'a missing Shift',
      chord: 'Mod+Shift+Z',
      press: { key: 'z', code: 'KeyZ', ctrlKey: true },
      mac: false,
      matches: false,
    },
    {
      name: 'a Shift too many',
      chord: 'Mod+Z',
      press: { key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true },
      mac: false,
      matches: false,
    },
    { name: 'a digit', chord: '1', press: { key: '1', code: 'Digit1' }, mac: false, matches: true },
    {
      name: 'a digit of the keypad',
      chord: '1',
      press: { key: '1', code: 'Numpad1' },
      mac: false,
      matches: true,
    },
    {
      name: 'a digit key that writes a sign (French layout)',
      chord: '1',
      press: { key: '&', code: 'Digit1' },
      mac: false,
      matches: true,
    },
    {
      name: 'a letter while hangul is written',
      chord: 'N',
      press: { key: 'ㅜ', code: 'KeyN' },
      mac: false,
      matches: true,
    },
    {
      name: 'a Latin letter that lies elsewhere (Dvorak)',
      chord: 'N',
      press: { key: 'b', code: 'KeyN' },
      mac: false,
      matches: false,
    },
    {
      name: 'a sign written with Shift',
      chord: '?',
      press: { key: '?', code: 'Slash', shiftKey: true },
      mac: false,
      matches: true,
    },
    {
      name: 'the plus sign',
      chord: 'Mod++',
      press: { key: '+', code: 'Equal', ctrlKey: true, shiftKey: true },
      mac: false,
      matches: true,
    },
    {
      name: 'a named key',
      chord: 'Escape',
      press: { key: 'Escape', code: 'Escape' },
      mac: false,
      matches: true,
    },
    {
      name: 'Alt and an arrow',
      chord: 'Alt+ArrowDown',
      press: { key: 'ArrowDown', code: 'ArrowDown', altKey: true },
      mac: false,
      matches: true,
    },
    {
      name: 'an arrow without Alt',
      chord: 'Alt+ArrowDown',
      press: { key: 'ArrowDown', code: 'ArrowDown' },
      mac: false,
      matches: false,
    },
  ];
  it.each(cases)('$name', ({ chord, press: facts, mac, matches }) => {
    expect(matchesChord(press(facts), chord, mac)).toBe(matches);
  });
});

describe('formatChord', () => {
  it.each([
    ['Mod+Shift+Z', 'Ctrl+Shift+Z', '⇧⌘Z'],
    ['Alt+ArrowDown', 'Alt+↓', '⌥↓'],
    ['Mod+=', 'Ctrl+=', '⌘='],
    ['?', '?', '?'],
  ])('%s', (chord, elsewhere, mac) => {
    expect(formatChord(chord, false)).toBe(elsewhere);
    expect(formatChord(chord, true)).toBe(mac);
  });
  it('refuses what is no chord', () => {
    expect(() => formatChord('Mod+', false)).toThrow('not a chord');
  });
});

describe('toAccelerator', () => {
  it.each([
    ['Mod+Shift+Z', 'CommandOrControl+Shift+Z'],
    ['Mod+=', 'CommandOrControl+Plus'],
    ['Alt+ArrowUp', 'Alt+Up'],
  ])('%s', (chord, accelerator) => expect(toAccelerator(chord)).toBe(accelerator));
});
