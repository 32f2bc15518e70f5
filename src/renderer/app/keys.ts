/**
 * A chord such as `Mod+Shift+Z`, `1`, `?` or `Escape`. `Mod` is ⌘ on macOS and Ctrl elsewhere; `Ctrl` is for macOS only. Letters and digits name
 * keys, other names are those of `KeyboardEvent.key`.
 */
export type Chord = string;

/** What of a keyboard event decides which chord it is. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
>;

interface ParsedChord {
  readonly key: string;
  readonly mod: boolean;
  /** Control on macOS, where ⌘ is Mod. */
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** Whether `press` is `chord`. A letter or digit is also taken by its place when the layout writes another script. */
export function matchesChord(press: KeyPress, chord: Chord, mac: boolean): boolean {
  const { key, mod, ctrl, shift, alt } = parseChord(chord);
  const modifier = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (modifier !== mod || other !== (mac && ctrl) || press.altKey !== alt) return false;
  // Signs such as `?` and `+` need Shift on some layouts and not on others.
  const sign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!sign && press.shiftKey !== shift) return false;
  return press.key.toLowerCase() === key.toLowerCase() || (!sign && liesAt(press, key));
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

/** Whether the key pressed lies where `key` does on a US keyboard, and writes no Latin letter or digit of its own. */
function liesAt({ key: written, code }: KeyPress, key: string): boolean {
  if (/^[a-z]$/i.test(written) && /^[a-z]$/i.test(key)) return false;
  return code === `Key${key.toUpperCase()}` || code === `Digit${key}` || code === `Numpad${key}`;
}
