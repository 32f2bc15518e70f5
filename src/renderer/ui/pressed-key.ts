/** What of a keyboard event decides which key was pressed. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'altKey'> &
  Partial<Pick<KeyboardEvent, 'getModifierState'>>;

/**
 * Whether `press` is of `key`: a letter, a digit, a sign, or a name of `KeyboardEvent.key` such as `Escape`. Of the modifiers
 * only AltGr is looked at.
 *
 * - What is typed with AltGr is a sign for a text, and so no key. Windows reports AltGr as Ctrl with Alt. With Ctrl beside
 *   it nothing is typed: many layouts have `[` on AltGr, and `Ctrl+[` is to be had there too.
 * - A **name** and a **sign** are what the key says it is, wherever it lies.
 * - A **letter** is the one that is written, wherever it lies (AZERTY, Dvorak). Where another script is written, it is the
 *   one at that place of a US keyboard. A sign, or a letter with an accent, is no letter of this alphabet.
 * - A **digit** is the one that is written; else its key in the row of digits, whatever that writes (`&` on AZERTY, `ě` on
 *   Czech). On the keypad a key is a digit only while it writes one: without Num Lock it is an arrow, `End` or `Insert`.
 */
export function isKey(press: PressedKey, key: string): boolean {
  const { key: written, code } = press;
  if (typesByAltGr(press)) return false;
  // As capitals: that of the Turkish letter without a dot is `I`.
  if (written.toUpperCase() === key.toUpperCase()) return true;
  if (isName(written) || hasAltGr(press)) return false;
  if (/^[a-z]$/i.test(key)) return code === `Key${key.toUpperCase()}` && isOfAnotherScript(written);
  if (!/^\d$/.test(key) || /^\d$/.test(written)) return false;
  return code === `Digit${key}` || (code === `Numpad${key}` && /^\p{Nd}$/u.test(written));
}

function hasAltGr(press: PressedKey): boolean {
  return press.getModifierState?.('AltGraph') ?? false;
}

/** Whether AltGr makes the press write a sign. */
function typesByAltGr(press: PressedKey): boolean {
  const { ctrlKey, altKey, key } = press;
  if (ctrlKey) return altKey && (hasAltGr(press) || !isName(key));
  return hasAltGr(press);
}

/** Whether `written` is the name of a key that writes nothing, such as `End`, `Dead` or `Process`. */
function isName(written: string): boolean {
  return /^[A-Z][A-Za-z0-9]+$/.test(written);
}

/** Whether `written` is of letters, or of the vowel signs of letters, that are not Latin; one key may write two. */
function isOfAnotherScript(written: string): boolean {
  return /^[[\p{L}\p{M}]--\p{scx=Latin}--\p{scx=Common}--\p{scx=Inherited}]+$/v.test(written);
}
