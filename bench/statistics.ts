/** What several runs of one thing amount to. */
export interface Summary {
  readonly median: number;
  /** The 95th percentile; of fewer than twenty values, the highest. */
  readonly p95: number;
  /** The lowest and the highest value. */
  readonly spread: readonly [number, number];
  readonly runs: number;
}

/** Sums up `values`, of which there must be one at least; percentiles by nearest rank. */
export function summarise(values: readonly number[]): Summary {
  const sorted = values.toSorted((a, b) => a - b);
  const { length } = sorted;
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (at(Math.floor(length / 2)) + at(Math.ceil(length / 2) - 1)) / 2;
  const p95 = at(Math.ceil((length * 95) / 100) - 1);
  return { median: middle, p95, spread: [at(0), at(length - 1)], runs: length };
}

/** How much `costs` rise for each tenfold of `sizes`, by least squares over the logarithm of the sizes. */
export function risePerTenfold(sizes: readonly number[], costs: readonly number[]): number {
  const xs = sizes.map((size) => Math.log10(size));
  const meanX = mean(xs);
  const meanY = mean(costs);
  let above = 0;
  let below = 0;
  for (const [index, x] of xs.entries()) {
    above += (x - meanX) * ((costs[index] ?? 0) - meanY);
    below += (x - meanX) ** 2;
  }
  return above / below;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
