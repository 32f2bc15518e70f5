/**
 * What codecs use beyond the language itself: both a browser worker and Node have it (WHATWG Encoding Standard).
 * Only the program of `src/codecs` reads this file; the others know these names from the DOM or from Node.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  /** The encoding's name in lower case. */
  readonly encoding: string;
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array;
}
