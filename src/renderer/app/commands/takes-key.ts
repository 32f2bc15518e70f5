import { type Command, keysOf } from './command';
import { matchesChord } from './keys';

/** Where a person types. Radio buttons and check boxes take no letters. */
const fields = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

/** Lists and fields in which keys such as the arrows have a meaning of their own. */
const ownKeys =
  'button, a, summary, [role=option], [role=menuitem], [role=radio], [role=row], [role=grid]';

/** Whether the person types into `target`. */
export function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(fields) !== null;
}

/** Whether `event` is for this command and not for what has the focus. */
export function takesKey(command: Command, event: KeyboardEvent, mac: boolean): boolean {
  const { nativeRole, whileTyping, inText } = command;
  if (nativeRole || !keysOf(command, mac).some((chord) => matchesChord(event, chord, mac)))
    return false;
  const target = event.target instanceof Element ? event.target : null;
  if (!whileTyping && isTypedInto(target)) return false;
  if (inText && target && target !== document.body && !target.closest('[data-reader]'))
    return false;
  return !((event.key === 'Enter' || event.key === ' ') && target?.closest(ownKeys));
}
