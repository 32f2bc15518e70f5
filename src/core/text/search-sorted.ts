/**
 * The index of the first element of the sorted `list` for which `reached` holds, or its length if there is none.
 * `reached` must be false for a first stretch and true for the rest.
 */
export function firstIndexWhere<T>(list: readonly T[], reached: (element: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(list[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The index of the last span that starts at or before `offset`, or -1. The spans are sorted and disjoint. */
export function indexOfSpanAt(
  spans: readonly { readonly start: number }[],
  offset: number,
): number {
  return firstIndexWhere(spans, (span) => span.start > offset) - 1;
}
