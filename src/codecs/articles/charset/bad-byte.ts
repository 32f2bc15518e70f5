const blockBytes = 16 * 1024;

/**
 * Where the first sequence begins that is not valid in `encoding`: a byte offset, or the length of `bytes` when all of
 * it is valid. A sequence cut off by the end of the file begins where its first byte is.
 */
export function findBadByte(bytes: Uint8Array, encoding: string): number {
  const block = findBadBlock(bytes, encoding);
  // One block further back, so that at least one character ends, and the start of the sequence is known, before it.
  const from = Math.max(0, block - 1) * blockBytes;
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let sequenceStart = from;
  if (from > 0) decoder.decode(bytes.subarray(0, from), { stream: true });
  for (let index = from; index < bytes.length; index += 1) {
    const piece = decodePiece(decoder, bytes.subarray(index, index + 1));
    if (piece === null) return sequenceStart;
    if (piece !== '') sequenceStart = index + 1;
  }
  return sequenceStart;
}

/** The index of the first block in which decoding stops, or of the last one. */
function findBadBlock(bytes: Uint8Array, encoding: string): number {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  const blocks = Math.ceil(bytes.length / blockBytes);
  for (let block = 0; block < blocks; block += 1) {
    const start = block * blockBytes;
    if (decodePiece(decoder, bytes.subarray(start, start + blockBytes)) === null) return block;
  }
  return blocks - 1;
}

function decodePiece(decoder: TextDecoder, piece: Uint8Array): string | null {
  try {
    return decoder.decode(piece, { stream: true });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
