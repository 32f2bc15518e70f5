/**
 * Whether a press is for an input method, which composes hangul or kana from it: while it composes, and when it has taken
 * the key (code 229) before a composition begins or as it ends.
 */
export function isForInputMethod({
  isComposing,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean {
  return isComposing || keyCode === keyCodeOfInputMethod;
}

/** UI Events gives this number to every key that an input method deals with; nothing newer tells of it at each press. */
const keyCodeOfInputMethod = 229;

/**
 * Keeps presses that are for an input method from everyone in the page, until the result is called: commands, fields,
 * dialogs, menus and lists hear only of keys that are theirs. So Enter that ends a composition submits nothing, and
 * Escape that gives one up closes nothing. The input method has its keys all the same. Others that capture on the window
 * still see them.
 */
export function keepKeysForInputMethod(): () => void {
  window.addEventListener('keydown', keepIfForInputMethod, { capture: true });
  return () => window.removeEventListener('keydown', keepIfForInputMethod, { capture: true });
}

function keepIfForInputMethod(event: KeyboardEvent): void {
  if (isForInputMethod(event)) event.stopPropagation();
}
