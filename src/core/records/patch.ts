/** Fields to be set; undefined takes a field away that may be absent. */
export type Patch<T> = {
  readonly [Key in keyof T]?: Partial<Pick<T, Key>> extends Pick<T, Key>
    ? T[Key] | undefined
    : T[Key];
};

/** `value` with the fields of `fields` as these say, and all others as they are: an edit never touches what it is not about. */
export function patch<T extends object>(value: T, fields: Patch<T>): T {
  const entries = Object.entries({ ...value, ...fields });
  return Object.fromEntries(entries.filter(([, field]) => field !== undefined)) as T;
}
