/** A source of chance that gives the same again for the same seed, on every engine. */
export interface Random {
  /** A whole number from 0 up to, but not, `end`. */
  below(end: number): number;
  /** Whether something comes to pass that does so `share` (0 to 1) of the time. */
  chance(share: number): boolean;
  /** One of `list`, which must not be empty. */
  pick<Value>(list: readonly Value[]): Value;
  /** From 0 to `most` values, each made by `make`. */
  some<Value>(most: number, make: () => Value): Value[];
}

/** The chance of one case: each case of each target has its own, so that it can be made again alone. */
export function randomOf(seed: number, target: string, index: number): Random {
  let state = mix(seed);
  for (const unit of target) state = mix(state ^ (unit.codePointAt(0) ?? 0));
  state = mix(state ^ index);
  const below = (end: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    return Math.floor((mix(state) / 2 ** 32) * end);
  };
  return {
    below,
    chance: (share) => below(1_000_000) < share * 1_000_000,
    pick: (list) => {
      if (list.length === 0) throw new Error('nothing to pick from');
      return list[below(list.length)] as (typeof list)[number];
    },
    some: (most, make) => Array.from({ length: below(most + 1) }, make),
  };
}

/** Scatters the bits of a number (the finaliser of MurmurHash3), to 32 bits without sign. */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
