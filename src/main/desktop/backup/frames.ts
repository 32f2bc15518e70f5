import { crc32 } from 'node:zlib';
import { chunkBytes, type JournalPiece } from '../../../preload/contract';

/**
 * A segment is a file of the journal: a head, then one frame for each piece. All numbers are little-endian.
 *
 * Head of a segment:
 * - 8 bytes: `dateline` in ASCII
 * - u32: version of this layout, 1
 * - u32: number of the segment, rising within its lineage
 * - u32: length of the lineage in bytes, then the lineage in UTF-8
 * - u32: CRC-32 of all of this
 *
 * Frame:
 * - u32: length of the payload in bytes, at most `chunkBytes`
 * - u32: CRC-32 of all that follows in this frame
 * - f64 `first`, f64 `last`, u32 `index`, u8 `isEnd` (0 or 1), f64 `writtenAt`: milliseconds since 1970 in UTC
 * - the payload
 */
export interface SegmentHead {
  readonly lineage: string;
  readonly number: number;
}

/** A piece with the time of its writing, in milliseconds since 1970. */
export interface FramedPiece extends JournalPiece {
  readonly writtenAt: number;
}

/** What is known of a frame without its payload, and where it lies in its segment, in bytes. */
export interface FrameFacts extends Omit<FramedPiece, 'bytes'> {
  readonly offset: number;
  readonly byteLength: number;
}

/** What could be read of a segment: all frames before the first that is not whole. */
export interface ScannedSegment {
  /** Null when not even the head is whole. */
  readonly head: SegmentHead | null;
  readonly frames: readonly FrameFacts[];
  /** How it ends: well, within a frame as after a power cut, or by bytes that nothing but damage explains. */
  readonly end: 'whole' | 'torn' | 'damaged';
}

const magic = new TextEncoder().encode('dateline');
const version = 1;
const fixedHeadBytes = 20;

/** How many bytes a frame takes beside its payload. */
export const frameHeadBytes = 37;

/** The head of a segment. */
export function encodeSegmentHead({ lineage, number }: SegmentHead): Uint8Array {
  const name = new TextEncoder().encode(lineage);
  const bytes = new Uint8Array(fixedHeadBytes + name.length + 4);
  const view = viewOf(bytes);
  bytes.set(magic);
  view.setUint32(8, version, true);
  view.setUint32(12, number, true);
  view.setUint32(16, name.length, true);
  bytes.set(name, fixedHeadBytes);
  const end = fixedHeadBytes + name.length;
  view.setUint32(end, crc32(bytes.subarray(0, end)), true);
  return bytes;
}

/** One piece as a frame. */
export function encodeFrame(piece: FramedPiece): Uint8Array {
  const bytes = new Uint8Array(frameHeadBytes + piece.bytes.length);
  const view = viewOf(bytes);
  view.setUint32(0, piece.bytes.length, true);
  view.setFloat64(8, piece.first, true);
  view.setFloat64(16, piece.last, true);
  view.setUint32(24, piece.index, true);
  view.setUint8(28, piece.isEnd ? 1 : 0);
  view.setFloat64(29, piece.writtenAt, true);
  bytes.set(piece.bytes, frameHeadBytes);
  view.setUint32(4, crc32(bytes.subarray(8)), true);
  return bytes;
}

/** The frame at `offset` with a copy of its payload; how it fails when it is not whole. */
export function decodeFrame(bytes: Uint8Array, offset: number): FramedPiece | 'torn' | 'damaged' {
  const rest = bytes.length - offset;
  if (rest < frameHeadBytes) return 'torn';
  const view = viewOf(bytes);
  const length = view.getUint32(offset, true);
  if (length > chunkBytes) return 'damaged';
  if (frameHeadBytes + length > rest) return 'torn';
  const end = offset + frameHeadBytes + length;
  if (crc32(bytes.subarray(offset + 8, end)) !== view.getUint32(offset + 4, true)) return 'damaged';
  const first = view.getFloat64(offset + 8, true);
  const last = view.getFloat64(offset + 16, true);
  const writtenAt = view.getFloat64(offset + 29, true);
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) return 'damaged';
  if (first < 1 || last < first || !isTime(writtenAt)) return 'damaged';
  return {
    first,
    last,
    index: view.getUint32(offset + 24, true),
    isEnd: view.getUint8(offset + 28) === 1,
    writtenAt,
    bytes: bytes.slice(offset + frameHeadBytes, end),
  };
}

/** Reads a whole segment up to the first frame that is not whole; nothing behind that one can be trusted. */
export function scanSegment(bytes: Uint8Array): ScannedSegment {
  const head = decodeSegmentHead(bytes);
  if (typeof head === 'string') return { head: null, frames: [], end: head };
  const frames: FrameFacts[] = [];
  let offset = head.byteLength;
  while (offset < bytes.length) {
    const frame = decodeFrame(bytes, offset);
    if (typeof frame === 'string')
      return { head, frames, end: isZero(bytes.subarray(offset)) ? 'torn' : frame };
    const { bytes: payload, ...facts } = frame;
    frames.push({ ...facts, offset, byteLength: payload.length });
    offset += frameHeadBytes + payload.length;
  }
  return { head, frames, end: 'whole' };
}

function decodeSegmentHead(
  bytes: Uint8Array,
): (SegmentHead & { readonly byteLength: number }) | 'torn' | 'damaged' {
  if (isZero(bytes)) return 'torn';
  if (!bytes.subarray(0, magic.length).every((byte, at) => byte === magic[at])) return 'damaged';
  if (bytes.length < fixedHeadBytes) return 'torn';
  const view = viewOf(bytes);
  const end = fixedHeadBytes + view.getUint32(16, true);
  if (end + 4 > bytes.length) return 'torn';
  if (crc32(bytes.subarray(0, end)) !== view.getUint32(end, true)) return 'damaged';
  if (view.getUint32(8, true) !== version) return 'damaged';
  const lineage = new TextDecoder().decode(bytes.subarray(fixedHeadBytes, end));
  return { lineage, number: view.getUint32(12, true), byteLength: end + 4 };
}

/** What a file system may leave where it had made room for bytes that never came; also true of no bytes at all. */
function isZero(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0);
}

/** Whether a `Date` can hold it. */
function isTime(milliseconds: number): boolean {
  return Math.abs(milliseconds) <= 8.64e15;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
