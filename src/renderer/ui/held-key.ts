/** Whether the press is of a key held down that acts only once: any but those that move. */
export function isHeld({ repeat, key }: Pick<KeyboardEvent, 'repeat' | 'key'>): boolean {
  return repeat && !/^(?:Arrow|Page|Home|End|Tab)/.test(key);
}
