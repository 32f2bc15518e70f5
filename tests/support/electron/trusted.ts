/**
 * `value` as what the other end of the double sent, taken at its word: both ends are built from these files, and a
 * difference shows at once in the double's own tests.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what it is
export function trusted<T>(value: unknown): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- for the reason above
  return value as T;
}
