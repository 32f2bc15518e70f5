/** Whether the press is of a key held down that acts only once: any but those that move. */
export function isHeld({ repeat, key }: Pick<KeyboardEvent, 'repeat' | 'key'>): boolean {
  return repeat && !/^(?:Arrow|Page|Home|End|Tab)/.test(key);
}

/**
 * Lets Enter held down on a button press it once, until the result is called. The browser would press it at every repeat, and
 * so delete one annotation after another.
 */
export function pressButtonsOnce(): () => void {
  window.addEventListener('keydown', keepFromButton);
  return () => window.removeEventListener('keydown', keepFromButton);
}

function keepFromButton(event: KeyboardEvent): void {
  const isOnButton = event.target instanceof Element && event.target.closest('button') !== null;
  if (event.key === 'Enter' && event.repeat && isOnButton) event.preventDefault();
}
