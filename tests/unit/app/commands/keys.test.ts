import { describe, expect, it } from 'vitest';
import { commands } from '../../../../src/renderer/app/commands';
import { keysOf } from '../../../../src/renderer/app/commands/command';
import {
  formatChord,
  type KeyPress,
  matchesChord,
  toAccelerator,
} from '../../../../src/renderer/app/commands/keys';

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

/** A press of which AltGr is a part, as Linux reports it. */
const altGr = { getModifierState: (name: string) => name === 'AltGraph' };

/** The same as Windows may report it. */
const altGrOfWindows = { ...altGr, ctrlKey: true, altKey: true };

interface Typed extends Partial<KeyPress> {
  readonly name: string;
  /** The chords of the command table that it is. */
  readonly means: readonly string[];
}

/** On systems other than macOS. */
const presses: Readonly<Record<string, readonly Typed[]>> = {
  'the keypad': [
    { name: '1 with Num Lock', key: '1', code: 'Numpad1', means: ['1'] },
    {
      name: '0 with Num Lock and Ctrl',
      key: '0',
      code: 'Numpad0',
      ctrlKey: true,
      means: ['Mod+0'],
    },
    { name: '2 with Num Lock and Alt', key: '2', code: 'Numpad2', altKey: true, means: ['Alt+2'] },
    { name: 'a Persian 3', key: '۳', code: 'Numpad3', means: ['3'] },
    { name: 'End', key: 'End', code: 'Numpad1', means: ['End'] },
    { name: '↓', key: 'ArrowDown', code: 'Numpad2', means: ['ArrowDown'] },
    { name: 'Page Down', key: 'PageDown', code: 'Numpad3', means: ['PageDown'] },
    { name: 'Shift and End', key: 'End', code: 'Numpad1', shiftKey: true, means: ['Shift+End'] },
    { name: 'Alt and End', key: 'End', code: 'Numpad1', altKey: true, means: [] },
    {
      name: 'Alt and ↓',
      key: 'ArrowDown',
      code: 'Numpad2',
      altKey: true,
      means: ['Alt+ArrowDown'],
    },
    {
      name: 'Alt, Shift and Page Down',
      key: 'PageDown',
      code: 'Numpad3',
      altKey: true,
      shiftKey: true,
      means: [],
    },
    { name: 'Insert', key: 'Insert', code: 'Numpad0', means: [] },
    { name: 'Ctrl and Insert', key: 'Insert', code: 'Numpad0', ctrlKey: true, means: [] },
    { name: 'the middle', key: 'Clear', code: 'Numpad5', means: [] },
    { name: 'Delete', key: 'Delete', code: 'NumpadDecimal', means: ['Delete'] },
    { name: 'Enter', key: 'Enter', code: 'NumpadEnter', means: ['Enter'] },
    { name: 'Ctrl and +', key: '+', code: 'NumpadAdd', ctrlKey: true, means: ['Mod++'] },
    { name: 'Ctrl and -', key: '-', code: 'NumpadSubtract', ctrlKey: true, means: ['Mod+-'] },
    { name: 'a digit turned by Shift', key: '1', code: 'Numpad1', shiftKey: true, means: [] },
  ],
  'signs on AltGr': [
    { name: '² (German)', key: '²', code: 'Digit2', ...altGr, means: [] },
    { name: '³ (German)', key: '³', code: 'Digit3', ...altGr, means: [] },
    { name: '@ (German)', key: '@', code: 'KeyQ', ...altGr, means: [] },
    { name: '€ (German)', key: '€', code: 'KeyE', ...altGr, means: [] },
    { name: 'µ (German)', key: 'µ', code: 'KeyM', ...altGr, means: [] },
    { name: 'ð (German on Linux)', key: 'ð', code: 'KeyD', ...altGr, means: [] },
    { name: 'Ω (German on Linux)', key: 'Ω', code: 'KeyQ', shiftKey: true, ...altGr, means: [] },
    { name: '| (Spanish)', key: '|', code: 'Digit1', ...altGr, means: [] },
    { name: '~ (AZERTY)', key: '~', code: 'Digit2', ...altGr, means: [] },
    { name: 'ł (Polish)', key: 'ł', code: 'KeyL', ...altGr, means: [] },
    { name: 'ń (Polish)', key: 'ń', code: 'KeyN', ...altGr, means: [] },
    { name: 'ñ (US-International)', key: 'ñ', code: 'KeyN', ...altGr, means: [] },
    { name: '¡ (US-International)', key: '¡', code: 'Digit1', ...altGr, means: [] },
    { name: 'a dead accent (US-International)', key: 'Dead', code: 'KeyE', ...altGr, means: [] },
    { name: 'a letter that AltGr does not change', key: 'n', code: 'KeyN', ...altGr, means: [] },
    { name: 'a digit on AltGr', key: '1', code: 'Digit1', ...altGr, means: [] },
    { name: '? on AltGr', key: '?', code: 'Slash', ...altGr, means: [] },
    { name: '@ (Windows)', key: '@', code: 'KeyQ', ...altGrOfWindows, means: [] },
    { name: '² (Windows)', key: '²', code: 'Digit2', ...altGrOfWindows, means: [] },
    { name: '[ (Windows)', key: '[', code: 'Digit8', ...altGrOfWindows, means: [] },
    {
      name: '€ by Ctrl and Alt',
      key: '€',
      code: 'KeyE',
      ctrlKey: true,
      altKey: true,
      means: [],
    },
    { name: 'Ctrl and [', key: '[', code: 'Digit8', ctrlKey: true, ...altGr, means: ['Mod+['] },
    { name: 'Ctrl and }', key: '}', code: 'Digit0', ctrlKey: true, ...altGr, means: [] },
  ],
  'signs on the keys of letters': [
    { name: '. on E (Dvorak)', key: '.', code: 'KeyE', means: [] },
    { name: "' on Q (Dvorak)", key: "'", code: 'KeyQ', means: [] },
    { name: '; on Z (Dvorak)', key: ';', code: 'KeyZ', ctrlKey: true, means: [] },
    { name: ', on M (AZERTY)', key: ',', code: 'KeyM', means: [] },
    { name: '? on M (AZERTY)', key: '?', code: 'KeyM', shiftKey: true, means: ['?'] },
    { name: 'ğ on [ (Turkish)', key: 'ğ', code: 'BracketLeft', ctrlKey: true, means: [] },
    { name: 'a dead accent on H (bépo)', key: 'Dead', code: 'KeyH', means: [] },
    { name: 'é on W (bépo)', key: 'é', code: 'KeyW', means: [] },
  ],
  'letters of other layouts': [
    { name: 'A on Q (AZERTY)', key: 'a', code: 'KeyQ', means: ['A'] },
    { name: 'M on ; (AZERTY)', key: 'm', code: 'Semicolon', means: ['M'] },
    { name: 'Ctrl and Z on Y (German)', key: 'z', code: 'KeyY', ctrlKey: true, means: ['Mod+Z'] },
    { name: 'N on L (Dvorak)', key: 'n', code: 'KeyL', means: ['N'] },
    { name: 'N with Caps Lock', key: 'N', code: 'KeyN', means: ['N'] },
    { name: 'ı of Turkish', key: 'ı', code: 'KeyI', ctrlKey: true, means: ['Mod+I'] },
    { name: 'i of Turkish', key: 'i', code: 'Quote', ctrlKey: true, means: ['Mod+I'] },
  ],
  'letters of other scripts': [
    { name: 'hangul', key: 'ㅜ', code: 'KeyN', means: ['N'] },
    { name: 'hangul with Shift', key: 'ㄸ', code: 'KeyE', shiftKey: true, means: ['Shift+E'] },
    { name: 'hangul with Ctrl', key: 'ㅏ', code: 'KeyK', ctrlKey: true, means: ['Mod+K'] },
    { name: 'Cyrillic', key: 'т', code: 'KeyN', means: ['N'] },
    { name: 'Cyrillic with Ctrl', key: 'л', code: 'KeyK', ctrlKey: true, means: ['Mod+K'] },
    { name: 'Greek', key: 'ν', code: 'KeyN', means: ['N'] },
    { name: 'Arabic', key: 'ى', code: 'KeyN', means: ['N'] },
    {
      name: 'two Arabic letters on one key',
      key: 'لا',
      code: 'KeyB',
      ctrlKey: true,
      means: ['Mod+B'],
    },
    { name: 'a vowel sign (Devanagari)', key: 'े', code: 'KeyA', means: ['A'] },
    { name: 'kana', key: 'み', code: 'KeyN', means: ['N'] },
    {
      name: 'a letter where the alphabet has none',
      key: 'х',
      code: 'BracketLeft',
      ctrlKey: true,
      means: [],
    },
  ],
  'the row of digits': [
    { name: '& (AZERTY)', key: '&', code: 'Digit1', means: ['1'] },
    { name: 'é (AZERTY)', key: 'é', code: 'Digit2', means: ['2'] },
    { name: '" (AZERTY)', key: '"', code: 'Digit3', means: ['3'] },
    { name: 'Ctrl and à (AZERTY)', key: 'à', code: 'Digit0', ctrlKey: true, means: ['Mod+0'] },
    { name: 'Alt and é (AZERTY)', key: 'é', code: 'Digit2', altKey: true, means: ['Alt+2'] },
    { name: '1 with Shift (AZERTY)', key: '1', code: 'Digit1', shiftKey: true, means: [] },
    { name: '1 with Caps Lock (AZERTY)', key: '1', code: 'Digit1', means: ['1'] },
    {
      name: 'Alt, Shift and 2 (AZERTY)',
      key: '2',
      code: 'Digit2',
      altKey: true,
      shiftKey: true,
      means: ['Alt+Shift+2'],
    },
    {
      name: 'Alt, Shift and @ (US)',
      key: '@',
      code: 'Digit2',
      altKey: true,
      shiftKey: true,
      means: ['Alt+Shift+2'],
    },
    { name: '! (US)', key: '!', code: 'Digit1', shiftKey: true, means: [] },
    { name: 'ě (Czech)', key: 'ě', code: 'Digit2', means: ['2'] },
    { name: 'Ctrl and - (AZERTY)', key: '-', code: 'Digit6', ctrlKey: true, means: ['Mod+-'] },
    { name: 'ㄉ (Zhuyin)', key: 'ㄉ', code: 'Digit2', means: ['2'] },
    { name: '۲ (Persian)', key: '۲', code: 'Digit2', means: ['2'] },
    {
      name: '0 left of 1 (Hungarian)',
      key: '0',
      code: 'Backquote',
      ctrlKey: true,
      means: ['Mod+0'],
    },
    { name: 'a digit that lies elsewhere', key: '7', code: 'Digit2', means: [] },
    { name: 'what an input method has taken', key: 'Process', code: 'Digit2', means: [] },
  ],
};

