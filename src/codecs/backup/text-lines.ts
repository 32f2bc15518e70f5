/** Longer lines, in UTF-16 units, are none that this program writes, and near the most that the engine holds. */
const longestLine = 2 ** 28;

/** Why bytes are not lines of text. */
export class LineError extends Error {
  override readonly name = 'LineError';
  readonly code: 'not-text' | 'malformed';

  constructor(code: LineError['code'], cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/**
 * Bytes of UTF-8 as lines of text, without their ends; only LF ends one. The last need not be ended. Throws `LineError`
 * at bytes that are not UTF-8 (`not-text`) and a line too long to be held (`malformed`).
 */
export async function* textLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let pieces: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const [first = '', ...rest] = decode(decoder, chunk).split('\n');
    pieces.push(first);
    length += first.length;
    for (const next of rest) {
      yield pieces.join('');
      pieces = [next];
      length = next.length;
    }
    if (length > longestLine) throw new LineError('malformed');
  }
  pieces.push(decode(decoder));
  const last = pieces.join('');
  if (last !== '') yield last;
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new LineError('not-text', error);
    throw error;
  }
}
