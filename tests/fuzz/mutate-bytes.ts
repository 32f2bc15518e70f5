import type { Random } from './random';

/** Bytes that mean something to a decoder. */
const signals: readonly (readonly number[])[] = [
  [0],
  [0xff],
  [0xfe],
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xed, 0xa0, 0x80],
  [0xc0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0x1b, 0x24, 0x42],
  [0x81],
  [0x0d],
  [0x0a, 0x0a],
];

/** `bytes` with up to three things done to them: flipped bits, cuts, doublings, and pieces put in from `others`. */
export function mutateBytes(
  random: Random,
  bytes: Uint8Array,
  others: readonly Uint8Array[],
): Uint8Array {
  let mutated = bytes;
  for (let count = random.below(4); count > 0; count -= 1)
    mutated = mutateOnce(random, mutated, others);
  return mutated;
}

function mutateOnce(random: Random, bytes: Uint8Array, others: readonly Uint8Array[]): Uint8Array {
  const at = random.below(bytes.length + 1);
  const end = Math.min(bytes.length, at + random.below(40));
  switch (random.below(6)) {
    case 0: {
      const flipped = bytes.slice();
      flipped[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
      return flipped;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return join(bytes.subarray(0, at), bytes.subarray(end));
    case 3:
      return join(bytes.subarray(0, end), bytes.subarray(at));
    case 4:
      return join(bytes.subarray(0, at), Uint8Array.from(random.pick(signals)), bytes.subarray(at));
    default: {
      const other = random.pick(others);
      const from = random.below(other.length + 1);
      const piece = other.subarray(from, from + random.below(200));
      return join(bytes.subarray(0, at), piece, bytes.subarray(at));
    }
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
