import type { SnapshotSource, SnapshotTail } from '../../core/snapshot';
import { packChunks } from '../exchange/chunks';
import { gzip } from './gzip';
import { packBytes } from './pack-bytes';
import { noRows } from './row-counts';
import { snapshotFormat, snapshotVersion } from './snapshot-format';

/** The most that one chunk of a snapshot holds. */
export const snapshotChunkBytes = 1024 * 1024;

/**
 * A whole copy of a store as gzip of JSON lines: a head, rows in batches (`{"articles":[…]}` and so on), and an end that says
 * how many there are. In chunks of at most `snapshotChunkBytes`; no more than a batch is held at once. What the source
 * throws is thrown on.
 */
export function encodeSnapshot(source: SnapshotSource): AsyncGenerator<Uint8Array> {
  return packBytes(gzip(packChunks(linesOf(source))), snapshotChunkBytes);
}

async function* linesOf({ head, pieces }: SnapshotSource): AsyncGenerator<string> {
  yield lineOf({ format: snapshotFormat, formatVersion: snapshotVersion, ...head });
  const counts = noRows();
  for await (const piece of pieces) {
    if (piece.kind === 'end') {
      const { state: _state, ...counted } = counts;
      const end: SnapshotTail = { to: piece.to, ...counted };
      yield lineOf({ end });
      return;
    }
    counts[piece.kind] += piece.rows.length;
    yield lineOf({ [piece.kind]: piece.rows });
  }
  throw new Error('the source of a snapshot gave no end');
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
