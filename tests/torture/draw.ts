/** Draws by a seed: the same draws for the same seed, on every machine. */
export interface Draw {
  /** From 0 to below 1. */
  share(): number;
  /** From `least` to `most`, both included. */
  whole(least: number, most: number): number;
  one<T>(choices: readonly [T, ...T[]]): T;
  /** True so many times in a hundred. */
  chance(percent: number): boolean;
}

/** Draws by Mulberry32, a generator of 32 bits. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  function share(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    share,
    whole: (least, most) => least + Math.floor(share() * (most - least + 1)),
    one: (choices) => choices[Math.floor(share() * choices.length)] ?? choices[0],
    chance: (percent) => share() * 100 < percent,
  };
}

/** The seed of one run of many: runs of neighbouring numbers share nothing. */
export function seedOfRun(seed: number, run: number): number {
  return Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b);
}
