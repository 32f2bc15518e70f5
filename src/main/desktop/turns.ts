/** Does what is given to it one after the other, in the order given; a failure does not hold up the next. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Starts with nothing to wait for. */
export function createTurns(): InTurn {
  let lastTurn: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = lastTurn.then(work);
    lastTurn = turn.catch(() => null);
    return turn;
  };
}
