import type { TurnContext } from './row';

/** How long one group of rows may go on, in milliseconds, once it has a value; longer in a full run. */
const patience = { quick: 3_000, full: 150_000 };

/**
 * The turns of a measurement: 0, which warms up and is dropped, and as many more as values are wanted. What takes long ends
 * earlier, but not without a value.
 */
export function* turnsOf(
  { runs, isQuick }: Pick<TurnContext, 'runs' | 'isQuick'>,
  now: () => number = Date.now,
): Generator<number> {
  const until = now() + (isQuick ? patience.quick : patience.full);
  for (let turn = 0; turn <= runs && (turn <= 1 || now() < until); turn += 1) yield turn;
}
