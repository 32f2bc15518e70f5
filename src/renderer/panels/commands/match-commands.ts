/** A command as the palette lists it. */
export interface ListedCommand {
  readonly id: string;
  readonly label: string;
  /** The menu it belongs to, searched as well. */
  readonly group?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly enabled: boolean;
}

/**
 * The commands in whose label, or group and label, the letters of `query` come in order, best first: at the start of
 * the label, then at the start of a word, then letters in a row, then the shorter label. Commands that are not available
 * come last. An empty query lists all as they are given.
 */
export function matchCommands(
  commands: readonly ListedCommand[],
  query: string,
): readonly ListedCommand[] {
  const wanted = Array.from(query.toLocaleLowerCase().replace(/\s+/g, ''));
  if (wanted.length === 0) return commands;
  return commands
    .map((command) => ({ command, score: scoreOf(command, wanted) }))
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

function scoreOf({ label, group, enabled }: ListedCommand, wanted: readonly string[]): number {
  const own = scoreText(label, wanted);
  const score = Math.max(own, group ? scoreText(`${group} ${label}`, wanted) - 20 : own);
  return enabled ? score : score - 1000;
}

/** How well the letters of `wanted` run through `text`: the best of every place where they can begin. */
function scoreText(text: string, wanted: readonly string[]): number {
  const letters = Array.from(text.toLocaleLowerCase());
  let best = Number.NEGATIVE_INFINITY;
  for (let start = 0; start < letters.length; start += 1) {
    if (letters[start] === wanted[0]) best = Math.max(best, scoreFrom(letters, wanted, start));
  }
  return best - letters.length / 10;
}

function scoreFrom(letters: readonly string[], wanted: readonly string[], start: number): number {
  let score = 0;
  let at = start;
  let last = start - 1;
  for (const letter of wanted) {
    while (at < letters.length && letters[at] !== letter) at += 1;
    if (at === letters.length) return Number.NEGATIVE_INFINITY;
    if (at === 0) score += 12;
    if (at > 0 && /[\s(]/.test(letters[at - 1] ?? '')) score += 8;
    if (at === last + 1) score += 5;
    score -= Math.min(3, at - last - 1);
    last = at;
    at += 1;
  }
  return score;
}
