/** The part of the `edtf` package that the oracle test uses; the package brings no types. */
declare module 'edtf' {
  /** Throws when `value` is no EDTF at `level` or below. */
  export function parse(value: string, constraints: { readonly level: 0 | 1 | 2 | 3 }): unknown;
}