describe.each(Object.entries(presses))('of all chords of commands, %s', (_, typed) => {
  const chords = new Set(commands.flatMap((command) => keysOf(command, false)));
  it.each(typed)('$name: $means', ({ name: _name, means, ...facts }) => {
    const meant = [...chords].filter((chord) => matchesChord(press(facts), chord, false));
    expect(meant).toEqual(means);
  });
});

describe('on macOS, where Option writes signs', () => {
  it.each([
    { name: '¡', key: '¡', code: 'Digit1', altKey: true, means: ['Alt+1'] },
    { name: '⁄', key: '⁄', code: 'Digit1', altKey: true, shiftKey: true, means: ['Alt+Shift+1'] },
    { name: 'œ', key: 'œ', code: 'KeyQ', altKey: true, means: [] },
    { name: 'Control and a letter', key: 'n', code: 'KeyN', ctrlKey: true, means: [] },
    {
      name: 'Control, Option and →',
      key: 'ArrowRight',
      code: 'ArrowRight',
      ctrlKey: true,
      altKey: true,
      means: ['Ctrl+Alt+ArrowRight'],
    },
  ])('$name: $means', ({ name: _name, means, ...facts }) => {
    const chords = new Set(commands.flatMap((command) => keysOf(command, true)));
    const meant = [...chords].filter((chord) => matchesChord(press(facts), chord, true));
    expect(meant).toEqual(means);
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
