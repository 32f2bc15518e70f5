import { isKey, type PressedKey } from '../../ui/pressed-key';

/**
 * A chord such as `Mod+Shift+Z`, `1`, `?` or `Escape`. `Mod` is ⌘ on macOS and Ctrl elsewhere; `Ctrl` is for macOS only. Letters and digits name
 * keys, other names are those of `KeyboardEvent.key`.
 */
export type Chord = string;

/** What of a keyboard event decides which chord it is. */
export type KeyPress = PressedKey & Pick<KeyboardEvent, 'metaKey' | 'shiftKey'>;

interface ParsedChord {
  readonly key: string;
  readonly mod: boolean;
  /** Control on macOS, where ⌘ is Mod. */
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/**
 * Whether `press` is `chord`: the modifiers are just those of the chord, and the key is its key.
 *
 * Which key was pressed is the rule of `isKey`: what is typed with AltGr is none; names, signs, Latin letters and digits
 * are what they write; where another script is written a letter is the one at that place, and the row of digits is digits
 * whatever it writes. Shift belongs to the chord, but for signs, which need it on some layouts and not on others. So the
 * unshifted key of `1` is `1` on every layout, and its key with Shift is `Shift+1`, also where it takes Shift to write it.
 *
 * Presses that are for an input method never get here: `ui/input-method.ts` keeps them from everyone.
 */
export function matchesChord(press: KeyPress, chord: Chord, mac: boolean): boolean {
  const { key, mod, ctrl, shift, alt } = parseChord(chord);
  const modifier = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (modifier !== mod || other !== (mac && ctrl) || press.altKey !== alt) return false;
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  return (isSign || press.shiftKey === shift) && isKey(press, key);
}

/** A chord as people read it: `⇧⌘Z` on macOS, `Ctrl+Shift+Z` elsewhere. */
export function formatChord(chord: Chord, mac: boolean): string {
  const { key, mod, ctrl, shift, alt } = parseChord(chord);
  const name = keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  if (mac) return `${ctrl ? '⌃' : ''}${alt ? '⌥' : ''}${shift ? '⇧' : ''}${mod ? '⌘' : ''}${name}`;
  return [mod && 'Ctrl', alt && 'Alt', shift && 'Shift', name].filter(Boolean).join('+');
}

/** A chord in the syntax of Electron's accelerators. */
export function toAccelerator(chord: Chord): string {
  const { key, mod, ctrl, shift, alt } = parseChord(chord);
  const name = acceleratorNames[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  return [mod && 'CommandOrControl', ctrl && 'Control', alt && 'Alt', shift && 'Shift', name]
    .filter(Boolean)
    .join('+');
}

const keyNames: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageDown: 'Page Down',
  PageUp: 'Page Up',
  Escape: 'Esc',
  Delete: 'Del',
  '-': '−',
};

const acceleratorNames: Readonly<Record<string, string>> = {
  ArrowDown: 'Down',
  ArrowUp: 'Up',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '=': 'Plus',
};

function parseChord(chord: Chord): ParsedChord {
  const [, modifiers = '', key] = /^((?:\w+\+)*)(\w+|[^\w\s])$/.exec(chord) ?? [];
  if (!key) throw new Error(`not a chord: ${chord}`);
  const has = (name: string): boolean => modifiers.split('+').includes(name);
  return {
    key,
    mod: has('Mod'),
    ctrl: has('Ctrl'),
    shift: has('Shift'),
    alt: has('Alt'),
  };
}
