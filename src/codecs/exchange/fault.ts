/** What is wrong at one place of an export. */
export type FaultCode =
  | 'malformed-json'
  | 'newer-version'
  | 'missing'
  | 'unknown-key'
  | 'wrong-value'
  | 'duplicate-id'
  | 'text-not-well-formed'
  | 'text-hash-differs'
  | 'text-length-differs'
  | 'span-outside-text'
  | 'span-empty'
  | 'span-splits-pair'
  | 'spans-out-of-order'
  | 'code-points-differ'
  | 'quote-differs'
  | 'prefix-differs'
  | 'suffix-differs'
  | 'not-edtf';

/** One fault of an export. */
export interface Fault {
  /** A JSON pointer (RFC 6901) such as `/articles/0/annotations/3/spans/0`; empty for the file as a whole. */
  readonly place: string;
  readonly code: FaultCode;
  /** A plain sentence for a person; for malformed JSON it begins with line and column. */
  readonly message: string;
}

/** The JSON pointer to `key` below `place`. */
export function placeOf(place: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>(
    (parent, key) => `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    place,
  );
}
