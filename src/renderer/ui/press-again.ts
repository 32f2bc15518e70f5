/** Where letters are typed. */
const typedInto = 'input:not([type=radio], [type=checkbox]), textarea';

/** What Enter and the space bar press. */
const pressed = 'button, summary, a[href], input[type=radio], input[type=checkbox]';

/** What Tab stops at. */
const stops = 'button, summary, a[href], input, textarea, select, [tabindex]';

/**
 * Presses a key that was kept from the window on what has the focus now. A page cannot press keys as a person does, so what
 * the browser would do by this one, when nothing else takes it, is done here: typing, deleting, pressing a button, and Tab.
 */
export function pressAgain(key: KeyboardEvent): void {
  const target = document.activeElement ?? document.body;
  if (!target.dispatchEvent(new KeyboardEvent('keydown', key))) return;
  const isChord = (key.ctrlKey || key.metaKey || key.altKey) && !key.getModifierState('AltGraph');
  if (isChord) return;
  if (key.key === 'Tab') {
    moveFocus(target, key.shiftKey ? -1 : 1);
  } else if (isTextField(target)) {
    typeInto(target, key.key);
  } else if ((key.key === 'Enter' || key.key === ' ') && target.matches(pressed)) {
    if (target instanceof HTMLElement) target.click();
  }
}

function isTextField(element: Element): element is HTMLInputElement | HTMLTextAreaElement {
  return element.matches(typedInto);
}

function typeInto(field: HTMLInputElement | HTMLTextAreaElement, key: string): void {
  const start = field.selectionStart ?? field.value.length;
  const end = field.selectionEnd ?? start;
  if (key === 'Backspace') {
    const before = start < end ? '' : (Array.from(field.value.slice(0, start)).at(-1) ?? '');
    field.setRangeText('', start - before.length, end, 'end');
  } else if (Array.from(key).length === 1) field.setRangeText(key, start, end, 'end');
  else if (key === 'Enter' && field instanceof HTMLTextAreaElement)
    field.setRangeText('\n', start, end, 'end');
  else return;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: key }));
}

function moveFocus(from: Element, by: 1 | -1): void {
  const within = from.closest('[role=dialog]') ?? document;
  const all = Array.from(within.querySelectorAll<HTMLElement>(stops)).filter(
    (stop) => stop === from || (stop.tabIndex >= 0 && stop.checkVisibility()),
  );
  all[(all.indexOf(from as HTMLElement) + by + all.length) % all.length]?.focus();
}
