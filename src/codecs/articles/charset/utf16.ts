/** How many code units are looked at. */
const sampleUnits = 32 * 1024;

/** What an average code unit must weigh for bytes to pass as text. */
const textThreshold = 0.75;

/**
 * Whether bytes that contain NULs, and no byte-order mark, are UTF-16 text, and in which byte order; null if they are
 * anything else. Real text in UTF-16 has spaces or line ends, whose one byte is NUL: text without any NUL never gets
 * here. The order that yields the more likely characters wins: Korean written low byte first has NULs on both sides.
 */
export function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (isByteTextWithStrayNuls(bytes)) return null;
  const little = weigh(bytes, 0);
  const big = weigh(bytes, 1);
  if (Math.max(little, big) < textThreshold) return null;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/**
 * Valid UTF-8 in which few bytes are NUL and none another control: a text file with damage, whose letters in pairs
 * would look Chinese. Of Latin in UTF-16 half the bytes are NUL; Cyrillic in UTF-16 is full of control bytes.
 */
function isByteTextWithStrayNuls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleUnits * 2);
  let nuls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls += 1;
    else if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d)) return false;
  }
  if (nuls > sample.length / 4) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The mean weight of the code units read with the high byte first (1) or last (0). */
function weigh(bytes: Uint8Array, highFirst: 0 | 1): number {
  const units = Math.min(sampleUnits, Math.floor(bytes.length / 2));
  let sum = 0;
  for (let index = 0; index < units; index += 1) {
    const first = bytes[2 * index] ?? 0;
    const second = bytes[2 * index + 1] ?? 0;
    sum += weightOf(highFirst === 1 ? first * 256 + second : second * 256 + first);
  }
  return units === 0 ? 0 : sum / units;
}

/** How likely a code unit is in an article: 1 for common characters, far below 0 for what text never has. */
function weightOf(unit: number): number {
  if (unit === 0x09 || unit === 0x0a || unit === 0x0d || (unit >= 0x20 && unit < 0x7f)) return 1;
  if (unit < 0x20 || unit === 0xfffe || unit === 0xffff) return -8;
  if (unit >= 0xac00 && unit <= 0xd7a3) return 1; // hangul
  if (unit >= 0x0400 && unit <= 0x045f) return 1; // Cyrillic
  if (unit >= 0x1100 && unit <= 0x11ff) return 0.9; // decomposed hangul
  if (unit >= 0x3000 && unit <= 0x30ff) return 1; // ideographic punctuation and kana
  if (unit >= 0xff00 && unit <= 0xffef) return 0.9; // full-width forms
  if (unit >= 0x2010 && unit <= 0x203b) return 0.9; // dashes and quotes
  if (unit >= 0x4e00 && unit <= 0x9fff) return 0.8; // ideographs
  if (unit >= 0x00a0 && unit <= 0x024f) return 0.8; // Latin with marks
  if (unit >= 0xd800 && unit <= 0xdfff) return 0.5; // halves of astral characters
  return 0;
}
