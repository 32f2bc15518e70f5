/** Where a key is pressed in a list. */
export interface ListMove {
  readonly key: string;
  /** The active row, or -1 when there is none yet. */
  readonly active: number;
  readonly length: number;
  /** How many rows Page Up and Page Down pass. */
  readonly page: number;
}

/** The row that a key moves to, without wrapping at the ends; null when the key does not move. */
export function moveInList({ key, active, length, page }: ListMove): number | null {
  if (length === 0) return null;
  const within = (index: number): number => Math.min(length - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return within(active + 1);
    case 'ArrowUp':
      return active < 0 ? length - 1 : within(active - 1);
    case 'PageDown':
      return within(active + page);
    case 'PageUp':
      return within(active - page);
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}
